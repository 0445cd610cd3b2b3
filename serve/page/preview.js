// The printed pages beside the form, drawn by the program.

import { Latest, Refusal, body } from "./ask.js";
import { element, byId, write } from "./element.js";
import { report, listen } from "./report.js";

const pause = 120; // milliseconds after a keystroke
const zooms = [50, 75, 100, 125, 150, 200, 300];

const latest = new Latest();
let timer = 0, shown = [], zoom = 100;

listen(renewSoon);

const busy = (on) => byId("sheets").setAttribute("aria-busy", on);

export function renewSoon() {
  busy(true);
  clearTimeout(timer);
  timer = setTimeout(renew, pause);
}

async function renew() {
  if (!report.template) return busy(false);
  try {
    const answer = await latest.ask("/api/pages" + (byId("draft").checked ? "?draft=1" : ""), body());
    await show(answer);
    busy(false);
  } catch (fault) {
    if (fault.name === "AbortError") return;
    busy(false);
    if (!(fault instanceof Refusal)) throw fault;
  }
}

// show changes the pages that differ, each once its new picture is ready, so
// that the view neither flickers nor moves.
async function show({ pages, draft }) {
  const sheets = byId("sheets");
  write(byId("page-count"), pages.length ? "共 " + pages.length + " 页" + (draft ? "，送审稿" : "") : "现在还排不出来");
  while (sheets.children.length > pages.length) {
    forget(sheets.lastElementChild);
    sheets.lastElementChild.remove();
  }
  await Promise.all(pages.map((picture, i) => picture === shown[i] ? null : place(sheets, picture, i, pages.length)));
  shown = pages;
  for (const [i, sheet] of Array.from(sheets.children).entries()) sheet.alt = "第 " + (i + 1) + " 页，共 " + pages.length + " 页";
}

async function place(sheets, picture, i) {
  const sheet = element("img", { width: 595, height: 842, alt: "" });
  // A picture that is loaded as an image runs no script and loads nothing.
  sheet.src = URL.createObjectURL(new Blob([picture], { type: "image/svg+xml" }));
  const old = sheets.children[i];
  if (!old) sheets.append(sheet); // of several new ones, in their order
  await sheet.decode().catch(() => {});
  if (old?.isConnected) old.replaceWith(sheet);
  if (old) forget(old);
}

const forget = (sheet) => URL.revokeObjectURL(sheet.src);

function enlarge(to) {
  const sheets = byId("sheets");
  const at = sheets.scrollTop / Math.max(1, sheets.scrollHeight);
  zoom = to;
  sheets.style.setProperty("--zoom", to + "%");
  sheets.scrollTop = at * sheets.scrollHeight;
  byId("smaller").disabled = to === zooms[0];
  byId("larger").disabled = to === zooms.at(-1);
}

export function listenToZoom() {
  byId("smaller").addEventListener("click", () => enlarge(zooms.findLast((z) => z < zoom) ?? zoom));
  byId("larger").addEventListener("click", () => enlarge(zooms.find((z) => z > zoom) ?? zoom));
  byId("fit").addEventListener("click", () => enlarge(100));
}
