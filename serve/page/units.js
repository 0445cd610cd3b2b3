// Of a report that is the sum of many, each cell tells which units make it up: beside
// it and to screen readers where one goes, under the pointer where one points.

import { describe } from "./describe.js";
import { byId, write } from "./element.js";
import { value } from "./report.js";

const most = 12; // units that are named

/** @type {{text: string, parts: [string, Record<string, number | string>][]}} */
let read = { text: "", parts: [] };

// parts are the units' numbers, read once as long as they stay the same.
function parts() {
  const text = value("parts");
  if (read.text !== text) read = { text, parts: text === "" ? [] : Object.entries(JSON.parse(text)) };
  return read.parts;
}

// unitsOf says what the units have at a path, the largest first; "" where it is no sum.
export function unitsOf(path) {
  const all = parts();
  if (!path?.includes(".") || all.length === 0 || path.startsWith("contact.")) return "";
  const own = all.filter(([, numbers]) => path in numbers).map(([unit, numbers]) => ({ unit, number: String(numbers[path]) }))
    .sort((a, b) => parseFloat(b.number) - parseFloat(a.number));
  if (own.length === 0) return "各单位都是 0 或者 /";
  const named = own.slice(0, most).map(({ unit, number }) => unit + " " + number).join("、");
  return own.length + " 个单位：" + named + (own.length > most ? "……" : "");
}

// tellUnits has the cells of a form tell it to who points at one or comes into it.
export function tellUnits(form) {
  form.addEventListener("focusin", ({ target }) => {
    const said = unitsOf(target.dataset?.path);
    write(byId("made-of"), said);
    if (target.dataset?.path) describe(target, "made-of", said !== "");
  });
  form.addEventListener("pointerover", ({ target }) => {
    const said = unitsOf(target.dataset?.path);
    if (said) target.title = said;
  });
}
