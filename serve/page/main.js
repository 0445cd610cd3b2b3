// The page: what its buttons do, and how a report comes onto it.

import { tellUnits } from "./units.js";
import { ask } from "./ask.js";
import { changesIn } from "./changes.js";
import { listenToPaste } from "./clipboard.js";
import { byId, element, write } from "./element.js";
import { collectsNow, offerCounty, takeDrop } from "./county.js";
import { leaveCounty } from "./countyleave.js";
import { acted, choose } from "./dialog.js";
import { diskDrafts, fromDisk, keepOnDisk, startFrom } from "./disk.js";
import * as drafts from "./draft.js";
import { draw, showLast } from "./form.js";
import { fields, leaf, show, showWorkedOut } from "./fields.js";
import { acceptDrops, build, copyOut, pick, pickSome, print, read, save } from "./files.js";
import { go, listenToKeys } from "./grid.js";
import { listenToBlocks } from "./block.js";
import { putCaret } from "./caret.js";
import { keepFocus } from "./focus.js";
import { onFinding, onReturn, onStandstill } from "./check.js";
import { listenToZoom, renewSoon, startOver, turnTo } from "./preview.js";
import { copyProblems, showProblems, summary } from "./problems.js";
import { countIn, listenToOutline } from "./outline.js";
import { proseKeys, showReading, underline } from "./prose.js";
import { listenForNotes, note } from "./note.js";
import { report, changed, listen, unpack, value } from "./report.js";
import { listenToSpots } from "./spots.js";
import { endReview, listenToReview, printList, review, reviewing } from "./review.js";
import { announce, tell } from "./say.js";
import { listenToStart, showStart } from "./start.js";
import { onBase, textsOf } from "./base.js";
import { markAll } from "./leftover.js";
import { carryFirst, compare, listenToCarry, showCarry } from "./lastyear.js";
import * as steps from "./undo.js";

let templates = [];

// put puts a report on the page.
/** @param {{template: any, values: Map<string, string>, accepted: any[], answered?: string, notes?: string[], marks?: Record<string, number[][]>}} opened */
function put({ template, values, accepted, answered, notes, marks }, last = null) {
  Object.assign(report, { template, values, accepted, answered: answered ?? "", notes: notes ?? [], marks: marks ?? {}, last });
  steps.forgetSteps();
  startOver();
  byId("check").setAttribute("aria-busy", "true"); // until the first check
  byId("start").hidden = true;
  leaveCounty();
  byId("work").hidden = false;
  document.body.classList.add("open");
  draw();
  showLast(report.last?.values);
}

// mayLeave asks before what has not been saved gives way to something else.
async function mayLeave() {
  if (!drafts.unsaved()) return true;
  return await choose("现在这份报告还没有保存", ["它的草稿会留在这个浏览器里，回到首页可以接着填。"],
    [["leave", "继续"], ["", "回去"]]) === "leave";
}

async function openFile(file) {
  if (!file || !(await mayLeave())) return false;
  const before = { ...report }, sent = await read(file);
  if (!sent) return false;
  const changes = await changesIn(unpack(sent, templates), before);
  await take({ ...sent, notes: [...changes, ...sent.notes] }, false);
  if (!changes.length) return true;
  byId("notes").open = true;
  tell("与刚才这份草稿比，文件里改过 " + changes.length + " 处，列在核对的下面。", 20);
  return true;
}

// openFiles opens a file, or puts several under review.
async function openFiles(files) {
  if (files.length < 2 && !reviewing()) return openFile(files[0]);
  if (!files.length || !(await mayLeave())) return;
  if (!reviewing()) {
    drafts.close();
    report.template = null;
    report.locked = true;
    byId("form").replaceChildren();
  }
  await review(files);
  if (reviewing()) return;
  report.locked = false; // there was no report among them
  await showStart(templates, resume);
}

// leaveReview goes back to the first page, or, with a file of the review, on with that.
async function leaveReview(file) {
  endReview(file !== undefined);
  report.locked = false;
  report.template = null;
  if (!file || !(await openFile(file))) await showStart(templates, resume);
}

