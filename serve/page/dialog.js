// Questions to people, in the browser's own modal dialog.

import { byId, element, write } from "./element.js";

// writing tells whether people are at a field of the form. A dialog that opened
// then would take the keys that are meant for the field.
let writing = false;
const isField = (node) => node instanceof Element && node.closest("#form input, #form textarea, #form select") !== null;
addEventListener("click", (event) => { writing = isField(event.target); }, true);
addEventListener("drop", () => { writing = false; }, true);
for (const kind of ["keydown", "compositionstart", "input"]) {
  addEventListener(kind, (event) => { if (isField(event.target)) writing = true; }, true);
}

// acted: a key was pressed that asks for something, as a click does.
export function acted() { writing = false; }

let turnDown = null; // leaves the question that is waiting without an answer

// choose asks a question and comes back with the answer's value; "" when it was
// dismissed. Answers are [value, text] pairs, the safe one last: it has the
// focus, unless there is something to write. A question that comes up while
// people write waits beside what they do until they click it, unless it is
// asked at once upon what they did.
export async function choose(title, paragraphs, answers, atOnce = false) {
  if (!atOnce && writing && !(await calledUp(title))) return "";
  return new Promise((resolve) => {
    const something = paragraphs.find((p) => p instanceof HTMLTextAreaElement);
    const buttons = answers.map(([value, text], i) => element("button",
      { value, class: i === 0 ? "main" : null, formnovalidate: i > 0 }, text));
    const dialog = element("dialog", { "aria-labelledby": "dialog-title" },
      element("form", { method: "dialog" },
        element("h2", { id: "dialog-title" }, title),
        ...paragraphs.map((p) => typeof p === "string" ? element("p", {}, p) : p),
        element("p", { class: "answers" }, ...buttons)));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
    (something ?? buttons[buttons.length - 1]).focus();
  });
}

// calledUp shows that there is a question; false where a later one takes its place.
function calledUp(title) {
  turnDown?.();
  return new Promise((resolve) => {
    const end = (called) => {
      byId("asked").hidden = true;
      turnDown = null;
      resolve(called);
    };
    turnDown = () => end(false);
    byId("asked").hidden = false;
    write(byId("asked-title"), title);
    byId("asked-open").onclick = () => end(true);
  });
}
