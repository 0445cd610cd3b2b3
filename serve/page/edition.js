// The form that a report is written on, and changing it.

import { choose } from "./dialog.js";
import { element } from "./element.js";
import { report, value } from "./report.js";
import { tell } from "./say.js";
import { apply } from "./undo.js";

// change has people choose another form. What has no place on it is listed
// before it is given up; all of it is one step of undo.
export async function change() {
  const open = report.templates.filter((t) => t.offer === "by_year" || t.edition === report.template.edition);
  const list = element("select", { "aria-label": "格式" }, ...open.map((t) =>
    element("option", { value: t.edition, selected: t.edition === report.template.edition }, t.name)));
  const national = report.template.family;
  if (open.some((t) => t.edition === national)) list.value = national;
  if (await choose("换用哪一种格式？", [list, "填过的文字和数，新格式里有的都留下。"], [["next", "换用"], ["", "不换"]]) !== "next") return;
  const to = open.find((t) => t.edition === list.value);
  if (to.edition === report.template.edition) return;
  const lost = lostBy(to);
  const places = lost.filter((path) => !/^0?$/.test(value(path))).map((path) => (report.template.leaves[path]?.place ?? "文字") + "：" + value(path).slice(0, 30));
  if (places.length) {
    const answer = await choose("新格式里没有这 " + places.length + " 处的位置", [
      element("ul", {}, ...places.slice(0, 20).map((text) => element("li", {}, text)), ...(places.length > 20 ? [element("li", {}, "另有 " + (places.length - 20) + " 处")] : [])),
      "换了以后请把它们归到新格式的相应格子里。可以撤销。"], [["drop", "换用，这些不要"], ["", "不换"]]);
    if (answer !== "drop") return;
  }
  apply({ edition: to.edition, ...Object.fromEntries(lost.map((path) => [path, ""])) });
  tell("已换用：" + to.name + "。可以撤销。");
}

// lostBy are the paths of what is filled in and has no place on another form.
function lostBy(to) {
  const texts = new Set(to.sections.filter((s) => !s.table).map((s) => s.key));
  return [
    ...Object.keys(report.template.leaves).filter((path) => value(path) !== "" && !(path in to.leaves)),
    ...report.template.sections.filter((s) => !s.table && !texts.has(s.key) && value(s.key) !== "").map((s) => s.key),
  ];
}
