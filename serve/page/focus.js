// The focus never falls to nowhere: where what had it is gone, a place near by takes it.

import { byId } from "./element.js";

/** @type {any} */
let last = null;

addEventListener("focusin", (event) => { last = event.target; });

// keepFocus gives the focus a place where its holder has gone or cannot hold it any more.
export function keepFocus() {
  if (document.activeElement !== document.body || !last || document.querySelector("dialog[open]")) return;
  if (last.isConnected && !last.disabled && last.offsetParent !== null) return;
  const path = last.dataset?.path;
  const again = path && document.querySelector('[data-path="' + path + '"]');
  if (document.body.classList.contains("open")) (again ?? byId("check-title")).focus({ preventScroll: true });
}

const controls = "a, button, input, select, textarea, label, summary, option, dialog, [tabindex]";

// A press of the mouse on what is no control, and no text to be marked, leaves the
// focus where it is.
addEventListener("mousedown", (event) => {
  const at = event.target instanceof Element ? event.target : null;
  const onBar = at && ((at.scrollHeight > at.clientHeight && event.offsetX > at.clientWidth && at.clientWidth > 0) ||
    (at.scrollWidth > at.clientWidth && event.offsetY > at.clientHeight && at.clientHeight > 0)); // a scroll bar's
  if (at && !onBar && !at.closest(controls) && document.activeElement !== document.body) event.preventDefault();
});
