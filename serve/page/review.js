// Many files, a reviewer's way: a list of them at the left, one after the other on
// the page, an opinion for each finding. Nothing in the files changes.

import { ask, Refusal } from "./ask.js";
import { placeOf } from "./dropped.js";
import { leaveCounty } from "./countyleave.js";
import { byId, element, write } from "./element.js";
import { download } from "./files.js";
import { listRows } from "./keyed.js";
import { written } from "./json.js";
import { aboutOf, listed, opinions, packed, unpacked } from "./opinions.js";
import { report, unpack } from "./report.js";
import { inALine } from "./severity.js";
import { standing } from "./pair.js";
import { tell } from "./say.js";

const memory = "nianbao.review"; // what was given, until the review ends

/**
 * @typedef {{file: File, name: string, id: number, title: string, state: string, why: string,
 *   opened: any, problems: any[], unwritten: number, prints: string, given: Record<string, string>}} Entry
 */

/** @type {Entry[]} */
let entries = [];
let at = -1, last = 0, round = 0;

/** @type {(opened: any) => void} */
let show = () => {};

export const reviewing = () => at >= 0;
export const here = () => entries[at];

// listenToReview: put shows a report of the review, leave ends it, mend opens the
// one that is shown as one's own.
export function listenToReview(put, leave, mend) {
  show = put;
  byId("review-next").addEventListener("click", () => move(1));
  byId("review-back").addEventListener("click", () => move(-1));
  byId("review-save").addEventListener("click", save);
  byId("review-print").addEventListener("click", printList);
  byId("review-mend").addEventListener("click", () => mend(here().file));
  byId("review-end").addEventListener("click", leave);
  addEventListener("keydown", (event) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (!reviewing() || !by || !event.altKey || event.ctrlKey || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    move(by);
  });
}

// review begins with files, or adds them to those that are under review.
export async function review(files) {
  const kept = { ...remembered() };
  const reports = [];
  for (const file of files) {
    const given = /\.json$/i.test(file.name) && file.size < 8 << 20 ? unpacked(await file.text()) : undefined;
    if (given) for (const [name, own] of Object.entries(given)) kept[name] = { ...own, ...kept[name] };
    else reports.push(file);
  }
  for (const entry of entries) Object.assign(entry.given, kept[entry.name]);
  entries.push(...reports.map((file) => ({
    file, name: placeOf(file), id: ++last, title: "", state: "waiting", why: "", opened: null, problems: [], unwritten: 0, prints: "", given: { ...kept[placeOf(file)] },
  })));
  if (!entries.length) return tell("这是审核意见。请把审核过的报告和它一起拖进来。");
  remember();
  document.body.classList.add("reviewing", "open");
  byId("start").hidden = true;
  leaveCounty();
  byId("review").hidden = byId("work").hidden = false;
  if (at < 0) at = 0;
  list();
  const own = ++round;
  for (const entry of entries) {
    if (entry.state !== "waiting") continue;
    await look(entry);
    if (own !== round) return; // ended, or more files have come
    if (entry === here()) open();
    list();
  }
}

// look has a file read and checked.
async function look(entry) {
  try {
    const sent = await (await ask("/api/read?name=" + encodeURIComponent(entry.name), { method: "POST", body: entry.file })).json();
    entry.prints = sent.prints ?? "";
    const notes = [...sent.notes, ...sent.problems.map(inALine)];
    entry.opened = { ...unpack(sent.report, report.templates), notes };
    const found = await (await ask("/api/check", { method: "POST", body: written(entry.opened) })).json();
    entry.title = found.title || entry.name;
    entry.problems = found.problems.filter((p) => !p.unwritten && p.severity !== "accepted");
    entry.unwritten = found.problems.filter((p) => p.unwritten && p.severity === "error").length;
    entry.state = "read";
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    entry.state = "unread";
    entry.why = fault.message;
    entry.prints = fault.finding?.prints ?? "";
  }
}

