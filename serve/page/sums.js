// The sums of the form: which cells belong to one.

import { report } from "./report.js";

// sumOf are the paths of all cells of the sum that a problem says fails; none
// for other problems.
export function sumOf({ code, path }) {
  for (const section of report.template?.sections ?? []) {
    for (const part of section.table?.parts ?? []) {
      const sum = part.sums?.find((s) => s.code === code);
      if (!sum) continue;
      const of = (row, column) => [section.key, row, column].filter(Boolean).join(".");
      const keys = [...sum.left, ...sum.right];
      const lines = sum.over === "columns" ?
        part.rows.map((row) => keys.map((key) => of(row.key, key))) :
        part.columns.map((column) => keys.map((key) => of(key, column.key)));
      const line = lines.find((paths) => paths.includes(path));
      if (line) return line.filter((at) => at in report.template.leaves);
    }
  }
  return [];
}
