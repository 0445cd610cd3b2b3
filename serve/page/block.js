// Blocks of cells: marked with Shift and the arrows or the mouse, copied out,
// cleared, filled down and to the right.

import { element } from "./element.js";
import { fields, leaf } from "./fields.js";
import { leaves, neighbour, placeOf, steps } from "./grid.js";
import { value } from "./report.js";
import { announce } from "./say.js";
import { apply } from "./undo.js";

let from = "", to = ""; // the corners' paths; "": no block

// rowsOfBlock are the paths of the marked cells, row by row; the one cell that
// has the focus where no block is marked.
export function rowsOfBlock(path) {
  if (!from || !placeOf(from)) return [[path]];
  const a = placeOf(from), b = placeOf(to);
  const left = Math.min(a.column, b.column), right = Math.max(a.column, b.column);
  return a.rows.slice(Math.min(a.row, b.row), Math.max(a.row, b.row) + 1).map((paths) => paths.slice(left, right + 1)).filter((paths) => paths.length);
}

export const isMarked = () => from !== "";

export function unmark() {
  if (from) show([]);
  from = to = "";
}

function markTo(start, end) {
  if (placeOf(start)?.rows !== placeOf(end)?.rows) return;
  from = start;
  to = end;
  const rows = rowsOfBlock(start);
  show(rows.flat());
  announce("选中 " + rows.flat().length + " 格");
}

/** @type {Element[]} */
let shown = [];

function show(paths) {
  for (const cell of shown) cell.classList.remove("marked");
  shown = paths.map((path) => fields.get(path).closest("td"));
  for (const cell of shown) cell.classList.add("marked");
}

const textOf = (path) => fields.get(path).value; // also of sums that are worked out

// set puts texts into cells as one step; sums that are worked out stay so.
const set = (texts) => apply(Object.fromEntries(Object.entries(texts).filter(([path]) => !(leaf(path).total && value(path) === ""))));

// fill copies the block's first row down or its first column to the right; a
// single cell takes its neighbour's number.
function fill(path, down) {
  const rows = rowsOfBlock(path), texts = {};
  if (rows.flat().length === 1) {
    const source = neighbour(path, down ? -1 : 0, down ? 0 : -1, false);
    if (source) texts[path] = textOf(source);
  } else {
    rows.forEach((paths, row) => paths.forEach((at, column) => {
      const source = down ? rows[0][Math.min(column, rows[0].length - 1)] : paths[0];
      if (at !== source) texts[at] = textOf(source);
    }));
  }
  set(texts);
}

function onKey(event) {
  const path = event.target.dataset?.path;
  if (!placeOf(path) || event.isComposing) return;
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (control && (event.key === "d" || event.key === "r")) {
    event.preventDefault(); // the browser would reload, or keep the page among its favourites
    fill(path, event.key === "d");
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && event.shiftKey && event.key in steps && event.key !== "Enter" && (from || leaves(event, event.target))) {
    event.preventDefault();
    const [down, right] = steps[event.key];
    const end = neighbour(to || path, down, right, false);
    if (end) markTo(from || path, end);
  } else if (from && (event.key === "Delete" || event.key === "Backspace")) {
    event.preventDefault();
    set(Object.fromEntries(rowsOfBlock(path).flat().map((at) => [at, ""])));
  } else if (from && event.key === "Escape") {
    event.preventDefault();
    unmark();
  } else if (from && !["Shift", "Control", "Alt", "Meta"].includes(event.key) && !control) {
    unmark();
  }
}

function onCopy(event) {
  const path = event.target.dataset?.path;
  if (!from || !placeOf(path)) return;
  event.preventDefault();
  const rows = rowsOfBlock(path).map((paths) => paths.map(textOf));
  event.clipboardData.setData("text/plain", rows.map((row) => row.join("\t")).join("\r\n"));
  event.clipboardData.setData("text/html", element("table", {}, ...rows.map((row) =>
    element("tr", {}, ...row.map((text) => element("td", {}, text))))).outerHTML);
  if (event.type === "cut") set(Object.fromEntries(rowsOfBlock(path).flat().map((at) => [at, ""])));
}

export function listenToBlocks(form) {
  form.addEventListener("keydown", onKey);
  form.addEventListener("copy", onCopy);
  form.addEventListener("cut", onCopy);
  const pathAt = (node) => (node instanceof Element ? node : node.parentElement)?.closest("td[headers]")?.querySelector("input")?.dataset.path; // of the cell that a node is in
  form.addEventListener("dragstart", (event) => { if (pathAt(event.target)) event.preventDefault(); }); // the mouse marks cells, and carries no text away
  let start = "";
  form.addEventListener("mousedown", (event) => {
    const path = pathAt(event.target);
    const anchor = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.path : "";
    start = event.button === 0 && path ? path : "";
    if (start && event.shiftKey && placeOf(anchor)) {
      event.preventDefault();
      markTo(anchor, path);
      start = anchor;
    } else {
      unmark();
    }
  });
  form.addEventListener("mouseover", (event) => {
    const path = pathAt(event.target);
    if (!start || !(event.buttons & 1) || !path || (path === start && !from)) return;
    markTo(start, path);
    const input = fields.get(start);
    input.setSelectionRange(0, input.value.length); // no text is marked along the way
  });
  form.addEventListener("focusin", ({ target }) => { if (from && target.dataset?.path !== from) unmark(); });
}