async function take(sent, unsaved) {
  put({ ...unpack(sent, templates), notes: sent.notes });
  await drafts.begin(unsaved);
  changed(null);
  fields.get("agency")?.focus();
}

// takeBase begins this year's report with last year's: its text is there to be
// written over, its numbers beside the cells.
async function takeBase() {
  const sent = await pick().then((file) => file && read(file));
  if (!sent) return;
  const last = unpack(sent, templates);
  put({ ...onBase(last), notes: sent.notes.map((text) => "上年的报告：" + text) }, last);
  markAll(textsOf(report.template));
  carryFirst();
  await drafts.begin(true);
  changed(null);
  fields.get("agency")?.focus();
  tell("以 " + sent.agency + " " + sent.year + " 年的报告为底稿：文字留着，年份和数字画了线，一处一处改；表里的数是空的。", 20);
}

// known is a report of a draft with its form.
const known = (part) => ({ ...part, template: templates.find((t) => t.edition === part.edition), values: new Map(part.values) });

// resume goes on with a draft; with its old version of a time as a draft of its own.
async function resume(kept, old = 0) {
  const onDisk = (await diskDrafts()).find((draft) => draft.key === kept.key);
  if (onDisk?.time > kept.time || kept.onDisk || old) {
    const found = await fromDisk(kept.key, old);
    if (!found) {
      tell("这份草稿已经不在了。");
      return false;
    }
    kept = { ...kept, ...found };
  }
  if (old) {
    put(known(kept), kept.last && known(kept.last));
    await drafts.begin(true);
    changed(null);
    tell("这是 " + drafts.clock(old, true) + " 的旧版本，作为另一份草稿打开。");
    return true;
  }
  if (!(await drafts.adopt(kept.key))) {
    tell("这份草稿正在另一个标签页里填写。");
    return false;
  }
  const here = drafts.load(kept.key);
  if (here && here.time >= kept.time) kept = { ...kept, ...here }; // another tab may have gone on with it since it was listed
  put(known(kept), kept.last && known(kept.last));
  startFrom(onDisk?.version ?? "");
  drafts.resumed(kept);
  changed(null);
  tell("已恢复 " + drafts.clock(kept.time, true) + " 的草稿。");
  return true;
}

async function fillBlanks() {
  const blank = [...fields.keys()].filter((path) => leaf(path) && !leaf(path).total && value(path) === "");
  const answer = await choose("空格都填 0？", ["有 " + blank.length + " 格没有填。只有确实没有发生的才填 0。合计由程序计算。"],
    [["fill", "填 0"], ["", "不填"]]);
  if (answer !== "fill") return;
  steps.apply(Object.fromEntries(blank.map((path) => [path, "0"])));
  tell("已填 " + blank.length + " 格，可以撤销。");
}

onFinding((finding) => {
  write(byId("name"), finding.title || "年报填报");
  if (document.title !== byId("name").textContent) document.title = byId("name").textContent;
  showWorkedOut({ ...finding.computed, ...finding.filled });
  showProblems(finding);
  showReading(finding.prose);
  underline(finding.problems);
  countIn(finding.problems);
  showCarry(finding.carry);
  note();
  announce(summary(finding));
  keepFocus();
});
onStandstill((since, why) => {
  byId("stale").hidden = since === 0;
  document.body.classList.toggle("stale", since !== 0);
  if (since) write(byId("stale"), "从 " + drafts.clock(since) + " 起没有核对，下面是那时的结果。" + why + "程序接上以后，这里自动继续。");
});
onReturn(renewSoon);
steps.onMoved((changes) => {
  const here = changes.find((c) => fields.get(c.path) === document.activeElement) ?? changes[0];
  if (fields.has(here.path)) putCaret(fields.get(here.path), here.caret);
  else tell("写明的原因已经改回。");
});

listen((paths) => {
  if (paths?.includes("edition")) {
    draw();
    for (const path of fields.keys()) show(path);
    showLast(report.last?.values);
  }
  showNotes();
  byId("undo").disabled = !steps.canUndo();
  byId("redo").disabled = !steps.canRedo();
  keepFocus();
});

