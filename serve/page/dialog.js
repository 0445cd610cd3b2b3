// Questions to people, in the browser's own modal dialog.

import { element } from "./element.js";

// choose asks a question and comes back with the answer's value; "" when it was
// dismissed. Answers are [value, text] pairs, the safe one last.
export function choose(title, paragraphs, answers) {
  return new Promise((resolve) => {
    const dialog = element("dialog", { "aria-labelledby": "dialog-title" },
      element("form", { method: "dialog" },
        element("h2", { id: "dialog-title" }, title),
        ...paragraphs.map((p) => typeof p === "string" ? element("p", {}, p) : p),
        element("p", { class: "answers" }, ...answers.map(([value, text], i) =>
          element("button", { value, class: i === 0 ? "main" : null, formnovalidate: i > 0 }, text)))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
