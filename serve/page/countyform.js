// What a collection is asked with: where the reports are, the list of units, the year.

import { onHanded, pickAs } from "./countyhand.js";
import { byId, element } from "./element.js";
import { understood } from "./number.js";

const memory = "nianbao.county"; // what was asked with last

// Places that are typed, by the name that the program has for them.
const places = {
  folder: { label: "收到的报告在哪个文件夹", hint: "在文件管理器里打开这个文件夹，点地址栏，复制，粘到这里。里面的文件夹也看。" },
  list: { label: "单位名单", hint: "Excel 表格（.xlsx）或者 .csv，第一列是单位全称。" },
  out: { label: "结果写到哪个文件夹", hint: "没有的会新建。" },
  last: { label: "去年的报告在哪个文件夹（可以不写）", hint: "逐个对照上年结转等。" },
  before: { label: "上一轮的结果在哪个文件夹（第二轮起写）", hint: "逐条说明已改、未改、新出现、已说明。结果请写到另一个文件夹。" },
};

// What is handed over instead.
const handed = {
  reports: { label: "各单位的报告", pick: [["选文件夹", true, false], ["选文件", false, true]] },
  list: { label: "单位名单", pick: [["选名单", false, false]] },
  last: { label: "去年的报告（可以不选）", pick: [["选文件夹", true, false], ["选文件", false, true]] },
  before: { label: "上一轮的结果（第二轮起选）", pick: [["选文件夹", true, false], ["选 zip", false, false]] },
};

const typed = (name) => {
  const { label, hint } = places[name];
  return element("p", { class: "by-place" }, element("label", { for: "c-" + name }, label),
    element("input", { id: "c-" + name, name, spellcheck: "false", autocomplete: "off", "aria-describedby": "c-" + name + "-hint" }),
    element("span", { class: "hint", id: "c-" + name + "-hint" }, hint));
};

export const picked = (as, { label, pick }) => element("div", { class: "by-hand", role: "group", "aria-labelledby": "c-" + as + "-label" },
  element("span", { class: "label", id: "c-" + as + "-label" }, label),
  ...pick.map(([text, folder, several]) => element("button", { type: "button", class: "works", id: "c-" + as + (folder ? "-folder" : "-files"), onclick: () => pickAs(as, folder, several) }, text)),
  element("span", { class: "hint", id: "c-" + as + "-handed", role: "status" }, ""));

const small = (id, label, attributes) => element("p", {}, element("label", { for: "c-" + id }, label), element("input", { id: "c-" + id, ...attributes }));

// countyForm is the form; collect, firstRoster and leave are what its buttons do.
export function countyForm({ collect, firstRoster, leave }) {
  const way = (value, text, checked) => element("label", { class: "tick" }, element("input", { type: "radio", name: "way", value, checked, onchange: showWay }), " " + text);
  const today = new Date(), day = today.getFullYear() + "-" + String(today.getMonth() + 1).padStart(2, "0") + "-" + String(today.getDate()).padStart(2, "0");
  const form = element("form", { id: "county-form", "aria-labelledby": "county-title", novalidate: true },
    element("div", { class: "top" }, element("h2", { id: "county-title", tabindex: "-1" }, "收各单位的报告"), element("button", { type: "button", id: "county-leave", onclick: leave }, "回首页")),
    element("div", { role: "radiogroup", "aria-label": "报告怎样交给程序", class: "two-ways" }, way("place", "这台电脑上的文件夹", true), way("hand", "选文件，或者拖进来", false)),
    typed("folder"), picked("reports", handed.reports),
    typed("list"), picked("list", handed.list),
    element("p", {}, element("button", { type: "button", id: "c-roster", class: "works", onclick: firstRoster }, "还没有名单：照收到的报告做一份")),
    typed("out"),
    element("div", { class: "beside" },
      small("year", "报告哪一年的工作", { inputmode: "numeric", maxlength: "4", value: String(today.getFullYear() - 1) }),
      small("deadline", "改好报回的期限", { type: "date" })),
    typed("last"), picked("last", handed.last),
    typed("before"), picked("before", handed.before),
    small("date", "写在清单和函上的日期", { type: "date", value: day }),
    element("p", { class: "go" }, element("button", { id: "collect", class: "main works" }, "收件")),
    element("input", { type: "file", id: "c-file", class: "unseen", tabindex: "-1", "aria-hidden": "true" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    collect();
  });
  form.addEventListener("change", ({ target }) => { if (target.id === "c-folder") beside(form); });
  onHanded(() => {
    form.querySelector("[value=hand]").checked = true;
    showWay();
  });
  recall(form);
  return form;
}

const isHanded = () => byId("county-form").elements.way.value === "hand";

// showWay shows what is asked for of files that are named, or of those that are handed over.
export function showWay() {
  byId("county").classList.toggle("by-named", !isHanded());
  byId("county").classList.toggle("by-handing", isHanded());
}

// beside offers the usual places beside the folder of the reports.
function beside(form) {
  const folder = form.elements.folder.value.trim().replace(/^["“]|["”]$/g, "").replace(/[\\/]+$/, "");
  const at = Math.max(folder.lastIndexOf("/"), folder.lastIndexOf("\\"));
  if (at < 0) return;
  for (const [name, usual] of [["list", "名单.xlsx"], ["out", "汇总结果"]]) if (form.elements[name].value === "") form.elements[name].value = folder.slice(0, at + 1) + usual;
}

const text = (id) => byId("c-" + id)?.value.trim() ?? "";

// orderOf is what the program is asked with.
export const orderOf = () => ({
  handed: isHanded(),
  ...Object.fromEntries(Object.keys(places).map((name) => [name, text(name)])),
  own: text("own"), county_last: text("county-last"), agency: text("agency"), partial: byId("c-partial")?.checked ?? false,
  year: Number(understood(text("year"))) || 0, date: text("date"), deadline: text("deadline"),
});

const kept = ["folder", "list", "out", "last", "before", "year", "deadline", "agency", "own", "county-last"];

// rememberOrder keeps what was asked with for the next time.
export function rememberOrder() {
  try {
    localStorage.setItem(memory, JSON.stringify({ ...remembered(), way: isHanded() ? "hand" : "place", ...Object.fromEntries(kept.filter((id) => byId("c-" + id)).map((id) => [id, text(id)])) }));
  } catch {
    // A browser that keeps nothing: people type it again.
  }
}

export function remembered() {
  try {
    return JSON.parse(localStorage.getItem(memory) ?? "{}");
  } catch {
    return {};
  }
}

function recall(form) {
  const before = remembered();
  for (const id of kept) {
    const input = form.querySelector("#c-" + id);
    if (input && before[id]) input.value = before[id];
  }
  if (before.way === "hand") form.querySelector("[value=hand]").checked = true;
}
