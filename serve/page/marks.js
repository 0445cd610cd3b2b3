// The marks of problems on the fields: each field has that of its weightiest.

import { describe } from "./describe.js";
import { fields } from "./fields.js";
import { order } from "./severity.js";
import { sumOf } from "./sums.js";

/** @type {Map<string, any[]>} */
let marked = new Map(); // path → its problems
export const problemsOf = (path) => marked.get(path) ?? [];

// fieldOf is the input of a path, or the first below it.
export function fieldOf(path) {
  if (fields.has(path)) return path;
  for (const known of fields.keys()) if (path && known.startsWith(path + ".")) return known;
  return undefined;
}

// mark shows on each field what is wrong with it and leaves the others alone.
// Of a sum that fails, all other cells are marked as belonging to it.
export function mark(problems) {
  const now = new Map(), part = new Set();
  for (const problem of problems) {
    const path = fieldOf(problem.path);
    if (path) now.set(path, [...(now.get(path) ?? []), problem]);
    if (problem.severity === "error") for (const other of sumOf(problem)) part.add(other);
  }
  for (const [path, input] of fields) {
    const found = now.get(path) ?? [];
    const others = found.filter((p) => !p.unwritten);
    const worst = order.find((severity) => others.some((p) => p.severity === severity));
    const holder = input.closest(".part > .sheet")?.parentElement ?? input.parentElement;
    const shown = worst ?? (found.length ? "blank" : "");
    if ((holder.dataset.mark ?? "") !== shown) {
      if (shown) holder.dataset.mark = shown;
      else delete holder.dataset.mark;
      if (worst === "error") input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      describe(input, "unfilled", shown === "blank");
    }
    holder.classList.toggle("of-sum", part.has(path) && worst !== "error");
    describeBy(input, others);
  }
  marked = now;
}

function describeBy(input, problems) {
  const wanted = new Set(problems.map((p) => p.shownAs).filter(Boolean));
  for (const id of (input.getAttribute("aria-describedby") ?? "").split(" ")) {
    if (id.startsWith("p-") && !wanted.has(id)) describe(input, id, false);
  }
  for (const id of wanted) describe(input, id, true);
}
