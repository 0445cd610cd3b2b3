// A table of the form as it is printed, with an input in every cell that holds a
// number. Which cells there are, and how they are merged, the program says.

import { element } from "./element.js";

// table draws a section's grid. make(path, name) is what stands in the cell of a
// number; name is its row's and its column's labels.
export function table(key, grid, make) {
  const whole = grid.widths.reduce((a, b) => a + b);
  const labels = new Map(grid.rows.flat().filter((c) => c.id).map((c) => [c.id, c]));
  const numbers = Math.max(...grid.rows.map((row) => row.filter((c) => c.kind === "number").length));
  const captions = grid.rows.flat().filter((c) => c.kind === "caption").length;
  const node = element("table", { "aria-labelledby": "h-" + key, class: [numbers > 6 && "narrow", captions === 0 && "whole"].filter(Boolean).join(" ") },
    element("colgroup", {}, ...grid.widths.map((width) => {
      const column = element("col");
      column.style.width = (100 * width / whole).toFixed(3) + "%";
      return column;
    })));
  node.style.setProperty("--columns", String(grid.widths.length));
  let body = null;
  for (const row of grid.rows) {
    const inHead = row.some((c) => c.kind === "caption" || c.kind === "column");
    if (!body || body.classList.contains("head") !== inHead) node.append(body = element("tbody", { class: inHead ? "head" : null }));
    body.append(element("tr", {}, ...row.map((c) => cell(c, labels, make))));
  }
  return node;
}

function cell(c, labels, make) {
  const spans = { colspan: c.col_span, rowspan: c.row_span };
  if (c.kind === "number") {
    const texts = (kind) => c.heads.map((id) => labels.get(id)).filter((head) => head.kind === kind).map((head) => head.text);
    return element("td", { ...spans, headers: c.heads.map((id) => "h-" + id).join(" ") }, ...make(c.path, [...texts("row"), ...texts("column")].join(" ")));
  }
  const node = element(c.text === "" ? "td" : "th", {
    ...spans, id: "h-" + c.id, class: c.kind === "caption" ? "caption" : c.left ? "left" : null,
    scope: c.text === "" ? null : c.kind === "row" ? (c.row_span > 1 ? "rowgroup" : "row") : (c.col_span > 1 ? "colgroup" : "col"),
  }, c.kind === "row" && c.row_span > 1 ? element("span", {}, c.text) : c.text);
  if (c.shade) node.style.backgroundColor = "#" + c.shade;
  return node;
}
