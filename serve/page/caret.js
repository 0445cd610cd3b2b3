// Where in a writing area a character stands, and bringing it into view.

import { byId } from "./element.js";

// rectAt is the place on the screen of a character of a writing area: the same
// text stands behind it, line for line.
export function rectAt(area, at) {
  const range = document.createRange();
  const walk = document.createTreeWalker(area.parentElement.querySelector(".behind"), NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = /** @type {Text} */ (walk.nextNode()); node; left -= node.length, node = /** @type {Text} */ (walk.nextNode())) {
    if (left > node.length) continue;
    range.setStart(node, left);
    range.setEnd(node, Math.min(left + 1, node.length));
    const rects = range.getClientRects();
    return rects[rects.length - 1] ?? area.getBoundingClientRect();
  }
  return area.getBoundingClientRect();
}

// bring scrolls a place of the form into view, clear of what stands above it.
export function bring(rect) {
  const form = byId("form"), own = getComputedStyle(form).overflowY !== "visible";
  const top = (own ? form.getBoundingClientRect().top : 0) + 90, bottom = (own ? form.getBoundingClientRect().bottom : innerHeight) - 60;
  if (rect.top >= top && rect.bottom <= bottom) return;
  (own ? form : window).scrollBy(0, rect.top - (top + bottom) / 2);
}

// putCaret puts the caret before a character of a field, or marks from it to
// another, where people see it.
export function putCaret(input, from, to = from) {
  input.closest("details")?.setAttribute("open", "");
  input.focus({ preventScroll: true });
  if (input.tagName === "TEXTAREA") {
    input.setSelectionRange(from, to);
    bring(rectAt(input, from));
  } else {
    input.select?.();
    bring(input.getBoundingClientRect());
  }
}
