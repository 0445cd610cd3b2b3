// Moving through a table's cells by keyboard as in a spreadsheet.

import { fields } from "./fields.js";
import { value } from "./report.js";

// A lattice is a table's inputs in rows, from the template: rows of paths, the
// labels of each row, and all that stands in the table's heads.
const lattices = new Map(); // path → {rows, row, column, names, heads}

export function lay(rows, names, heads) {
  rows.forEach((paths, row) => paths.forEach((path, column) => lattices.set(path, { rows, row, column, names, heads })));
}

export const placeOf = (path) => lattices.get(path);
export const forgetLattices = () => lattices.clear();

// go focuses a cell and marks its text, so that typing replaces it.
export function go(path) {
  const input = fields.get(path);
  input?.focus();
  input?.select?.();
}

// neighbour is the path so many rows and columns away; undefined at the edge.
// A row with fewer cells takes the nearest.
function neighbour(path, down, right) {
  const { rows, row, column } = lattices.get(path);
  const cells = rows[row + down];
  if (!cells) return undefined;
  if (right) return cells[column + right];
  const ratio = cells.length / rows[row].length;
  return cells[Math.min(cells.length - 1, Math.floor(column * ratio))];
}

const steps = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0],
};

let entered = ""; // what the cell held when it was entered

export function listenToKeys(form) {
  form.addEventListener("focusin", ({ target }) => {
    if (!lattices.has(target.dataset?.path)) return;
    entered = value(target.dataset.path); // "" for a sum that the program shows
    target.select();
  });
  form.addEventListener("keydown", (event) => {
    const input = event.target, path = input.dataset?.path;
    if (!lattices.has(path) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
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
function leaves(event, { selectionStart: from, selectionEnd: to, value }) {
  if (event.key === "Enter") return true;
  if (event.shiftKey) return false;
  if (event.key === "ArrowLeft") return to === 0 || (from === 0 && to === value.length);
  if (event.key === "ArrowRight") return from === value.length || (from === 0 && to === value.length);
  return true;
}
