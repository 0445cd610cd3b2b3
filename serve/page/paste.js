// A block copied from a spreadsheet goes into the cells that it covers.

import { leaf } from "./fields.js";
import { placeOf } from "./grid.js";
import { isNumber, understood } from "./number.js";
import { apply } from "./undo.js";

// cells reads what spreadsheets put on the clipboard: tabs between cells, a line
// a row; a cell that holds either stands in quotes.
export function cells(text) {
  const rows = [[]];
  const pattern = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  for (let match; (match = pattern.exec(text));) {
    const [whole, cell, end] = match;
    rows[rows.length - 1].push(cell.startsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "" || pattern.lastIndex >= text.length) break;
    if (end !== "\t") rows.push([]);
    if (whole === "") break;
  }
  return rows;
}

const holdsNumber = (text) => {
  const plain = understood(text.replace(/(万元|元)$/, ""));
  return isNumber(plain) || plain === "/";
};
const holdsLabel = (text) => /\p{L}/u.test(text) && !holdsNumber(text); // a dash is none: it stands for a number
const plain = (text) => text.replace(/\s/g, "").replaceAll("(", "（").replaceAll(")", "）");

// alike: a copied label is one of the form's, or long enough a part of it.
function alike(copied, label) {
  const a = plain(copied), b = plain(label);
  return a === b || (a.length >= 4 && b.includes(a)) || (b.length >= 4 && a.includes(b));
}

// numbersOf drops what was copied along: rows of heads, and columns of labels
// on the left. names are the labels of the table's rows, the first those of the
// row that is pasted into; heads what stands in its heads. It comes back with a
// block, or with why none can be told: a number must not land in another row.
export function numbersOf(lines, names = [], heads = [], room = Infinity) {
  const known = names.flat();
  const isName = (cell) => plain(cell).length > 1 && holdsLabel(cell) && known.some((label) => alike(cell, label));
  const isHead = (line) => line.every((cell) => plain(cell) === "" || heads.some((head) => plain(head) === plain(cell)));
  const block = [];
  for (const line of lines) {
    const numbers = line.some(holdsNumber);
    if (!numbers && line.some(holdsLabel) && (isHead(line) || (!block.length && !line.some(isName)))) continue;
    const stranger = line.find(holdsLabel);
    if (!numbers && stranger && !line.some(isName)) return { why: "“" + stranger.trim() + "”那一行没有数，也不是表里的行名" };
    block.push(line);
  }
  const width = Math.max(0, ...block.map((line) => line.length));
  const column = (at, test) => block.some((line) => test(line[at] ?? ""));
  let left = 0;
  for (let at = 0; at < width; at++) if (column(at, isName)) left = at + 1;
  for (let at = left; at < width && !column(at, holdsNumber); at++) if (column(at, holdsLabel)) left = at + 1;
  const empty = (at) => !column(at, (cell) => plain(cell) !== "");
  while (width - left > room && empty(left)) left++; // merged labels leave such columns
  if (left > 0 && width - left < room && width > left && empty(left)) {
    return { why: "行名右边有一列是空的，看不出是行名还是数" };
  }
  for (const [at, line] of block.entries()) {
    const name = line.slice(0, left).filter(holdsLabel).pop();
    if (name && isName(name) && !(names[at] ?? []).some((label) => alike(name, label))) {
      return { why: "“" + name.trim() + "”与要粘贴到的那一行不是一行" };
    }
  }
  return { block: block.map((line) => line.slice(left)) };
}

// pasted puts a block into the cells right of and below path, as one step of
// undo, and says what it did; "" where the text is no block. A block that does
// not fit is not pasted at all.
export function pasted(path, text) {
  if (!/[\t\n\r]/.test(text.replace(/(\r\n|\n|\r)$/, ""))) return "";
  const { rows, row, column, names, heads } = placeOf(path);
  const { block, why } = numbersOf(cells(text.replace(/(\r\n|\n|\r)$/, "")), names.slice(row), heads, rows[row].length - column);
  if (why) return "没有粘贴：" + why + "。请核对复制的行，点这一块左上角应在的那一格再粘贴。";
  if (!block.flat().some(holdsNumber)) return "没有粘贴：里面没有数。数字后面不要带“件”之类的单位。";
  const texts = {};
  for (const [down, line] of block.entries()) {
    for (const [right, cell] of line.entries()) {
      const target = rows[row + down]?.[column + right], given = cell.trim();
      if (target) texts[target] = understood(given, leaf(target).tenThousands);
      else if (given !== "") return "没有粘贴：从这一格往右、往下放不下这一块。请点这一块左上角应在的那一格再粘贴。";
    }
  }
  apply(texts);
  const sums = Object.keys(texts).filter((p) => leaf(p).total && texts[p] !== "").length;
  return "已粘贴 " + Object.keys(texts).length + " 格" + (sums ? "，其中 " + sums + " 个合计按粘贴的数核对" : "") + "。可以撤销。";
}
