// What was changed in a file that is opened over its own draft: leaders mend the
// Word file, and the office sees what they did.

import { ask, Refusal } from "./ask.js";
import { written } from "./json.js";

// changesIn are what an opened report has otherwise than the one that was open, a
// line each; none where it is of another agency or year.
export async function changesIn(opened, before) {
  const of = ({ values }) => [values.get("agency"), values.get("year")].join(" ");
  if (!before.template || !opened.template || of(opened) !== of(before)) return [];
  const form = new FormData();
  form.append("report", new Blob([written(opened)]));
  form.append("last", new Blob([written(before)]));
  try {
    const { differences } = await (await ask("/api/diff", { method: "POST", body: form })).json();
    return differences.filter((d) => d.path !== "edition").map(line);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return []; // there was hardly anything to compare with
  }
}

// line is a difference as people read it.
export function line({ kind, place, a, b, a_marked, b_marked, remark }) {
  const blank = (text) => text === "" ? "（空）" : text;
  if (kind !== "prose") return "改动　" + place + "：" + blank(a) + " → " + blank(b) + (remark ? "（" + remark + "）" : "");
  const said = remark || (a_marked || b_marked ? "原 " + (a_marked ?? "") + "　改 " + (b_marked ?? "") : b === "" ? "删 " + a : "添 " + b);
  return "改动　" + place + "：" + said;
}
