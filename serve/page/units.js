// Of a report that is the sum of many, each cell tells which units make it up.

import { value } from "./report.js";

const most = 12; // units that are named

// unitsOf says what the units have at a path, the largest first; "" where it is no sum.
export function unitsOf(path) {
  const text = value("parts");
  if (text === "") return "";
  /** @type {[string, Record<string, number | string>][]} */
  const parts = Object.entries(JSON.parse(text));
  const own = parts.filter(([, numbers]) => path in numbers).map(([unit, numbers]) => ({ unit, number: String(numbers[path]) }))
    .sort((a, b) => parseFloat(b.number) - parseFloat(a.number));
  if (own.length === 0) return "各单位都是 0 或者 /";
  const named = own.slice(0, most).map(({ unit, number }) => unit + " " + number).join("、");
  return own.length + " 个单位：" + named + (own.length > most ? "……" : "");
}

// tellUnits has the cells of a form tell it to who points at one or comes into it.
export function tellUnits(form) {
  const tell = ({ target }) => {
    const path = target.dataset?.path;
    const said = path?.includes(".") ? unitsOf(path) : "";
    if (said) target.title = said;
  };
  form.addEventListener("focusin", tell);
  form.addEventListener("pointerover", tell);
}
