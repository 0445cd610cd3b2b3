// The prose of a section: a text area with a count of characters, and its
// headings shown as headings.

import { element, write, byId } from "./element.js";
import { enlist } from "./fields.js";
import { value, listen, report } from "./report.js";

export function prose(key, heading, optional = false) {
  const area = enlist(key, element("textarea", { rows: optional ? 3 : 8, spellcheck: "false" }));
  const hint = element("span", { class: "hint", id: "hint-" + key },
    optional ? "可以不写，印在第一部分前面" : "每段一行；以（一）或 1. 开头的行是小标题");
  area.setAttribute("aria-describedby", hint.id + " count-" + key);
  return element("section", { class: "part", "aria-labelledby": "h-" + key },
    element("h2", { id: "h-" + key }, element("label", { for: area.id }, heading)),
    area,
    element("p", { class: "under" }, hint, element("span", { class: "count", id: "count-" + key }, counted(key))),
    element("details", { class: "reading", id: "reading-" + key },
      element("summary", { "aria-label": "预览 " + heading }, "预览"),
      element("div", { class: "paragraphs" })));
}

// counted is how many characters are printed: neither spaces nor line ends.
const counted = (key) => Array.from(value(key).replace(/\s/g, "")).length + " 字";

listen((paths) => {
  const keys = report.template ? ["preamble", ...report.template.sections.map((s) => s.key)] : [];
  for (const key of keys) {
    const count = byId("count-" + key);
    if (count && (!paths || paths.includes(key))) write(count, counted(key));
  }
});

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
