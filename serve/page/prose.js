// The prose of a section: a writing area that grows with its text, a count of
// characters, and its headings shown as headings.

import { element, write, byId } from "./element.js";
import { enlist, fields } from "./fields.js";
import { wordsOf } from "./quoted.js";
import { value, listen, report } from "./report.js";

export function prose(key, heading, optional = false) {
  const area = enlist(key, element("textarea", { rows: optional ? 2 : 5, spellcheck: "false" }));
  const hint = element("span", { class: "hint", id: "hint-" + key },
    optional ? "可以不写，印在第一部分前面" : "每段一行；以（一）或 1. 开头的行是小标题");
  area.setAttribute("aria-describedby", hint.id + " count-" + key);
  return element("section", { class: "part", "aria-labelledby": "h-" + key },
    element("h2", { id: "h-" + key }, element("label", { for: area.id }, heading)),
    element("div", { class: "sheet" }, element("div", { class: "behind", "aria-hidden": "true" }), area),
    element("div", { class: "told", "aria-hidden": "true" }),
    element("details", { class: "before", id: "before-" + key, hidden: true },
      element("summary", { "aria-label": "上年写的 " + heading }, "上年写的"),
      element("div", { class: "paragraphs", tabindex: "-1" })),
    element("p", { class: "under" }, hint, element("span", { class: "count", id: "count-" + key }, counted(key))),
    element("details", { class: "reading", id: "reading-" + key },
      element("summary", { "aria-label": "预览 " + heading }, "预览"),
      element("div", { class: "paragraphs", tabindex: "-1" })));
}

// counted is how many characters are printed: neither spaces nor line ends.
const counted = (key) => Array.from(value(key).replace(/\s/g, "")).length + " 字";

export const proseKeys = () => report.template ?
  ["preamble", ...report.template.sections.filter((s) => !s.table).map((s) => s.key)] : [];

listen((paths) => {
  for (const key of proseKeys()) {
    const count = byId("count-" + key);
    if (!count || (paths && !paths.includes(key))) continue;
    write(count, counted(key));
    behind(key);
  }
});

/** @type {Map<string, any[]>} */
let spoken = new Map(); // by section, the problems that speak of its text

// underline marks the words that problems speak of in the texts themselves.
export function underline(problems) {
  spoken = new Map();
  for (const p of problems) spoken.set(p.path, [...(spoken.get(p.path) ?? []), p]);
  for (const key of proseKeys()) behind(key);
}

// behind writes the text behind a writing area, by which that grows, with the
// words underlined that problems speak of.
function behind(key) {
  const area = fields.get(key), into = area?.parentElement.querySelector(".behind");
  if (!into) return;
  const text = value(key);
  const found = (spoken.get(key) ?? [])
    .map((p) => ({ severity: p.severity, words: wordsOf(p, text) }))
    .filter((f) => f.words && f.severity !== "accepted")
    .concat((report.marks[key] ?? []).map((words) => ({ severity: "left", words })))
    .map(({ severity, words: [from, to] }) => ({ severity, from, to }));
  const said = JSON.stringify([text, found]);
  if (into.dataset.said === said) return;
  into.dataset.said = said;
  const edges = [...new Set([0, text.length, ...found.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const nodes = edges.slice(1).map((to, i) => {
    const part = text.slice(edges[i], to), over = found.filter((f) => f.from <= edges[i] && f.to >= to);
    return over.length ? element("mark", { class: over.map((f) => f.severity).join(" ") }, part) : part;
  });
  into.replaceChildren(...nodes, "\n"); // a last line end has its line
}

// showBefore shows last year's text beside each; null takes it away.
export function showBefore(values) {
  for (const key of proseKeys()) {
    const into = byId("before-" + key), text = values?.get(key) ?? "";
    into.hidden = text === "";
    into.querySelector(".paragraphs").replaceChildren(...text.split("\n").filter(Boolean).map((line) => element("p", {}, line)));
  }
}

// showReading shows what the program takes for headings and paragraphs.
export function showReading(prose) {
  for (const [key, blocks] of Object.entries(prose ?? {})) {
    const into = byId("reading-" + key)?.querySelector(".paragraphs");
    const said = JSON.stringify(blocks);
    if (!into || into.dataset.said === said) continue;
    into.dataset.said = said;
    into.replaceChildren(...blocks.map(block));
  }
}

function block({ level, lead, text }) {
  if (level > 0 && !text) return element("h" + (level + 1), {}, lead);
  return element("p", {}, ...(lead ? [element("strong", { class: "l" + level }, lead)] : []), text ?? "");
}
