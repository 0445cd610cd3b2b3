// The parts of the form in a row above it, with how much is wrong in each, and
// keys to jump between them.

import { bring } from "./caret.js";
import { byId, element, write } from "./element.js";
import { order, severities } from "./severity.js";

/** @type {{key: string, short: string, heading: string, digit: string}[]} */
let parts = [];

// showOutline makes the row for a form: its head, the text before its first
// section, and its sections by their numerals.
export function showOutline(template) {
  parts = [
    { key: "head", short: "标题", heading: "标题和落款", digit: "0" },
    { key: "preamble", short: "引言", heading: template.preamble, digit: "9" },
    ...template.sections.map((section, i) => ({
      key: section.key, short: section.heading.split("、")[0], heading: section.heading, digit: String(i + 1),
    })),
  ];
  byId("outline").replaceChildren(...parts.map((part) => element("button", {
    type: "button", id: "o-" + part.key, title: part.heading + "（Alt+" + part.digit + "）",
    "aria-keyshortcuts": "Alt+" + part.digit, onclick: () => jump(part.key),
  }, element("span", {}, part.short), element("span", { class: "wrong" }), element("span", { class: "unseen" }))));
}

const partOf = (path) => parts.find(({ key }) => path === key || path?.startsWith(key + "."))?.key ?? "head";

// countIn shows how many problems each part has.
export function countIn(problems) {
  for (const part of parts) {
    const own = problems.filter((p) => p.severity !== "accepted" && !p.unwritten && partOf(p.path) === part.key);
    const unwritten = problems.filter((p) => p.unwritten && partOf(p.path) === part.key).length;
    const worst = order.find((severity) => own.some((p) => p.severity === severity));
    const button = byId("o-" + part.key), wrong = button.querySelector(".wrong");
    wrong.className = "wrong " + (worst ?? "");
    write(wrong, worst ? severities[worst].icon + own.length : "");
    button.classList.toggle("open-yet", unwritten > 0);
    write(button.querySelector(".unseen"), part.heading + (worst ? "，" + own.length + " 处问题" : "") + (unwritten ? "，" + unwritten + " 处没有填" : ""));
  }
}

function jump(key) {
  const section = byId("h-" + key)?.closest(".part");
  if (!section) return;
  section.scrollIntoView();
  const stop = section.querySelector("textarea, [tabindex='0'], input");
  stop?.focus({ preventScroll: true });
  if (stop && key !== "head") bring(byId("h-" + key).getBoundingClientRect());
}

export function listenToOutline() {
  addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !document.body.classList.contains("open")) return;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const part = parts.find((p) => p.digit === digit);
    const other = { 7: "check-title", 8: "sheets" }[digit];
    if (!part && !other) return;
    event.preventDefault();
    if (part) jump(part.key);
    else byId(other).focus();
  });
  byId("form").addEventListener("focusin", ({ target }) => {
    const path = target.dataset?.path;
    if (!path) return;
    for (const part of parts) byId("o-" + part.key).classList.toggle("here", part.key === partOf(path));
  });
}
