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
