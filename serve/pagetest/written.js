// node written.js <sent.json: what the page's writer makes of reports that the
// service sent, and how the page reads out amounts in 万元.

import { readFileSync } from "node:fs";
import { inWords } from "../page/number.js";
import { written } from "../page/json.js";
import { unpack } from "../page/report.js";

const { templates, reports, amounts } = JSON.parse(readFileSync(0, "utf8"));
for (const { leaves } of templates) for (const number of Object.values(leaves)) number.tenThousands = number.unit === "万元";
process.stdout.write(JSON.stringify({
  written: reports.map((report) => written(unpack(report, templates))),
  words: amounts.map(inWords),
}));
