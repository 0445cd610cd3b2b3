// A table of the form as it is printed, with an input in every cell that holds
// a number. All labels, spans and widths come from the template.

import { element } from "./element.js";
import { rowsOf } from "./json.js";

// table makes section's table. make(path, name) is the input of a number; name
// is its row's and its column's labels.
export function table(section, make) {
  const form = section.table;
  const labels = form.label_widths?.length ?? 0;
  const grid = labels + form.number_widths.length;
  const widths = [...(form.label_widths ?? []), ...form.number_widths];
  const whole = widths.reduce((a, b) => a + b);
  const columns = element("colgroup", {}, ...widths.map((w) => {
    const column = element("col");
    column.style.width = (100 * w / whole).toFixed(3) + "%";
    return column;
  }));
  const node = element("table", { "aria-labelledby": "h-" + section.key, class: [form.number_widths.length > 6 && "narrow", form.parts.length === 1 && "whole"].filter(Boolean).join(" ") }, columns);
  node.style.setProperty("--columns", grid);
  form.parts.forEach((part, n) => node.append(...partRows(section, part, n, labels, form, make)));
  return node;
}

function partRows(section, part, n, labels, form, make) {
  const id = (kind, ...at) => ["h", section.key, n, kind, ...at].join("-");
  const span = form.number_widths.length / part.columns.length;
  const head = element("tbody", { class: "head" });
  if (part.caption) {
    const caption = element("th", { colspan: labels + form.number_widths.length, scope: "colgroup", class: "caption" }, part.caption);
    if (part.shade) caption.style.backgroundColor = "#" + part.shade;
    head.append(element("tr", {}, caption));
  }
  const columnIds = headRows(part, labels, span, id, head);
  const body = element("tbody");
  const rowIds = [], paths = rowsOf(section, part);
  part.rows.forEach((row, i) => {
    const line = element("tr");
    rowIds[i] = rowLabels(part.rows, i, labels, id, form.label_align, rowIds, line);
    part.columns.forEach((column, j) => {
      const ids = [...rowIds[i], ...columnIds[j]];
      line.append(element("td", { colspan: span, headers: ids.join(" ") }, ...make(paths[i][j], [...row.label, ...column.label].join(" "))));
    });
    body.append(line);
  });
  return [head, body];
}

// sameGroup: two label paths agree down to level, and the label there names a group.
const sameGroup = (a, b, level) => level < a.length - 1 && level < b.length - 1 &&
  a.slice(0, level + 1).every((label, i) => label === b[i]);

// headRows adds the columns' labels as rows of merged cells, and returns the
// ids that name each column.
function headRows(part, labels, span, id, head) {
  const depth = Math.max(1, ...part.columns.map((c) => c.label.length));
  const rows = Array.from({ length: depth }, () => element("tr"));
  if (labels > 0) rows[0].append(element("td", { colspan: labels, rowspan: depth, class: "corner" }, part.corner ?? ""));
  const ids = part.columns.map(() => []);
  part.columns.forEach((column, j) => {
    column.label.forEach((text, level) => {
      const before = part.columns[j - 1]?.label ?? [];
      if (j > 0 && sameGroup(before, column.label, level)) {
        const open = rows[level].lastElementChild;
        open.colSpan += span;
        ids[j].push(open.id);
        return;
      }
      const last = level === column.label.length - 1;
      const cell = element("th", {
        id: id("c", j, level), scope: last ? "col" : "colgroup",
        colspan: span, rowspan: last ? depth - level : 1,
      }, text);
      rows[level].append(cell);
      ids[j].push(cell.id);
    });
  });
  head.append(...rows);
  return ids;
}

// rowLabels adds the labels that start in row i, and returns the ids that name it.
function rowLabels(rows, i, labels, id, align, above, line) {
  const label = rows[i].label;
  return label.map((text, level) => {
    if (i > 0 && sameGroup(rows[i - 1].label, label, level)) return above[i - 1][level];
    let span = 1;
    while (i + span < rows.length && sameGroup(label, rows[i + span].label, level)) span++;
    const last = level === label.length - 1;
    const cell = element("th", {
      id: id("r", i, level), scope: last ? "row" : "rowgroup", rowspan: span,
      colspan: last ? labels - level : 1, class: last && align === "left" ? "left" : null,
    }, last ? text : element("span", {}, text));
    line.append(cell);
    return cell.id;
  });
}
