// Where each piece of the report stands on the printed page, and the way between
// the two: the page shows where the caret is, a click on it leads to its field.

import { putCaret } from "./caret.js";
import { byId, element } from "./element.js";
import { fields } from "./fields.js";
import { report, value } from "./report.js";
import { difference } from "./undo.js";

/** @typedef {{path: string, before?: number, box: number[], page: number}} Spot */

/** @type {Map<string, Spot[]>} */
let spots = new Map(); // by path
/** @type {Map<string, string>} */
let drawn = new Map(); // the values on the pages
let of = null; // the report that is drawn

const printed = (text) => Array.from(text.replace(/\s/g, "")).length; // characters that take room

// showSpots takes the spots of pages that have just been drawn from values, and
// marks for a moment those that have changed since the pages before.
export function showSpots(pages, values) {
  const before = drawn, another = of !== report.values;
  spots = new Map();
  for (const [page, list] of pages.entries()) {
    for (const spot of list) spots.set(spot.path, [...(spots.get(spot.path) ?? []), { ...spot, page }]);
  }
  drawn = values;
  of = report.values;
  for (const old of byId("sheets").querySelectorAll(".changed")) old.remove();
  if (!another) {
    for (const path of new Set([...before.keys(), ...values.keys()])) {
      const was = before.get(path) ?? "", is = values.get(path) ?? "";
      if (was !== is) for (const spot of changedIn(path, was, is)) overlay(spot, "changed");
    }
  }
  follow(false);
}

// changedIn are the spots of a path in which a text has changed.
function changedIn(path, was, is) {
  const all = spots.get(path) ?? [];
  if (fields.get(path)?.tagName !== "TEXTAREA") return all;
  const { from, end } = difference(was, is);
  return all.slice(lineAt(all, printed(is.slice(0, from))), lineAt(all, printed(is.slice(0, Math.max(from, end - 1)))) + 1);
}

// lineAt is which of the lines holds the character that so many stand before.
const lineAt = (lines, count) => Math.max(0, lines.findLastIndex(({ before = 0 }) => before <= count));

function overlay({ page, box }, kind) {
  const [left, top, width, height] = box.map((n) => n / 100 + "%");
  const mark = element("div", { class: kind, "aria-hidden": "true" });
  Object.assign(mark.style, { left, top, width, height });
  byId("sheets").children[page]?.append(mark);
  return mark;
}

// spotHere is the spot of the field that has the focus, of a text the caret's line.
function spotHere() {
  const input = /** @type {any} */ (document.activeElement), all = spots.get(input?.dataset?.path);
  if (!all?.length) return undefined;
  if (input.tagName !== "TEXTAREA") return all[0];
  return all[lineAt(all, printed(value(input.dataset.path).slice(0, input.selectionStart)))];
}

let said = "";

// follow shows where the caret is in print, and brings that into view where it has
// moved or where it is wanted; false: it stands nowhere.
export function follow(wanted = true) {
  const here = spotHere(), sheets = byId("sheets"), is = JSON.stringify(here);
  if (is === said && !wanted && sheets.querySelector(".caret")) return here !== undefined;
  const moved = wanted || is !== said;
  said = is;
  for (const old of sheets.querySelectorAll(".caret")) old.remove();
  if (!here) return false;
  const mark = overlay(here, "caret"), leaf = sheets.children[here.page];
  if (!moved || !leaf) return true;
  const top = leaf.offsetTop + mark.offsetTop, left = leaf.offsetLeft + mark.offsetLeft;
  if (top < sheets.scrollTop + 20 || top + mark.offsetHeight > sheets.scrollTop + sheets.clientHeight - 20) sheets.scrollTop = top - sheets.clientHeight / 3;
  if (left < sheets.scrollLeft || left + mark.offsetWidth > sheets.scrollLeft + sheets.clientWidth) sheets.scrollLeft = left - 20;
  return true;
}

export function forgetSpots() {
  spots = new Map();
  of = null;
  said = "";
}

// near is the spot at a point of a page, in 1/10,000 of it, or the nearest one
// within a line.
function near(page, x, y) {
  let found, least = 200;
  for (const spot of [...spots.values()].flat()) {
    if (spot.page !== page || !fields.has(spot.path)) continue;
    const [left, top, width, height] = spot.box;
    const away = Math.max(0, top - y, y - top - height) * 1.41 + Math.max(0, left - x, x - left - width); // a page is that much higher than wide
    if (away < least) [found, least] = [spot, away];
  }
  return found;
}

// offsetAt is the place in a text behind so many characters that take room.
function offsetAt(text, count) {
  let at = 0;
  for (const character of text) {
    if (/\S/.test(character) && count-- <= 0) break;
    at += character.length;
  }
  return at;
}

function goTo(event) {
  const leaf = event.target.closest?.(".leaf");
  if (!leaf) return;
  const { left, top, width, height } = leaf.getBoundingClientRect();
  const x = 10000 * (event.clientX - left) / width, y = 10000 * (event.clientY - top) / height;
  const spot = near(Array.from(leaf.parentElement.children).indexOf(leaf), x, y);
  if (!spot) return;
  const input = fields.get(spot.path), text = value(spot.path);
  if (input.tagName !== "TEXTAREA") return putCaret(input, 0);
  const lines = spots.get(spot.path), next = lines[lines.indexOf(spot) + 1]?.before ?? printed(text);
  const part = Math.min(1, Math.max(0, (x - spot.box[0]) / spot.box[2]));
  putCaret(input, offsetAt(text, (spot.before ?? 0) + Math.round(part * (next - (spot.before ?? 0)))));
}

export function listenToSpots() {
  byId("sheets").addEventListener("click", goTo);
  document.addEventListener("selectionchange", () => {
    if (document.activeElement?.tagName === "TEXTAREA") follow(false);
  });
}
