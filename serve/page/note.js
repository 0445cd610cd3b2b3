// What is wrong with the field that one is at, and which units make it up: beside its
// cell, below a writing area, never over what is being written.

import { byId, element } from "./element.js";
import { fields } from "./fields.js";
import { problemsOf } from "./marks.js";
import { severities } from "./severity.js";
import { sumOf } from "./sums.js";
import { unitsOf } from "./units.js";

let at = null;

// note shows the problems of the field that has the focus.
export function note() {
  const input = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const problems = problemsOf(input?.dataset.path).filter((p) => !p.unwritten);
  showRows(problems);
  const inText = input?.tagName === "TEXTAREA";
  for (const below of document.querySelectorAll(".told")) {
    const wanted = inText && problems.length > 0 && below.closest(".part") === input.closest(".part");
    below.replaceChildren(...(wanted ? problems.map(line) : []));
  }
  const box = byId("note"), units = input ? unitsOf(input.dataset.path) : "";
  if ((!problems.length && !units) || inText) {
    box.hidden = true;
    at = null;
    return;
  }
  const said = problems.map((p) => p.severity + p.message).join("|") + units;
  if (at !== input || box.dataset.said !== said) {
    box.dataset.said = said;
    box.replaceChildren(...problems.map(line), ...elsewhere(problems), ...(units ? [element("p", { class: "units" }, units)] : []));
    at = input;
  }
  box.hidden = false;
  const cell = input.getBoundingClientRect();
  const below = cell.bottom + 6, height = box.offsetHeight;
  box.style.top = (below + height > innerHeight && cell.top > height + 6 ? cell.top - height - 6 : below) + "px";
  box.style.left = Math.max(8, Math.min(cell.left, byId("form").getBoundingClientRect().right - box.offsetWidth - 8)) + "px";
}

// Where the list stands beside the form, what to do is enough here.
function line(problem) {
  const short = matchMedia("(min-width: 1000px) and (min-height: 520px)").matches && problem.advice;
  return element("p", { class: problem.severity },
    element("span", { class: "icon" }, severities[problem.severity].icon),
    element("strong", {}, severities[problem.severity].name), " ", short || problem.message,
    ...(!short && problem.advice ? [element("span", { class: "fix" }, problem.advice)] : []));
}

// elsewhere says where those cells of a failing sum are that one does not see.
function elsewhere(problems) {
  const paths = problems.flatMap(sumOf), form = byId("form").getBoundingClientRect();
  let above = 0, below = 0;
  for (const path of paths) {
    const rect = fields.get(path)?.getBoundingClientRect();
    if (rect?.bottom < form.top + 40) above++;
    else if (rect?.top > Math.min(form.bottom, innerHeight)) below++;
  }
  const said = [above && "↑ 上面还有 " + above + " 格", below && "↓ 下面还有 " + below + " 格"].filter(Boolean).join("，");
  return said ? [element("p", { class: "fix" }, "同一个和里的：" + said)] : [];
}

// showRows shows in the list which problems are those of the field one is in.
function showRows(problems) {
  const list = byId("problems");
  const rows = problems.map((p) => byId(p.shownAs)?.closest("li")).filter(Boolean);
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
