// A list that changes only where its rows do: what stays is not touched, so
// that nothing flickers and the focus keeps its place.

import { byId } from "./element.js";

let last = 0;

// listRows shows items in list. make(item, id) is an item's row; an item that
// has the key of a row shown already keeps that row. An item's id is left in
// item.shownAs.
export function listRows(list, items, keyOf, make) {
  const rows = new Map();
  for (const row of list.children) {
    if (!rows.has(row.dataset.key)) rows.set(row.dataset.key, []);
    rows.get(row.dataset.key).push(row);
  }
  const wanted = items.map((item) => {
    const key = keyOf(item);
    let row = rows.get(key)?.shift();
    if (!row) {
      const id = "p-" + ++last;
      row = make(item, id);
      row.dataset.key = key;
      row.dataset.id = id;
    }
    item.shownAs = row.dataset.id;
    return row;
  });
  // What goes, goes first: else all that follows it would be moved, and a row
  // that is moved loses the focus, and the click that is half done.
  for (const left of rows.values()) {
    for (const row of left) {
      if (row.contains(document.activeElement)) byId("check-title").focus();
      row.remove();
    }
  }
  let at = list.firstElementChild;
  for (const row of wanted) {
    if (row === at) at = at.nextElementSibling;
    else list.insertBefore(row, at);
  }
}
