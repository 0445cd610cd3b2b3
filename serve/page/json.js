// A report as a file has it: what `nianbao new` prints, with the values in.

import { head, sumKeys } from "./report.js";
import { dated, understood } from "./number.js";

// written is the report's JSON: the form's order, a row of numbers a line.
export function written({ template, values, accepted }) {
  const value = (path) => values.get(path) ?? "";
  const root = new Map();
  for (const path of head) place(root, path.split("."), headText(path, value(path)));
  if (accepted?.length) root.set("accepted", JSON.stringify(accepted));
  for (const key of sumKeys) if (value(key) !== "") root.set(key, value(key));
  for (const key of ["preamble", ...template.sections.filter((s) => !s.table).map((s) => s.key)]) {
    root.set(key, JSON.stringify(value(key)));
  }
  const ordered = new Map([...root].filter(([key]) => !template.sections.some((s) => s.key === key)));
  for (const section of template.sections) {
    if (!section.table) ordered.set(section.key, root.get(section.key));
    else for (const path of leavesOf(section)) {
      place(ordered, path.split("."), number(value(path), template.leaves[path]));
    }
  }
  return print(ordered, "") + "\n";
}

// leavesOf are the paths of a section's numbers as they are printed.
export const leavesOf = (section) => section.table.parts.flatMap((part) => rowsOf(section, part)).flat();

export const rowsOf = (section, part) => part.rows.map((row) =>
  part.columns.map((column) => [section.key, row.key, column.key].filter(Boolean).join(".")));

function headText(path, text) {
  if (path === "title_lines") return JSON.stringify(text.split("/").map((line) => line.trim()).filter(Boolean));
  if (path === "sealed") return text ? "true" : "false";
  if (path === "year") return /^[1-9]\d*$/.test(understood(text)) ? understood(text) : text ? JSON.stringify(text) : "null";
  return JSON.stringify(path === "date" ? dated(text) : text);
}

// number writes digits as they were typed; what is no JSON number stays text,
// which the checks then explain.
function number(text, leaf) {
  if (text.trim() === "") return "null";
  const plain = understood(text, leaf.tenThousands);
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(plain) ? plain : JSON.stringify(plain);
}

function place(object, keys, text) {
  for (const key of keys.slice(0, -1)) {
    if (!object.has(key)) object.set(key, new Map());
    object = object.get(key);
  }
  object.set(keys[keys.length - 1], text);
}

function print(object, indent) {
  const entries = [...object];
  const flat = indent !== "" && entries.every(([, v]) => typeof v === "string");
  const members = entries.map(([key, v]) =>
    JSON.stringify(key) + ": " + (typeof v === "string" ? v : print(v, indent + "  ")));
  if (flat) return "{" + members.join(", ") + "}";
  return "{\n" + members.map((m) => indent + "  " + m).join(",\n") + "\n" + indent + "}";
}
