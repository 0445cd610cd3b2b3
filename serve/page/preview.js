// The printed pages beside the form, drawn by the program.

import { Latest, Refusal, body } from "./ask.js";
import { element, byId, write } from "./element.js";
import { report, listen } from "./report.js";
import { follow, forgetSpots, showSpots } from "./spots.js";

const shortest = 25, longest = 300; // milliseconds after a keystroke
let pause = shortest; // half of what drawing takes on this machine: it keeps up with who types
const zooms = [50, 75, 100, 125, 150, 200, 300];

const latest = new Latest();
let timer = 0, asked = 0, shown = [], showing = Promise.resolve(), zoom = 100;
let places = {}, at = ""; // where each section stands in print; the one to show once it is drawn

listen(renewSoon);

const busy = (on) => byId("sheets").setAttribute("aria-busy", on);

export function renewSoon() {
  asked++;
  busy(true);
  clearTimeout(timer);
  timer = setTimeout(renew, pause);
}

async function renew() {
  if (!report.template) return busy(false);
  const upTo = asked;
  try {
    const drawn = new Map(report.values), begun = performance.now();
    const answer = await latest.ask("/api/pages" + (byId("draft").checked ? "?draft=1" : ""), body());
    showing = showing.then(() => show(answer, drawn)); // one after the other: each starts from what is on the page
    await showing;
    pause = Math.min(longest, Math.max(shortest, (performance.now() - begun) / 2));
    if (upTo === asked) busy(false); // else something has changed since
  } catch (fault) {
    if (fault.name === "AbortError") return;
    busy(false);
    if (!(fault instanceof Refusal)) throw fault;
  }
}

// show changes the pages that differ, first those in view, each once its new
// picture is ready, so that the view neither flickers nor moves.
async function show({ pages, total, draft, sections, spots }, drawn) {
  places = sections ?? {};
  const sheets = byId("sheets");
  write(byId("page-count"), pages.length ? "共 " + total + " 页" + (total > pages.length ? "，只画出前 " + pages.length + " 页" : "") + (draft ? "，送审稿" : "") : "现在还排不出来");
  while (sheets.children.length > pages.length) {
    forget(sheets.lastElementChild.firstElementChild);
    sheets.lastElementChild.remove();
  }
  while (sheets.children.length < pages.length) sheets.append(element("div", { class: "leaf" }, element("img", { width: 595, height: 842, alt: "" })));
  const changed = Array.from(sheets.children, (sheet, i) => ({ sheet, i })).filter(({ i }) => pages[i] !== shown[i]);
  const seen = (sheet) => sheet.offsetTop < sheets.scrollTop + sheets.clientHeight && sheet.offsetTop + sheet.offsetHeight > sheets.scrollTop;
  const inView = changed.filter(({ sheet }) => seen(sheet));
  await Promise.all(inView.map(({ sheet, i }) => place(sheet, pages[i])));
  for (const { sheet, i } of changed) if (sheet.isConnected && !inView.some((v) => v.i === i)) place(sheet, pages[i], false);
  shown = pages;
  showSpots(spots, drawn);
  if (at) turn();
  for (const [i, { firstElementChild: sheet }] of Array.from(sheets.children).entries()) sheet.alt = "第 " + (i + 1) + " 页，共 " + total + " 页";
}

// place puts a picture in the place of sheet. Loaded as an image it runs no
// script and loads nothing.
async function place(leaf, picture, inView = true) {
  const sheet = leaf.firstElementChild, renewed = element("img", { width: 595, height: 842, alt: sheet.alt });
  renewed.src = URL.createObjectURL(new Blob([picture], { type: "image/svg+xml" }));
  if (inView) await renewed.decode().catch(() => {});
  if (sheet.isConnected) sheet.replaceWith(renewed);
  forget(sheet);
}

const forget = (sheet) => sheet.src && URL.revokeObjectURL(sheet.src);

// turnTo shows where people are in print: the field's own place, or else where its
// section begins.
export function turnTo(path) {
  at = follow() ? "" : path?.split(".")[0] ?? "";
  turn();
}

function turn() {
  const place = places[at], sheet = place && byId("sheets").children[place.page];
  if (!sheet) return;
  byId("sheets").scrollTop = sheet.offsetTop + sheet.offsetHeight * place.permille / 1000 - 40;
  at = "";
}

// startOver forgets the pages of the report before.
export function startOver() {
  for (const leaf of byId("sheets").children) forget(leaf.firstElementChild);
  byId("sheets").replaceChildren();
  shown = [];
  places = {};
  at = "";
  forgetSpots();
}

function enlarge(to) {
  const sheets = byId("sheets");
  const at = sheets.scrollTop / Math.max(1, sheets.scrollHeight);
  zoom = to;
  sheets.style.setProperty("--zoom", to + "%");
  sheets.scrollTop = at * sheets.scrollHeight;
  byId("smaller").disabled = to === zooms[0];
  byId("larger").disabled = to === zooms[zooms.length - 1];
}

export function listenToZoom() {
  byId("smaller").addEventListener("click", () => enlarge([...zooms].reverse().find((z) => z < zoom) ?? zoom));
  byId("larger").addEventListener("click", () => enlarge(zooms.find((z) => z > zoom) ?? zoom));
  byId("fit").addEventListener("click", () => enlarge(100));
}