function move(by) {
  const next = Math.min(Math.max(at + by, 0), entries.length - 1);
  if (next !== at) choose(next);
}

function choose(next) {
  at = next;
  open();
  list();
  byId("review-list").children[at]?.scrollIntoView({ block: "nearest" });
}

// open shows the file that one is at.
function open() {
  if (here().state === "read") show({ ...here().opened, values: new Map(here().opened.values) });
  else write(byId("name"), here().name);
  document.body.classList.toggle("unread", here().state === "unread");
}

function list() {
  const done = entries.filter((e) => e.state !== "waiting").length;
  write(byId("review-count"), done < entries.length ? "核对 " + done + "/" + entries.length : entries.length + " 份");
  listRows(byId("review-list"), entries, ({ id }) => String(id), (entry) => element("li", {},
    element("button", { type: "button", onclick: () => choose(entries.indexOf(entry)) }, element("span", { class: "file" }), element("span", { class: "state" }))));
  for (const [i, row] of Array.from(byId("review-list").children).entries()) {
    const entry = entries[i], button = row.firstElementChild;
    write(button.firstElementChild, entry.title || entry.name);
    write(button.lastElementChild, standing(entry, entries));
    button.title = entry.name;
    if (i === at) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  write(byId("review-why"), here().state === "unread" ? here().name + "：" + standing(here(), entries) : "");
  byId("review-mend").disabled = here().state !== "read";
}

// opinion are the buttons by which a finding gets its opinion.
export function opinion(problem) {
  const entry = here(), about = aboutOf(problem);
  const buttons = Object.entries(opinions).map(([key, text]) => element("button", {
    type: "button", "aria-label": text + "：" + problem.message.slice(0, 40), onclick: () => {
      if (entry.given[about] === key) delete entry.given[about];
      else entry.given[about] = key;
      press();
      remember();
      list();
    },
  }, text));
  const press = () => Object.keys(opinions).forEach((key, i) => buttons[i].setAttribute("aria-pressed", String(entry.given[about] === key)));
  press();
  return element("div", { class: "opinion", role: "group", "aria-label": "意见" }, ...buttons);
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(memory) ?? "{}");
  } catch {
    return {};
  }
}

function remember() {
  try {
    localStorage.setItem(memory, JSON.stringify({ ...remembered(), ...Object.fromEntries(entries.map(({ name, given }) => [name, given])) }));
  } catch {
    tell("浏览器里存不下意见了，请现在就点“存意见”。", 60);
  }
}

function save() {
  download(new Blob([packed(entries)], { type: "application/json" }), "审核.json");
  tell("已保存：审核.json，在浏览器的下载文件夹里。以后和报告一起拖进来，接着审。");
}

// printList prints what was found in all files, with the opinions.
export function printList() {
  const part = (entry) => {
    const rows = listed(entry);
    return [
      element("h2", {}, entry.title || entry.name), element("p", {}, entry.name + "　" + standing(entry, entries)),
      ...(rows.length ? [element("table", {},
        element("thead", {}, element("tr", {}, ...["序号", "意见", "轻重", "位置", "问题"].map((head) => element("th", { scope: "col" }, head)))),
        element("tbody", {}, ...rows.map(({ opinion, severity, place, message, advice }, i) => element("tr", {},
          ...[String(i + 1), opinion, severity, place, message + (advice ? "。" + advice : "")].map((text) => element("td", {}, text))))))] : []),
    ];
  };
  byId("review-paper").replaceChildren(element("h1", {}, "审核意见"), ...entries.flatMap(part));
  document.body.classList.add("print-list");
  addEventListener("afterprint", () => document.body.classList.remove("print-list"), { once: true });
  print();
}

// endReview forgets the files; what was given stays where keep says so.
export function endReview(keep) {
  if (!keep) localStorage.removeItem(memory);
  entries = [];
  at = -1;
  round++;
  document.body.classList.remove("reviewing", "unread");
  byId("review").hidden = true;
  write(byId("review-count"), "");
  byId("review-list").replaceChildren();
}