const on = (id, act) => byId(id).addEventListener("click", act);
on("new", async () => {
  if (!(await mayLeave())) return;
  if (reviewing()) return askToLeave();
  drafts.close();
  report.template = null;
  await showStart(templates, resume);
});
on("open", async () => openFiles(await pickSome()));
on("base", takeBase);
on("choose", async () => openFiles(await pickSome()));
on("last", () => compare(templates));
on("save", save);
on("print", print);
on("fill", fillBlanks);
on("undo", steps.undo);
on("redo", steps.redo);
on("copy-problems", copyProblems);
on("first-text", () => {
  const blank = proseKeys().find((key) => key !== "preamble" && value(key).trim() === "");
  if (blank) putCaret(fields.get(blank), 0);
});
// showNotes lists what was noticed when files were read.
function showNotes() {
  byId("notes").hidden = report.notes.length === 0;
  write(byId("notes-title"), "读文件时记下的 " + report.notes.length + " 条");
  byId("notes-list").replaceChildren(...report.notes.map((text) => element("li", {}, text)));
}

on("jump", () => {
  byId("check").scrollIntoView();
  byId("check-title").focus();
});
on("first-blank", () => {
  const blank = [...fields.keys()].find((path) => leaf(path) && !leaf(path).total && value(path) === "");
  if (!blank) return;
  fields.get(blank).scrollIntoView({ block: "center" });
  go(blank);
});
tellUnits(byId("form"));
byId("form").addEventListener("focusin", ({ target }) => turnTo(target.dataset?.path));
byId("draft").addEventListener("change", renewSoon);
byId("form").addEventListener("submit", (event) => event.preventDefault());
addEventListener("beforeinput", (event) => {
  const act = { historyUndo: steps.undo, historyRedo: steps.redo }[event.inputType]; // from the browser's own menu
  if (!act || !report.template) return;
  event.preventDefault();
  act();
});
addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const act = { z: event.shiftKey ? steps.redo : steps.undo, y: steps.redo, s: reviewing() ? undefined : save, p: reviewing() ? printList : print }[key];
  if (!act || !report.template) return;
  event.preventDefault();
  acted();
  if (!event.isComposing) act();
});

async function askToLeave() {
  const answer = await choose("结束审核？", ["意见没有存成文件的，先点“存意见”。"], [["end", "结束"], ["", "接着审"]]);
  if (answer === "end") await leaveReview();
}
listenToReview((opened) => {
  put(opened);
  changed(null);
}, askToLeave, leaveReview);
listenToBlocks(byId("form")); // before the keys of single cells
listenToKeys(byId("form"));
listenToPaste(byId("form"));
listenForNotes();
listenToCarry();
listenToOutline();
listenToZoom();
listenToSpots();
acceptDrops((files) => collectsNow() ? takeDrop(files) : openFiles(files));

async function begin() {
  const offered = await (await ask("/api/templates")).json();
  templates = offered.templates;
  for (const { name, button, brief, copy } of offered.formats) {
    byId("print").before(element("button", { type: "button", id: name, class: byId("pdf") ? null : "main", title: brief, onclick: () => build(name) }, button));
    if (copy) byId("print").before(element("button", { type: "button", id: "copy-" + name, title: copy.brief, onclick: () => copyOut(name) }, copy.button));
  }
  byId("pdf").after(byId("pdf-kind"));
  report.templates = templates;
  if (offered.drafts) keepOnDisk();
  if (offered.county) offerCounty(openFile, () => showStart(templates, resume));
  for (const { leaves } of templates) for (const number of Object.values(leaves)) number.tenThousands = number.unit === "万元";
  listenToStart(templates, take);
  write(byId("address"), location.origin);
  const own = drafts.own();
  if (!own || !(await resume(own))) await showStart(templates, resume);
  byId("opening").hidden = true;
  document.documentElement.dataset.ready = "true";
}

begin().catch((fault) => tell(fault.message, 3600));
