// What the checks found: a list beside the form, and marks on the cells.

import { element, byId, write } from "./element.js";
import { fields } from "./fields.js";
import { explainer } from "./accept.js";
import { describe } from "./describe.js";
import { reveal } from "./reveal.js";
import { listRows } from "./keyed.js";

// Severities differ by shape and word, not by colour alone.
export const severities = {
  error: { icon: "✖", name: "错误" },
  warning: { icon: "▲", name: "警告" },
  notice: { icon: "●", name: "提示" },
  accepted: { icon: "✔", name: "已说明" },
};
const order = Object.keys(severities);

// What to do on this page, where a check's own advice speaks of the file.
const advice = {
  "number.blank": "没有发生的填 0",
  "number.format": "只写阿拉伯数字；没有发生的填 0",
  "prose.empty": "在这里写明这一部分的内容",
  "prose.missing": "在这里写明这一部分的内容",
};

export function fix({ code, fix }) {
  if (code in advice) return advice[code];
  return /["{]|双引号|null/.test(fix) ? "" : fix.replace("在 accepted 里写明", "点“写明原因”");
}

const isBlank = (problem) => problem.code === "number.blank";
let marked = new Map(); // path → its problems
export const problemsOf = (path) => marked.get(path) ?? [];

export function showProblems(finding) {
  const listed = finding.problems.filter((p) => !isBlank(p));
  const blanks = finding.problems.filter(isBlank);
  showCounts(finding, blanks.length);
  listRows(byId("problems"), listed, (p) => [p.severity, p.code, p.path, p.message].join("|"), row);
  mark(finding.problems);
}

function row(problem, id) {
  const { icon, name } = severities[problem.severity];
  const advised = fix(problem);
  return element("li", { class: problem.severity },
    element("button", { type: "button", id, onclick: () => reveal(fieldOf(problem.path), problem) },
      element("span", { class: "icon", "aria-hidden": "true" }, icon),
      element("strong", {}, name), " ",
      element("span", { class: "place" }, problem.place), problem.place ? "：" : "",
      problem.message,
      ...(advised ? [element("span", { class: "fix" }, advised)] : [])),
    explainer(problem) ?? "");
}

// fieldOf is the input of a path, or the first below it.
export function fieldOf(path) {
  if (fields.has(path)) return path;
  for (const known of fields.keys()) if (path && known.startsWith(path + ".")) return known;
  return undefined;
}

function showCounts(finding, blanks) {
  const counts = byId("counts");
  const errors = finding.errors - blanks;
  const parts = [["error", errors], ["warning", finding.warnings], ["notice", finding.notices]].filter(([, n]) => n > 0);
  const said = parts.map(([severity, n]) => severities[severity].name + " " + n).join("，");
  if (counts.dataset.said !== said + blanks) {
    counts.dataset.said = said + blanks;
    counts.replaceChildren(...parts.map(([severity, n]) => element("span", { class: severity },
      element("span", { class: "icon", "aria-hidden": "true" }, severities[severity].icon), severities[severity].name + " " + n)));
    if (!parts.length) counts.append(blanks ? "填了的数都对得上" : "没有发现问题，可以出文件");
    byId("jump").replaceChildren("核对：", ...Array.from(counts.childNodes, (node) => node.cloneNode(true)));
  }
  byId("blanks").hidden = blanks === 0;
  write(byId("blank-count"), "还有 " + blanks + " 格没有填");
}

// summary is what is read out when typing stops.
export function summary(finding) {
  const blanks = finding.problems.filter(isBlank).length;
  const parts = [["错误", finding.errors - blanks], ["警告", finding.warnings], ["提示", finding.notices], ["空格", blanks]]
    .filter(([, n]) => n > 0).map(([name, n]) => name + " " + n + " 处");
  return parts.length ? parts.join("，") : "没有发现问题";
}

// mark gives every cell the mark of its weightiest problem and leaves the others alone.
function mark(problems) {
  const now = new Map();
  for (const problem of problems) {
    const path = fieldOf(problem.path);
    if (path) now.set(path, [...(now.get(path) ?? []), problem]);
  }
  for (const [path, input] of fields) {
    const found = now.get(path) ?? [];
    const others = found.filter((p) => !isBlank(p));
    const worst = order.find((severity) => others.some((p) => p.severity === severity));
    const holder = input.parentElement;
    const shown = worst ?? (found.length ? "blank" : "");
    if (holder.dataset.mark !== shown) {
      if (shown) holder.dataset.mark = shown;
      else delete holder.dataset.mark;
      if (worst === "error") input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      describe(input, "unfilled", shown === "blank");
    }
    describeBy(input, others);
  }
  marked = now;
}

function describeBy(input, problems) {
  const wanted = new Set(problems.map((p) => p.shownAs).filter(Boolean));
  for (const id of (input.getAttribute("aria-describedby") ?? "").split(" ")) {
    if (id.startsWith("p-") && !wanted.has(id)) describe(input, id, false);
  }
  for (const id of wanted) describe(input, id, true);
}
