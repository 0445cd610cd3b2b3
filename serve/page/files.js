// Files: opened from the desk, and put there.

import { ask, body, Refusal } from "./ask.js";
import { byId, element } from "./element.js";
import { choose } from "./dialog.js";
import { filesOf, sorted } from "./dropped.js";
import { written } from "./json.js";
import { report } from "./report.js";
import { finding } from "./check.js";
import { tell } from "./say.js";
import { markSaved } from "./draft.js";
import { inALine, severities } from "./severity.js";

// pick has people choose a file; undefined where they choose none.
export const pick = async () => (await pickSome(false))[0];

// pickSome has people choose files.
export function pickSome(several = true) {
  const input = byId("file");
  input.value = "";
  input.multiple = several;
  return new Promise((resolve) => {
    input.onchange = () => resolve(sorted(Array.from(input.files)));
    input.oncancel = () => resolve([]);
    input.click();
  });
}

// read has the program read a file, and tells what it could not take over.
// It comes back with the report and what was noticed; undefined where there is none.
export async function read(file, name = file.name) {
  try {
    const path = "/api/read?name=" + encodeURIComponent(name ?? "");
    const sent = async (path) => (await ask(path, { method: "POST", body: file })).json();
    let answer = await sent(path);
    if (answer.blanks >= manyBlanks && await blanksAreZero(answer.blanks)) answer = await sent(path + "&blank_as=0");
    const found = [...answer.notes, ...answer.problems.map(inALine)];
    if (answer.problems.some((p) => p.severity === "error")) {
      await choose("读这个文件时有 " + answer.problems.length + " 处要注意", [element("ul", {}, ...found.slice(0, 50).map((text) => element("li", {}, text))), "这些话以后在核对的下面还能看到。"], [["", "知道了"]]);
    }
    return { ...answer.report, notes: found };
  } catch (fault) {
    await failed(fault, "没有读成 " + (name ?? ""));
    return undefined;
  }
}

const manyBlanks = 10; // a few are better looked at one by one

const blanksAreZero = async (n) => await choose("空着的按 0 读？",
  ["这份文件的表格里有 " + n + " 格是空的。没有发生的事不填数的，按 0 读；还没有填完的，照原样空着，以后再填。"],
  [["zero", "按 0 读"], ["", "照原样空着"]]) === "zero";

async function failed(fault, title) {
  if (!(fault instanceof Refusal)) throw fault;
  await choose(title, [fault.message], [["", "知道了"]]);
}

const name = () => finding?.name || "report";

// download puts a file where the browser puts what it downloads.
export function download(blob, as) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: as, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

export function save() {
  download(new Blob([written(report)], { type: "application/json" }), name() + ".json");
  markSaved();
  tell("已保存：" + name() + ".json，在浏览器的下载文件夹里。");
}

// built has the program build a file; undefined where it must not, once people know why.
async function built(format, draft) {
  const response = await printed("/api/build?format=" + format + (format === "pdf" ? "&pdfa=" + byId("pdf-kind").value : ""), draft);
  if (!response) return undefined;
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition") ?? "");
  return { blob: await response.blob(), as: named ? decodeURIComponent(named[1]) : name() + "." + format };
}

// printed asks for something of the report as it is printed.
async function printed(path, draft) {
  try {
    return await ask(path + (draft ? "&draft=1" : ""), { method: "POST", body: body() });
  } catch (fault) {
    if (!(fault instanceof Refusal) || !fault.finding?.problems) {
      await failed(fault, "没有做成");
      return undefined;
    }
    const { errors } = fault.finding;
    const answer = await choose("还不能出正式的文件", [
      severities.error.icon + " 报告里还有 " + errors + " 处错误或空格，改好以后才能出正式的文件。",
      "领导要先看的，可以出送审稿：每页标明“送审稿”，空格画成灰块，问题列在文末。",
    ], [["draft", "出送审稿"], ["", "回去修改"]]);
    return answer === "draft" ? printed(path, true) : undefined;
  }
}

// copyOut puts the report on the clipboard, for a website's editor and as text.
export async function copyOut(format) {
  const response = await printed("/api/copy?format=" + format, byId("draft").checked);
  if (!response) return;
  const { title, html, text } = await response.json();
  const put = (event) => {
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Pages that are not on this machine and without TLS have no navigator.clipboard.
  addEventListener("copy", put, { capture: true, once: true });
  const done = document.execCommand("copy");
  removeEventListener("copy", put, { capture: true });
  if (done) tell("已复制正文，标题不在里面：在网站后台的编辑器里粘贴，标题填“" + title + "”。", 20);
  else await choose("没有复制", ["浏览器不让这个页面复制。请点“网页”，用浏览器打开下载的文件，全选以后复制。"], [["", "知道了"]]);
}

export async function build(format) {
  const file = await built(format, byId("draft").checked);
  if (!file) return;
  download(file.blob, file.as);
  tell("已做好：" + file.as + "，在浏览器的下载文件夹里。");
}

// print has the browser print the PDF itself, so that paper and file are alike.
export async function print() {
  const file = await built("pdf", byId("draft").checked);
  if (!file) return;
  const address = URL.createObjectURL(file.blob);
  byId("paper")?.remove();
  const frame = element("iframe", { id: "paper", class: "unseen", tabindex: "-1", title: "打印" });
  frame.addEventListener("load", () => {
    try {
      frame.contentWindow.focus();
      frame.contentWindow.print();
    } catch {
      open(address); // a browser that shows PDF elsewhere: people print it there
    }
  });
  frame.src = address;
  document.body.append(frame);
}

// acceptDrops takes files and folders that are dropped anywhere on the page.
export function acceptDrops(take) {
  const over = (on) => document.body.classList.toggle("over", on);
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  addEventListener("drop", (event) => {
    over(false);
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    filesOf(event.dataTransfer).then(take);
  });
}
