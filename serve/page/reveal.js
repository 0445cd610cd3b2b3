// From a problem to its place: the cell, or the words in a text.

import { bring, putCaret } from "./caret.js";
import { fields } from "./fields.js";
import { note } from "./note.js";
import { wordsOf } from "./quoted.js";

export function reveal(path, problem) {
  const input = fields.get(path);
  if (!input) return;
  const words = input.tagName === "TEXTAREA" && wordsOf(problem, input.value);
  if (words) putCaret(input, words[0], words[1]);
  else putCaret(input, 0);
  if (input.tagName !== "TEXTAREA") bring(input.getBoundingClientRect());
  note();
}
