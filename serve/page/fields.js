// The inputs of the form, by the path of what they hold.

import { report, value, set, changed, listen } from "./report.js";
import { describe } from "./describe.js";
import { endComposing, endStep, record } from "./undo.js";
import { byId, write } from "./element.js";
import { dated, dateInWords, inWords, understood } from "./number.js";

/** @type {Map<string, any>} */
export const fields = new Map(); // path → input

/** @type {any} */
let touched = null; // the input that somebody has typed in since it was entered
let shown = {}; // by path: what the program has worked out for cells left to it

// enlist makes input the one of path.
export function enlist(path, input) {
  input.id = "f-" + path;
  input.dataset.path = path;
  fields.set(path, input);
  input.addEventListener("input", (event) => typed(input, event));
  input.addEventListener("compositionstart", () => { touched = input; }); // nothing is written under an input method
  input.addEventListener("compositionend", endComposing);
  input.addEventListener("blur", () => left(input));
  return input;
}

export const leaf = (path) => report.template?.leaves[path];

const whole = ["insertFromPaste", "insertFromDrop", "deleteByCut", "deleteByDrag"]; // a step each

function typed(input, { inputType, isComposing }) {
  touched = input;
  const path = input.dataset.path;
  const text = input.type === "checkbox" ? (input.checked ? "true" : "") : input.value;
  if (whole.includes(inputType)) endStep();
  record(path, value(path), text, isComposing);
  if (whole.includes(inputType)) endStep();
  set(path, text);
  mark(path, input);
  changed([path]);
}

// spelled is what stands in path as a report has it.
function spelled(path) {
  if (leaf(path)) return understood(value(path), leaf(path).tenThousands);
  if (path === "date") return dated(value(path));
  return path === "year" ? understood(value(path)) : value(path);
}

// left spells a number as it will be printed once its cell is left.
function left(input) {
  touched = null;
  const path = input.dataset.path, text = spelled(path);
  if (text !== value(path)) {
    record(path, value(path), text);
    set(path, text);
    changed([path]);
  }
  endStep();
  show(path);
}

// show writes what the report has into the input of path. Where somebody is
// typing, only a forced one may: no keystroke is lost.
export function show(path, forced = false) {
  const input = fields.get(path);
  if (!input || input.tagName === "BUTTON" || (touched === input && !forced)) return;
  if (input.type === "checkbox") {
    input.checked = value(path) !== "";
    return;
  }
  const text = path === "date" ? dateInWords(value(path)) : value(path) || (shown[path] ?? "");
  if (input.value !== text) {
    input.value = text;
    if (document.activeElement === input && leaf(path)) input.select();
  }
  mark(path, input);
}

function mark(path, input) {
  if (!leaf(path)) return;
  input.classList.remove("long");
  input.classList.toggle("long", input.value.length > 6 || (input.value.length > 3 && input.scrollWidth > input.clientWidth));
  input.title = input.value.length > 6 ? input.value : "";
  const workedOut = value(path) === "" && path in shown;
  input.parentElement.classList.toggle("computed", workedOut);
  describe(input, "worked-out", workedOut);
  if (leaf(path).tenThousands) write(byId("words-" + path), inWords(understood(input.value, true)));
}

// showWorkedOut shows sums that were left to the program, and blanks that count as 0.
export function showWorkedOut(numbers) {
  const before = shown;
  shown = numbers;
  for (const path of new Set([...Object.keys(before), ...Object.keys(numbers)])) {
    if (before[path] !== numbers[path]) show(path);
  }
}

listen((paths, forced) => {
  for (const path of paths ?? fields.keys()) show(path, forced);
});

export function forget() {
  fields.clear();
  shown = {};
}
