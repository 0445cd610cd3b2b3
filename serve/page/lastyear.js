// Last year's report beside this year's.

import { byId, element, write } from "./element.js";
import { choose } from "./dialog.js";
import { fields } from "./fields.js";
import { pick, read } from "./files.js";
import { showLast } from "./form.js";
import { understood } from "./number.js";
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
  const open = report.values;
  const file = await pick();
  const sent = file && await read(file);
  if (!sent || !(await isMeant(sent)) || report.values !== open) return;
  report.last = unpack(sent, templates);
  report.answered = "";
  report.notes = [...report.notes, ...sent.notes.map((text) => "上年的报告：" + text)];
  showLast(report.last.values);
  changed([]);
  tell("已载入 " + sent.agency + " " + sent.year + " 年的报告，上年的数用小字写在格子里。");
}

// isMeant asks where a file is no report of this agency's year before.
async function isMeant(sent) {
  const year = Number(understood(value("year"))), agency = value("agency");
  if ((!year || sent.year === year - 1) && (!agency || sent.agency === agency)) return true;
  return await choose("这份是 " + sent.agency + " " + sent.year + " 年的报告",
    ["要对照的应当是 " + agency + " " + (year ? year - 1 + " 年" : "上一年") + "的报告。请核对是不是选错了文件。仍然对照的，不会从里面抄数。"],
    [["use", "仍然对照"], ["", "不用这一份"]]) === "use";
}

let begun = null; // the values of a report that begins as last year's and waits for its first finding

// carryFirst has what last year passed on filled into empty cells as soon as it is known.
export function carryFirst() { begun = report.values; }

let passed = {}; // by path, what last year's report passes on and this one has otherwise

// showCarry says beside the form that there is something to copy from last
// year's report, until it was answered. The answer is the draft's.
export function showCarry(carry) {
  const order = Object.keys(report.template.leaves); // of the table
  const cells = Object.entries(carry ?? {}).filter(([path]) => !report.template.leaves[path]?.total)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  passed = Object.fromEntries(cells.filter(([path, text]) => value(path) !== text));
  const first = begun === report.values;
  begun = null;
  if (first && carry) {
    // What somebody has typed, or is about to, stands.
    passed = Object.fromEntries(Object.entries(passed)
      .filter(([path]) => value(path).trim() === "" && fields.get(path) !== document.activeElement));
    report.answered = JSON.stringify(cells);
    apply(passed);
    return;
  }
  const count = Object.keys(passed).length;
  byId("carry").dataset.offer = JSON.stringify(cells);
  byId("carry").hidden = count === 0 || report.answered === byId("carry").dataset.offer;
  write(byId("carry-count"), "上年报告结转到今年的数，有 " + count + " 格与这里不同");
}

function answered() {
  report.answered = byId("carry").dataset.offer;
  byId("carry").hidden = true;
  changed([]);
}

async function offer() {
  const cells = Object.entries(passed);
  const other = cells.filter(([path]) => value(path) !== "").length;
  const list = element("ul", {}, ...cells.map(([path, text]) =>
    element("li", {}, report.template.leaves[path].place + "：" + (value(path) || "空") + " → " + text)));
  const answer = await choose("把上年报告的结转数抄进“上年结转”？",
    [list, ...(other ? ["其中 " + other + " 格已经填了别的数，会被换掉；可以撤销。"] : [])],
    [["copy", "抄过来"], ["none", "不抄"], ["", "以后再说"]]);
  if (answer === "copy") tell("已抄 " + apply(Object.fromEntries(cells)) + " 格，可以撤销。");
  if (answer) answered();
}

export function listenToCarry() {
  byId("carry-show").addEventListener("click", offer);
  byId("carry-no").addEventListener("click", answered);
}
