// What a copied block of cells holds: which of it are numbers, and what is to
// be put right before the form takes them.

import { visible } from "./characters.js";
import { isNumber, mended, understood } from "./number.js";

// cells reads what spreadsheets put on the clipboard: tabs between cells, a line
// a row. A cell that holds tabs or line ends stands in quotation marks as a
// whole; any other mark is a character of its cell.
export function cells(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=\t|\r|\n|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let match; (match = pattern.exec(text));) {
    const [whole, quoted, plain, end] = match;
    rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "" || pattern.lastIndex >= text.length) break;
    if (end !== "\t") rows.push([]);
    if (whole === "") break;
  }
  return rows;
}

const isDash = (text) => mended(text, "change") === "0"; // which stands for 0, and for no label either
const holdsNumber = (text) => {
  const plain = understood(text.replace(/(万元|元)$/, ""));
  return isNumber(plain) || plain === "/" || (!isDash(text) && (mended(text, "") ?? mended(text, "amount", true)) !== undefined);
};
const holdsLabel = (text) => /\p{L}/u.test(text) && !holdsNumber(text);
const plain = (text) => visible(text).replace(/\s/g, "").replaceAll("(", "（").replaceAll(")", "）");

// alike: a copied label is one of the form's, or long enough a part of it.
function alike(copied, label) {
  const a = plain(copied), b = plain(label);
  return a === b || (a.length >= 4 && b.includes(a)) || (b.length >= 4 && a.includes(b));
}

// blockOf is what numbersOf takes of a copied text; the line end after it is none of its rows.
export const blockOf = (text, names, heads, room) => numbersOf(cells(text.replace(/(\r\n|\n|\r)$/, "")), names, heads, room);

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

// fitted lays a copied text over a table's cells: by path what goes in, and
// what has to be put right for that, as [given, becomes, path]. place is where
// the block's first cell goes, leafOf what a path's number is. Where the block
// does not fit, it comes back with why.
export function fitted(text, { rows, row, column, names, heads }, leafOf) {
  const { block, why } = blockOf(text, names.slice(row), heads, rows[row].length - column);
  if (why) return { why: why + "。请核对复制的行，点这一块左上角应在的那一格再粘贴。" };
  if (!block.flat().some((cell) => holdsNumber(cell) || isDash(cell))) return { why: "里面没有数。" };
  const texts = {}, mends = [];
  for (const [down, line] of block.entries()) {
    for (const [right, cell] of line.entries()) {
      const path = rows[row + down]?.[column + right], given = visible(cell).trim();
      if (!path && given !== "") return { why: "从这一格往右、往下放不下这一块。请点这一块左上角应在的那一格再粘贴。" };
      if (!path) continue;
      const { kind, tenThousands } = leafOf(path);
      texts[path] = understood(given, tenThousands);
      const becomes = fits(texts[path], kind) ? undefined : mended(given, kind, tenThousands);
      if (becomes !== undefined) mends.push([given, becomes, path]);
    }
  }
  return { texts, mends };
}

// fits: a cell of a kind takes a text as it stands.
const fits = (text, kind) => text === "" || text === "/" || (kind === "" ? /^\d+$/ : /^[+-]?\d+(\.\d+)?(元|万元|亿元)?$/).test(text);
