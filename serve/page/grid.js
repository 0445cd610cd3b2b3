// Moving through a table's cells by keyboard as in a spreadsheet. A table is one
// stop of Tab; the arrows go on inside it and pass over sums that are worked out.

import { fields, leaf } from "./fields.js";
import { value } from "./report.js";

/**
 * A lattice is a table's inputs in rows, from the template: rows of paths, the
 * labels of each row, and all that stands in the table's heads.
 * @typedef {{rows: string[][], row: number, column: number, names: string[][], heads: string[]}} Place
 */

/** @type {Map<string, Place>} */
const lattices = new Map(); // by path

export function lay(rows, names, heads) {
  rows.forEach((paths, row) => paths.forEach((path, column) => lattices.set(path, { rows, row, column, names, heads })));
}

export const placeOf = (path) => lattices.get(path);
export const forgetLattices = () => lattices.clear();

// stopAt makes a cell the one stop of Tab in its table.
export function stopAt(path) {
  for (const other of lattices.get(path).rows.flat()) {
    const input = fields.get(other), stop = other === path ? 0 : -1;
    if (input && input.tabIndex !== stop) input.tabIndex = stop;
  }
}

// go focuses a cell and marks its text, so that typing replaces it.
export function go(path) {
  const input = fields.get(path);
  input?.focus();
  input?.select?.();
}

const workedOut = (path) => leaf(path)?.total && value(path) === "";

// neighbour is the path so many rows and columns away; undefined at the edge.
// A row with fewer cells takes the nearest. A sum that is worked out is passed
// over where there is a cell beyond it.
export function neighbour(path, down, right, over = true) {
  const { rows, row, column } = lattices.get(path);
  let first;
  for (let n = 1; ; n++) {
    const cells = rows[row + n * down];
    const at = right ? column + n * right : Math.min((cells?.length ?? 0) - 1, Math.floor(column * (cells?.length ?? 0) / rows[row].length));
    const next = cells?.[at];
    if (next === undefined) return first;
    first ??= next;
    if (!over || !workedOut(next)) return next;
  }
}

export const steps = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0],
};

let entered = ""; // what the cell held when it was entered

export function listenToKeys(form) {
  form.addEventListener("focusin", ({ target }) => {
    const path = target.dataset?.path;
    if (!lattices.has(path)) return;
    entered = value(path); // "" for a sum that the program shows
    stopAt(path);
    target.select();
    tint(path);
  });
  form.addEventListener("focusout", () => tint(undefined));
  form.addEventListener("keydown", (event) => {
    const input = event.target, path = input.dataset?.path;
    if (!lattices.has(path) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "F2") {
      input.setSelectionRange(input.value.length, input.value.length);
      event.preventDefault();
    } else if (event.key === "Escape" && value(path) !== entered) {
      input.value = entered;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.select();
      event.preventDefault();
    } else if (steps[event.key] && leaves(event, input)) {
      let [down, right] = steps[event.key];
      if (event.key === "Enter" && event.shiftKey) down = -1;
      event.preventDefault(); // also at the edge: Enter must send nothing
      const next = neighbour(path, down, right);
      if (next) go(next);
    }
  });
}

// leaves tells whether an arrow takes the caret out of the cell: up and down
// always, left and right from the end of the text or when all of it is marked.
export function leaves(event, { selectionStart: from, selectionEnd: to, value }) {
  if (event.key === "Enter") return true;
  if (event.key === "ArrowLeft") return to === 0 || (from === 0 && to === value.length);
  if (event.key === "ArrowRight") return from === value.length || (from === 0 && to === value.length);
  return true;
}

/** @type {Element[]} */
let tinted = [];

// tint shows the row and the column of the cell that one is in.
function tint(path) {
  for (const cell of tinted) cell.classList.remove("along");
  tinted = [];
  const place = lattices.get(path);
  if (!place) return;
  const { rows, row, column } = place;
  for (const [at, paths] of rows.entries()) {
    for (const [across, other] of paths.entries()) {
      if (at === row || (across === column && paths.length === rows[row].length)) tinted.push(fields.get(other)?.closest("td"));
    }
  }
  for (const id of fields.get(path).closest("td").headers.split(" ")) tinted.push(document.getElementById(id));
  tinted = tinted.filter(Boolean);
  for (const cell of tinted) cell.classList.add("along");
}
