// The form of the open report, made from its template: the six sections in
// their order, with the tables as they are printed.

import { element, byId } from "./element.js";
import { report } from "./report.js";
import { fields, enlist, forget } from "./fields.js";
import { lay, forgetLattices, stopAt } from "./grid.js";
import { rowsOf } from "./json.js";
import { describe } from "./describe.js";
import { headSection } from "./head.js";
import { showOutline } from "./outline.js";
import { prose, showBefore } from "./prose.js";
import { table } from "./table.js";

// draw makes the form anew.
export function draw() {
  forget();
  forgetLattices();
  const { template } = report;
  const parts = [headSection(template), prose("preamble", template.preamble, true)];
  for (const section of template.sections) {
    parts.push(section.table ? tableSection(section) : prose(section.key, section.heading));
  }
  byId("form").replaceChildren(...parts);
  for (const [path, input] of fields) if (template.leaves[path]?.tenThousands) input.parentElement.classList.add("worded");
  for (const [, input] of fields) {
    if (input.tagName === "TEXTAREA" || input.type === "text" || !input.type) input.readOnly = report.locked;
    else input.disabled = report.locked;
  }
  showOutline(template);
  for (const section of template.sections) {
    if (section.table) stopAt(rowsOf(section, section.table.parts[0])[0][0]);
  }
}

function tableSection(section) {
  const rows = section.table.parts.flatMap((part) => rowsOf(section, part));
  const { parts } = section.table;
  const heads = parts.flatMap((part) => [part.caption, part.corner, ...part.columns.flatMap((column) => column.label)]).filter(Boolean);
  lay(rows, parts.flatMap((part) => part.rows.map((row) => row.label)), heads);
  return element("section", { class: "part", "aria-labelledby": "h-" + section.key },
    element("h2", { id: "h-" + section.key }, section.heading),
    element("div", { class: "scroll" }, table(section.key, report.template.grids[section.key], cell)));
}

// cell is what stands in the cell of a number: its input, and last year's
// number.
function cell(path, name) {
  const leaf = report.template.leaves[path];
  const input = enlist(path, element("input", {
    "aria-label": name, autocomplete: "off", spellcheck: "false",
    inputmode: leaf.kind === "" ? "numeric" : "text", type: "text",
  }));
  if (leaf.tenThousands) input.placeholder = "可写成 …元";
  const beside = element("span", { class: "last", id: "last-" + path });
  if (!leaf.tenThousands) return [input, beside];
  const words = element("span", { class: "words", id: "words-" + path });
  describe(input, words.id, true);
  return [input, beside, words];
}

// showLast shows last year's numbers beside the cells; null takes them away.
export function showLast(values) {
  showBefore(values);
  byId("form").classList.toggle("compared", values != null);
  for (const [path, input] of fields) {
    const beside = byId("last-" + path);
    if (!beside) continue;
    const text = values?.get(path) ?? "";
    beside.replaceChildren(...(text === "" ? [] : [element("span", { class: "unseen" }, "上年 "), text]));
    describe(input, beside.id, text !== "");
  }
}
