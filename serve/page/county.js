// The reports of many units: who sent theirs, what is wrong with whose, what they add
// up to. A view of its own, which only the program on one's own machine offers.

import { ask, Refusal } from "./ask.js";
import { countyForm, orderOf, rememberOrder, showWay } from "./countyform.js";
import { handOver } from "./countyhand.js";
import { working, work } from "./countyjob.js";
import { choices, chosen, link, showCollected } from "./countyshow.js";
import { showSummed, sumPanel } from "./countysum.js";
import { byId, element } from "./element.js";
import { choose } from "./dialog.js";
import { placeOf } from "./dropped.js";
import { tell } from "./say.js";

// offerCounty puts the card onto the first page. open opens a file on the page, leave
// goes back to the first page.
export function offerCounty(open, leave) {
  const card = element("section", { "aria-labelledby": "card-title", id: "card" },
    element("h3", { id: "card-title" }, "收各单位的报告"),
    element("p", {}, "给统稿的人：各单位的报告放进一个文件夹，看谁没有报、错在哪里，写出退回的清单和函，最后相加成全县的报告。"),
    element("p", {}, element("button", { type: "button", id: "collect-open", class: "main", onclick: enter }, "收件和汇总")));
  byId("drop").after(card);
  byId("work").before(element("section", { id: "county", "aria-labelledby": "county-title", hidden: true },
    countyForm({ collect, firstRoster, leave }),
    element("div", { id: "county-side" },
      element("div", { id: "county-progress", hidden: true }),
      element("div", { id: "county-found" }, before()))));
  showWay();
  byId("county-found").addEventListener("sum", sum);
  byId("county-found").addEventListener("again", collect);
  byId("county-found").addEventListener("open", ({ detail }) => openSum(detail, open));
}

// before is what stands where the results will be.
const before = () => element("div", { class: "before" },
  element("p", {}, "左边写好，按“收件”。这里会列出："),
  element("ul", {}, ...["谁没有报，谁报了几份、要用哪一份", "每份报告哪里不对、怎么改", "退回各单位的清单和函、读到的数据", "各单位相加的数，全县的报告"].map((text) => element("li", {}, text))),
  element("p", {}, "放报告的文件夹，程序一个字也不改。"));

function enter() {
  byId("start").hidden = true;
  byId("county").hidden = false;
  document.body.classList.add("collecting");
  byId("name").textContent = document.title = "收各单位的报告";
  byId("county-title").focus();
}

export const collectsNow = () => document.body.classList.contains("collecting");

// takeDrop takes what is dropped onto the view as the reports.
export const takeDrop = (files) => handOver("reports", files.map((file) => ({ file, path: placeOf(file) })));

// done does a piece of work and says what keeps it from being done; asked to, it
// replaces what others have changed.
async function done(kind, order, title) {
  if (working()) return undefined;
  try {
    const end = await work(kind, order);
    if (end.state === "done") return end.result;
    if (end.state === "stopped") {
      tell("已经停下，什么也没有写，放报告的文件夹没有动。");
      return undefined;
    }
    const answers = end.replaces ? [["replace", "用新的覆盖"], ["", "不覆盖"]] : [["", "知道了"]];
    if (await choose(title, [end.message + (end.message.endsWith("。") ? "" : "。")], answers) !== "replace") return undefined;
    return done(kind, { ...order, replace: true }, title);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await choose(title, [fault.message + (fault.message.endsWith("。") ? "" : "。")], [["", "知道了"]]);
    return undefined;
  }
}

async function collect() {
  const order = orderOf();
  rememberOrder();
  const found = await done("collect", { ...order, chosen: chosen() }, "没有收成");
  if (!found) return;
  choices.clear();
  showCollected(found, sumPanel());
}

async function firstRoster() {
  const order = orderOf();
  const made = await done("roster", order, "没有做成名单");
  if (!made) return;
  byId("c-list-handed").textContent = order.handed ? made.written[0] : "";
  const where = made.list ? "写在 " + made.list : "点下面的名字下载";
  await choose("名单做好了，" + made.units + " 个单位", [
    "照收到的报告做的，" + where + "。请打开它，对照机构名录补上没有报的单位；别名、联系人也写在里面。补好以后" + (made.list ? "保存。" : "再从“选名单”选回来。"),
    ...(made.list ? [] : [element("p", {}, link(made.written[0]))]),
    ...(made.remarks.length ? [element("ul", {}, ...made.remarks.map((text) => element("li", {}, text)))] : []),
  ], [["", "知道了"]]);
}

async function sum() {
  rememberOrder();
  const found = await done("sum", orderOf(), "没有汇总");
  if (found) showSummed(found);
}

async function openSum(name, open) {
  try {
    const content = await (await ask("/api/county/file?name=" + encodeURIComponent(name))).blob();
    await open(new File([content], name));
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await choose("没有打开", [fault.message], [["", "知道了"]]);
  }
}
