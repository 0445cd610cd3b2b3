// What comes from the clipboard: a block into the cells that it covers, a text
// without what nobody saw where it was copied.

import { choose } from "./dialog.js";
import { visible } from "./characters.js";
import { element } from "./element.js";
import { leaf } from "./fields.js";
import { placeOf } from "./grid.js";
import { fitted } from "./paste.js";
import { tell } from "./say.js";
import { apply } from "./undo.js";

export function listenToPaste(form) {
  form.addEventListener("paste", (event) => {
    const input = event.target, path = input.dataset?.path;
    const text = event.clipboardData.getData("text/plain");
    if (text === "") return;
    if (placeOf(path) && isBlock(text, input)) {
      event.preventDefault();
      block(path, text);
    } else if (visible(text) !== text.replace(/\r\n?/g, "\n")) {
      event.preventDefault();
      insert(input, visible(text));
    }
  });
}

// isBlock: a text is for cells, and no part of what is being written in one.
const isBlock = (text, input) => /[\t\n\r]/.test(text.replace(/(\r\n|\n|\r)$/, "")) ||
  (input.selectionStart === 0 && input.selectionEnd === input.value.length);

function insert(input, text) {
  input.setRangeText(input.tagName === "TEXTAREA" ? text : text.replaceAll("\n", " "), input.selectionStart, input.selectionEnd, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

// block puts a block into the cells right of and below path, as one step of
// undo, and says what it did. One that does not fit is not pasted at all; what
// is to be put right is shown first.
async function block(path, text) {
  const { texts, mends, why } = fitted(text, placeOf(path), leaf);
  if (why) return tell("没有粘贴：" + why);
  if (mends.length) {
    const answer = await choose("粘贴以前，有 " + mends.length + " 格要改成表里的写法", [list(mends)],
      [["right", "改好粘贴"], ["as", "照原样粘贴"], ["", "不粘贴"]], true);
    if (answer === "") return tell("没有粘贴。");
    if (answer === "right") for (const [, becomes, at] of mends) texts[at] = becomes;
  }
  apply(texts);
  const sums = Object.keys(texts).filter((p) => leaf(p).total && texts[p] !== "").length;
  tell("已粘贴 " + Object.keys(texts).length + " 格" + (sums ? "，其中 " + sums + " 个合计按粘贴的数核对" : "") + "。可以撤销。");
}

// list shows each way of writing once, with how often it comes.
function list(mends) {
  const kinds = new Map();
  for (const [given, becomes, path] of mends) {
    const key = "“" + given + "” → " + becomes + (leaf(path).tenThousands ? " 万元" : "");
    kinds.set(key, [...(kinds.get(key) ?? []), path]);
  }
  const lines = Array.from(kinds, ([key, paths]) => key + "　" + (paths.length > 1 ? paths.length + " 格" : leaf(paths[0]).place));
  const most = 12;
  return element("ul", {}, ...lines.slice(0, most).map((line) => element("li", {}, line)),
    ...(lines.length > most ? [element("li", {}, "另有 " + (lines.length - most) + " 种写法")] : []));
}
