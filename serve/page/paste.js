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

// numbersOf drops what was copied along: rows of heads, and columns of labels
// on the left.
export function numbersOf(rows) {
  let block = rows.filter((row) => row.some(holdsNumber) || !row.some(holdsLabel));
  const labels = (column) => block.some((row) => holdsLabel(row[column] ?? "")) && !block.some((row) => holdsNumber(row[column] ?? ""));
  let left = 0;
  const width = Math.max(0, ...block.map((row) => row.length));
  for (let column = 0; column < width && !block.some((row) => holdsNumber(row[column] ?? "")); column++) {
    if (labels(column)) left = column + 1;
  }
  return block.map((row) => row.slice(left));
}

// pasted puts a block into the cells right of and below path, as one step of
// undo, and says what it did; "" where the text is no block.
export function pasted(path, text) {
  if (!/[\t\n\r]/.test(text.replace(/(\r\n|\n|\r)$/, ""))) return "";
  const block = numbersOf(cells(text.replace(/(\r\n|\n|\r)$/, "")));
  const { rows, row, column } = placeOf(path);
  const texts = {};
  let lost = 0;
  block.forEach((line, down) => line.forEach((cell, right) => {
    const target = rows[row + down]?.[column + right];
    const given = cell.trim();
    if (!target) lost += given === "" ? 0 : 1;
    // A sum without a number stays with the program.
    else texts[target] = understood(given, leaf(target).tenThousands);
  }));
  const count = Object.keys(texts).length;
  apply(texts);
  const sums = Object.keys(texts).filter((p) => leaf(p).total && texts[p] !== "").length;
  return "已粘贴 " + count + " 格" +
    (sums ? "，其中 " + sums + " 个合计按粘贴的数核对" : "") +
    (lost ? "；还有 " + lost + " 个数超出表格，没有粘贴" : "") + "。可以撤销。";
}
