// From a problem to its place, and the problems of the place one is at.

import { byId, element } from "./element.js";
import { fields } from "./fields.js";
import { severities, problemsOf, fix } from "./problems.js";

// reveal takes people to the cell of a problem; in prose, to the words it quotes.
export function reveal(path, problem) {
  const input = fields.get(path);
  if (!input) return;
  input.closest("details")?.setAttribute("open", "");
  input.focus({ preventScroll: true });
  input.scrollIntoView({ block: "center", inline: "nearest" });
  if (input.tagName === "TEXTAREA") markQuoted(input, problem);
  else input.select?.();
  note();
}

function markQuoted(area, problem) {
  const quoted = Array.from(problem.message.matchAll(/“([^”]+)”/g), (m) => m[1].replace(/^…|…$/g, ""));
  for (const words of quoted.sort((a, b) => b.length - a.length)) {
    const at = area.value.indexOf(words);
    if (at < 0) continue;
    area.setSelectionRange(at, at + words.length);
    // Blink scrolls to a caret, not to what a script marks.
    area.scrollTop = area.scrollHeight * at / Math.max(1, area.value.length) - area.clientHeight / 3;
    return;
  }
}

let at = null;

// note shows the problems of the cell that has the focus right below it.
export function note() {
  const box = byId("note"), input = document.activeElement;
  const problems = problemsOf(input?.dataset?.path).filter((p) => p.code !== "number.blank");
  showRows(problems);
  if (!problems.length) {
    box.hidden = true;
    at = null;
    return;
  }
  // Where the list stands beside the form, what to do is enough here.
  const short = matchMedia("(min-width: 1000px) and (min-height: 520px)").matches;
  const said = short + problems.map((p) => p.severity + p.message).join("|");
  if (at !== input || box.dataset.said !== said) {
    box.dataset.said = said;
    box.replaceChildren(...problems.map((p) => element("p", { class: p.severity },
      element("span", { class: "icon" }, severities[p.severity].icon),
      element("strong", {}, severities[p.severity].name), " ", short && fix(p) || p.message,
      ...(!short && fix(p) ? [element("span", { class: "fix" }, fix(p))] : []))));
    at = input;
  }
  box.hidden = false;
  const cell = input.getBoundingClientRect();
  const below = cell.bottom + 6, height = box.offsetHeight;
  box.style.top = (below + height > innerHeight && cell.top > height + 6 ? cell.top - height - 6 : below) + "px";
  box.style.left = Math.max(8, Math.min(cell.left, byId("form").getBoundingClientRect().right - box.offsetWidth - 8)) + "px";
}

// showRows shows in the list which problems are those of the cell one is in.
function showRows(problems) {
  const list = byId("problems");
  const rows = problems.map((p) => byId(p.shownAs)?.parentElement).filter(Boolean);
  const before = list.querySelectorAll(".here");
  if (rows.length === before.length && rows.every((row) => row.classList.contains("here"))) return;
  for (const row of before) row.classList.remove("here");
  for (const row of rows) row.classList.add("here");
  if (rows.length) list.scrollTop = rows[0].offsetTop - list.offsetTop;
}

export function listenForNotes() {
  byId("form").addEventListener("focusin", note);
  byId("form").addEventListener("focusout", () => { byId("note").hidden = true; });
  for (const scrolled of [byId("form"), window]) scrolled.addEventListener("scroll", () => { if (at) note(); }, { passive: true });
}
