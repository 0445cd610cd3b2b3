// What a collection found: a line, the units and their states, the problems, the files.

import { byId, element, write } from "./element.js";
import { severities } from "./severity.js";
import { drawTabs } from "./tabs.js";

// States differ by shape and word, not by colour alone.
const marks = {
  missing: "✖", unreadable: "✖", wrong: "✖", double: "▲", doubtful: "▲", fine: "✔", "by-parent": "○",
};

/** @type {Map<string, string>} which file people chose of a unit, and has not been collected with yet */
export const choices = new Map();
export const chosen = () => Object.fromEntries(choices);

// showCollected shows what was found. sum is what stands behind the last tab.
export function showCollected(found, sum) {
  const box = byId("county-found");
  box.replaceChildren(
    element("div", { id: "c-summary", tabindex: "-1" },
      element("p", {}, element("strong", {}, "第 " + found.round + " 轮　"), found.summary + "。"), ...(found.verdicts ? [element("p", {}, found.verdicts + "。")] : [])),
    where(found),
    element("p", { id: "c-again", role: "status", hidden: true }),
    ...drawTabs("收件的结果", [
      ["units", "各单位", units(found)],
      ["faults", "问题 " + (found.faults.rows.length + (found.faults.beyond ?? 0)), faults(found)],
      ["remarks", "说明 " + found.remarks.length, found.remarks.length ? element("ul", { class: "lines" }, ...found.remarks.map((text) => element("li", {}, text))) : element("p", {}, "没有别的要说明的。")],
      ["files", "结果文件", files(found.written)],
      ["sum", "汇总", sum],
    ]));
  byId("c-summary").focus();
}

// link lets people fetch one of the results.
export const link = (name, text = name) => element("a", { href: "/api/county/file?name=" + encodeURIComponent(name), download: name.split("/").pop() }, text);

// where says where the results are.
function where({ out, written, changed }) {
  if (!out) return element("p", { class: "where" }, element("a", { href: "/api/county/results", download: "汇总结果.zip", class: "button main", id: "c-zip" }, "下载全部结果（zip）"), " 下一轮时把它选作“上一轮的结果”。");
  return element("p", { class: "where" }, (changed ? "结果写在 " : "结果与已有的相同，没有改动：") + out + "（" + written.length + " 个文件）");
}

// left and early are columns that the page has otherwise than the file: the remarks
// beside what they are of, the choice in the place of the files.
const left = ["序号", "年份", "采用文件"], early = ["单位", "状态", "文件", "备注"];

// units is the table of units. Columns in which nothing stands are left out.
function units({ states, marks: of, status, choosers }) {
  const byUnit = new Map(choosers.map((c) => [c.unit, c]));
  const at = (head) => states.heads.indexOf(head), unit = at("单位"), file = at("文件"), remarks = at("备注");
  const others = states.heads.filter((head) => !left.includes(head) && !early.includes(head));
  const shown = [...early, ...others].map(at).filter((i) => states.rows.some((row) => row[i] !== ""));
  const cell = (row, i, n) => {
    if (i === unit) return element("th", { scope: "row" }, row[i]);
    if (i === status) return element("td", { class: "state " + of[n] }, element("span", { class: "icon", "aria-hidden": "true" }, marks[of[n]]), row[i]);
    if (i === file && byUnit.has(row[unit])) return element("td", {}, chooser(byUnit.get(row[unit])));
    return element("td", { class: i === file ? "file" : i === remarks ? "wide" : row[i].length < 15 ? "short" : null }, row[i]);
  };
  const body = element("tbody", {}, ...states.rows.map((row, n) => element("tr", { "data-state": of[n] }, ...shown.map((i) => cell(row, i, n)))));
  const only = element("input", { type: "checkbox", id: "c-only", onchange: ({ target }) => body.classList.toggle("only", target.checked) });
  return [element("p", {}, element("label", { class: "tick" }, only, " 只看没有通过的")),
    element("table", { class: "list", "aria-label": "各单位收件情况" }, element("thead", {}, element("tr", {}, ...shown.map((i) => element("th", { scope: "col" }, states.heads[i])))), body)];
}

// chooser lets people say which of a unit's reports counts.
function chooser({ unit, files, taken }) {
  return element("select", { "aria-label": unit + "采用哪一份", onchange: ({ target }) => {
    choices.set(unit, target.value);
    if (target.value === taken) choices.delete(unit);
    again();
  } }, element("option", { value: "" }, "（请选用哪一份）"), ...files.map((file) => element("option", { value: file, selected: file === taken }, file)));
}

// again says that what was chosen counts from the next collection on.
function again() {
  const line = byId("c-again");
  line.hidden = choices.size === 0;
  if (!line.firstChild) line.append(element("span", {}), " ", element("button", { type: "button", class: "main works", id: "c-collect-again", onclick: () => line.dispatchEvent(new Event("again", { bubbles: true })) }, "照选的再收件"));
  write(line.firstChild, "选了 " + choices.size + " 个单位的文件，再收一次件才算数。");
}

function faults({ faults: { heads, rows, beyond }, weights }) {
  if (!rows.length) return element("p", {}, "没有问题。");
  const shown = heads.map((_, i) => i).filter((i) => rows.some((row) => row[i] !== ""));
  const weight = heads.indexOf("轻重");
  const cell = (row, i, at) => {
    if (i === 0) return element("th", { scope: "row" }, row[i]);
    if (i === weight && weights[at]) return element("td", { class: weights[at] }, element("span", { class: "icon", "aria-hidden": "true" }, severities[weights[at]].icon), element("strong", {}, row[i]));
    return element("td", {}, row[i]);
  };
  return [...(beyond ? [element("p", {}, "只列出前 " + rows.length + " 条，全部的在“问题清单.xlsx”里。")] : []),
    element("table", { class: "list faults", "aria-label": "全部问题" }, element("thead", {}, element("tr", {}, ...shown.map((i) => element("th", { scope: "col" }, heads[i])))),
      element("tbody", {}, ...rows.map((row, at) => element("tr", {}, ...shown.map((i) => cell(row, i, at))))))];
}

// files are the results by the folders that they are in.
function files(written) {
  const groups = new Map([["", []], ["退回", []]]);
  for (const name of [...written].sort((a, b) => a.localeCompare(b, "zh"))) {
    const folder = name.includes("/") ? name.slice(0, name.indexOf("/")) : "";
    groups.set(folder, [...(groups.get(folder) ?? []), name]);
  }
  const about = { "": "总表", 退回: "退回：各单位的问题清单（.xlsx）和函（.docx）", 数据: "数据：读到的各单位报告" };
  return [...groups].filter(([, names]) => names.length).flatMap(([folder, names]) => [element("h3", {}, about[folder] ?? folder),
    element("ul", { class: "lines files" }, ...names.map((name) => element("li", {}, link(name, name.split("/").pop()))))]);
}
