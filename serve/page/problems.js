// What the checks found, as a list beside the form.

import { explainer } from "./accept.js";
import { byId, element, write } from "./element.js";
import { listRows } from "./keyed.js";
import { fieldOf, mark } from "./marks.js";
import { reveal } from "./reveal.js";
import { here, opinion, reviewing } from "./review.js";
import { leftovers } from "./leftover.js";
import { order, placeName, severities } from "./severity.js";
import { tell } from "./say.js";

/** @type {any[]} */
let listed = [];

export function showProblems(finding) {
  listed = [...leftovers(), ...finding.problems.filter((p) => !p.unwritten)];
  listed.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  showCounts(finding, finding.problems.filter((p) => p.unwritten));
  listRows(byId("problems"), listed, (p) => [here()?.id, p.severity, p.code, p.path, p.message].join("|"), row);
  mark([...leftovers(), ...finding.problems]);
}

function row(problem, id) {
  const { icon, name } = severities[problem.severity];
  const place = placeName(problem.place);
  const go = () => reveal(fieldOf(problem.path), problem);
  return element("li", { class: problem.severity },
    element("div", { class: "said", id, onclick: (event) => { if (!isMarking(event)) go(); } },
      element("button", { type: "button", class: "go", "aria-label": name + "，到" + (place || "那一处"), onclick: (event) => { event.stopPropagation(); go(); } },
        element("span", { class: "icon", "aria-hidden": "true" }, icon), element("strong", {}, name)),
      " ", element("span", { class: "place" }, place), place ? "：" : "",
      problem.message,
      ...(problem.advice ? [element("span", { class: "fix" }, problem.advice)] : [])),
    (reviewing() ? opinion(problem) : explainer(problem)) ?? "");
}

// isMarking: somebody has marked words of a row, to copy them; that is no click.
function isMarking(event) {
  const marked = getSelection();
  return !marked.isCollapsed && event.currentTarget.contains(marked.anchorNode);
}

function showCounts(finding, unwritten) {
  const counts = byId("counts");
  const cells = unwritten.filter((p) => p.in_table).length, texts = unwritten.length - cells;
  const missing = unwritten.filter((p) => p.severity === "error").length;
  const parts = [["error", finding.errors - missing], ["warning", finding.warnings + leftovers().length], ["notice", finding.notices]].filter(([, n]) => n > 0);
  const said = parts.map(([severity, n]) => severities[severity].name + " " + n).join("，");
  const whole = said + cells + texts;
  if (counts.dataset.said !== whole) {
    counts.dataset.said = whole;
    counts.replaceChildren(...parts.map(([severity, n]) => element("span", { class: severity },
      element("span", { class: "icon", "aria-hidden": "true" }, severities[severity].icon), severities[severity].name + " " + n)));
    if (!parts.length) counts.append(unwritten.length ? "写了的都对得上" : "没有发现问题，可以出文件");
    byId("jump").replaceChildren("核对：", ...Array.from(counts.childNodes, (node) => node.cloneNode(true)));
  }
  byId("blanks").hidden = unwritten.length === 0;
  byId("first-text").hidden = texts === 0;
  byId("first-blank").hidden = byId("fill").hidden = cells === 0;
  write(byId("blank-count"), "还" + [texts && "没有写 " + texts + " 部分", cells && "有 " + cells + " 格"].filter(Boolean).join("、还"));
  byId("copy-problems").hidden = listed.length === 0;
}

// summary is what is read out when typing stops.
export function summary(finding) {
  const unwritten = finding.problems.filter((p) => p.unwritten && p.severity === "error").length;
  const parts = [["错误", finding.errors - unwritten], ["警告", finding.warnings], ["提示", finding.notices], ["没有填的", unwritten]]
    .filter(([, n]) => n > 0).map(([name, n]) => name + " " + n + " 处");
  return parts.length ? parts.join("，") : "没有发现问题";
}

// copyProblems puts the list on the clipboard, a problem a line.
export async function copyProblems() {
  const text = listed.map((p) => [severities[p.severity].name, placeName(p.place), p.message, p.advice].filter(Boolean).join("\t")).join("\r\n");
  try {
    await navigator.clipboard.writeText(text);
    tell("已复制 " + listed.length + " 条，可以粘贴到别处。");
  } catch {
    tell("浏览器不让复制；用鼠标选中右边的文字，按 Ctrl+C。");
  }
}
