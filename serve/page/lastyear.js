// Last year's report beside this year's.

import { byId, element } from "./element.js";
import { choose } from "./dialog.js";
import { pick, read } from "./files.js";
import { showLast } from "./form.js";
import { report, changed, unpack, value } from "./report.js";
import { tell } from "./say.js";
import { apply } from "./undo.js";

// compare loads last year's report and shows its numbers.
export async function compare(templates) {
  if (report.last) {
    const answer = await choose("正在与上年的报告对照", [], [["other", "换一份"], ["none", "不再对照"], ["", "回去"]]);
    if (answer === "none") {
      report.last = null;
      showLast(null);
      changed([]);
    }
    if (answer !== "other") return;
  }
  const file = await pick();
  const sent = file && await read(file);
  if (!sent) return;
  report.last = unpack(sent, templates);
  offered = "";
  showLast(report.last.values);
  changed([]);
  tell("已载入 " + sent.agency + " " + sent.year + " 年的报告，上年的数用小字写在格子里。");
}

let offered = ""; // what has been offered already

// offerCarry offers to copy what last year's report passes on, once for each
// report that is loaded.
export async function offerCarry(carry) {
  const cells = Object.entries(carry ?? {}).filter(([path]) => !report.template.leaves[path]?.total);
  const open = cells.filter(([path, text]) => value(path) !== text);
  const key = JSON.stringify(cells);
  if (!open.length || offered === key) return;
  offered = key;
  const other = open.filter(([path]) => value(path) !== "").length;
  const list = element("ul", {}, ...open.map(([path, text]) =>
    element("li", {}, report.template.leaves[path].place + "：" + (value(path) || "空") + " → " + text)));
  const answer = await choose("把上年报告的结转数抄进“上年结转”？",
    [list, ...(other ? ["其中 " + other + " 格已经填了别的数，会被换掉；可以撤销。"] : [])],
    [["copy", "抄过来"], ["", "不抄"]]);
  if (answer === "copy") tell("已抄 " + apply(Object.fromEntries(open)) + " 格，可以撤销。");
}
