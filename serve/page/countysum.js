// The units added up: what is missing, the county's data and workbook, the paragraph
// of facts, the county's report on the page.

import { picked, remembered } from "./countyform.js";
import { link } from "./countyshow.js";
import { byId, element } from "./element.js";
import { severities } from "./severity.js";
import { tell } from "./say.js";

const sends = (node, name, detail) => node.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));

/** @type {HTMLElement | null} what stands behind the tab, kept from one collection to the next */
let panel = null;

// sumPanel asks what a sum needs.
export function sumPanel() {
  if (panel) {
    panel.querySelector("#c-sum-found").replaceChildren(); // it was of the collection before
    return panel;
  }
  const before = remembered();
  const field = (id, label, hint) => element("p", { class: id === "agency" ? null : "by-place" }, element("label", { for: "c-" + id }, label),
    element("input", { id: "c-" + id, value: before[id] ?? "", spellcheck: "false", autocomplete: "off" }), ...(hint ? [element("span", { class: "hint" }, hint)] : []));
  const file = [["选文件", false, false]];
  panel = element("div", { id: "c-sum" },
    element("form", { id: "sum-form", "aria-label": "汇总", novalidate: true },
      field("agency", "全县报告标题里的机关名称，如 涞源县"),
      field("county-last", "全县去年的报告（可以不写，用来核对上年结转）"), picked("county-last", { label: "全县去年的报告（可以不选）", pick: file }),
      field("own", "本级自己的报告（可以不写，也加进去）"), picked("own", { label: "本级自己的报告（可以不选）", pick: file }),
      picked("kept", { label: "写过文字的全县报告（可以不选，文字还用）", pick: file }),
      element("p", {}, element("label", { class: "tick" }, element("input", { type: "checkbox", id: "c-partial" }), " 缺单位也汇总（先看一看，不能报送）")),
      element("p", { class: "go" }, element("button", { class: "main works", id: "sum" }, "汇总"))),
    element("div", { id: "c-sum-found", tabindex: "-1" }));
  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    sends(byId("county-found"), "sum", null);
  });
  return panel;
}

// showSummed shows what came of it.
export function showSummed(found) {
  const row = ({ unit, why, missing }) => element("tr", {}, element("th", { scope: "row" }, unit),
    element("td", { class: missing ? "error" : null }, ...(missing ? [element("span", { class: "icon", "aria-hidden": "true" }, severities.error.icon), element("strong", {}, "缺")] : ["不计入"])),
    element("td", {}, why));
  byId("c-sum-found").replaceChildren(
    element("p", {}, element("strong", {}, "计入 " + found.units + " 个单位" + (found.missing ? "，缺 " + found.missing + " 个" : "") + "。"),
      found.data ? "" : "没有汇总：收齐、改好以后再汇总；先要看一看的，勾上“缺单位也汇总”。"),
    ...(found.data ? made(found) : []),
    ...(found.left.length ? [element("h3", {}, "没有计入的"), element("table", { class: "list", "aria-label": "没有计入的单位" },
      element("thead", {}, element("tr", {}, ...["单位", "计入汇总", "原因"].map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, ...found.left.map(row)))] : []),
    ...(found.remarks.length ? [element("h3", {}, "说明"), element("ul", { class: "lines" }, ...found.remarks.map((text) => element("li", {}, text)))] : []));
  byId("c-sum-found").focus();
}

function made(found) {
  return [
    ...(found.missing ? [element("p", { class: "error" }, element("span", { class: "icon", "aria-hidden": "true" }, severities.error.icon), element("strong", {}, "缺 " + found.missing + " 个单位，不能作为报送稿。"))] : []),
    element("p", { class: "buttons" }, element("button", { type: "button", class: "main", id: "c-open-sum", onclick: () => sends(byId("county-found"), "open", found.data) }, "打开全县的报告"), ...found.written.map((name) => link(name))),
    element("p", {}, found.out ? "写在 " + found.out + "。" : "也在“下载全部结果（zip）”里。", "打开以后写文字、落款；鼠标停在一格上，或者走到那一格，会说是哪些单位的数。"),
    element("h3", {}, "可以写进第一部分的一段"),
    element("p", { id: "c-facts", class: "facts" }, found.facts),
    element("p", {}, element("button", { type: "button", id: "c-copy-facts", onclick: copyFacts }, "复制这一段")),
  ];
}

function copyFacts() {
  const range = document.createRange();
  range.selectNodeContents(byId("c-facts"));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  tell(document.execCommand("copy") ? "已复制，到第一部分里粘贴。" : "浏览器不让复制。这一段已经选中，请按 Ctrl+C。");
}
