// What a text still holds of last year: its years and numbers, marked until each
// is touched.

import { listen, report, value } from "./report.js";
import { difference } from "./undo.js";

const pattern = /[\d０-９][\d０-９,，.．]*[\d０-９]|[\d０-９]|[〇○零一二三四五六七八九]{4}(?=年)/g;

// leftIn are the places in a text of years and numbers, but for those that only
// number a line.
export const leftIn = (text) => Array.from(text.matchAll(pattern))
  .filter(({ index, 0: found }) => {
    const begins = text.slice(text.lastIndexOf("\n", index - 1) + 1, index).trim() === "";
    return !(begins && found.length < 3 && /^[.．、]/.test(text.slice(index + found.length)));
  })
  .map(({ index, 0: found }) => [index, index + found.length]);

// shifted are the places that stay when a text changes: those touched are gone,
// those behind the change move along.
export function shifted(places, before, after) {
  const { from, end } = difference(before, after);
  const to = before.length - (after.length - end), by = after.length - before.length;
  return places.filter(([a, b]) => b < from || a > to).map(([a, b]) => a > to ? [a + by, b + by] : [a, b]);
}

const texts = new Map(); // as they were when the places were reckoned

// markAll marks all texts of a report that begins as last year's.
export function markAll(keys) {
  report.marks = {};
  for (const key of keys) {
    texts.set(key, value(key));
    report.marks[key] = leftIn(value(key));
  }
}

// settle takes a text's marks away: all of it is right.
export function settle(key) { delete report.marks[key]; }

listen((paths) => {
  for (const key of Object.keys(report.marks)) {
    if (!paths) texts.set(key, value(key)); // a report was opened: its draft's marks are those of its texts
    if (!paths?.includes(key)) continue;
    report.marks[key] = shifted(report.marks[key], texts.get(key) ?? "", value(key));
    texts.set(key, value(key));
  }
});

// leftovers are the warnings of what is still marked.
export const leftovers = () => Object.entries(report.marks).filter(([, places]) => places.length).map(([key, places]) => {
  const found = places.map(([from, to]) => value(key).slice(from, to));
  return {
    severity: "warning", code: "", path: key, own: true, words: places[0],
    place: key === "preamble" ? "引言" : report.template.sections.find((s) => s.key === key)?.heading ?? "",
    message: "还有 " + found.length + " 处上年的年份和数字没有核对：" + found.slice(0, 6).join("、") + (found.length > 6 ? "……" : ""),
    advice: "改过的自动去掉标记；不用改的，看过以后点“这些都对”",
  };
});
