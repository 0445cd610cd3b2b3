// The draft: what is on the page is kept in this browser at every change, each
// tab's by itself, and by the local program on disk, for every browser.

import { byId, write } from "./element.js";
import { diskDrafts, dropFromDisk, putToDisk, startFrom } from "./disk.js";
import { report, listen, value } from "./report.js";
import { tell } from "./say.js";

const prefix = "nianbao.draft.";
const ours = "nianbao.tab"; // in sessionStorage: this tab's draft, also after a reload

let id = "", saved = true, release = null;
let handed = false; // a file of it was handed to the browser, and nothing has changed since
let closed = ""; // the draft that this tab let go of last: its lock may end a moment late

// A lock tells other tabs that a draft is open here. Browsers without locks
// (pages that come over plain HTTP from another machine) start a draft anew at
// every load, so that two tabs never write into one.
const lockName = (key) => prefix + key;

function holdLock(key) {
  if (!navigator.locks) return Promise.resolve(false);
  return new Promise((held) => {
    navigator.locks.request(lockName(key), { ifAvailable: true }, (lock) => {
      held(lock !== null);
      return lock && new Promise((resolve) => { release = resolve; });
    });
  });
}

async function openElsewhere() {
  if (!navigator.locks) return new Set();
  const { held } = await navigator.locks.query();
  return new Set(held.map((lock) => lock.name));
}

// begin gives the report that was just opened a draft of its own.
export async function begin(unsaved) {
  const key = Date.now().toString(36) + Math.floor(Math.random() * 1e9).toString(36);
  release?.();
  id = ""; // what is typed meanwhile belongs to the new report
  await holdLock(key);
  remember(key);
  startFrom("");
  saved = !unsaved;
  handed = false;
  keep();
}

// adopt goes on with a draft; false where another tab has it. What this tab
// held before a reload may be let go of a moment late.
export async function adopt(key) {
  for (let attempt = 1; navigator.locks && !(await holdLock(key)); attempt++) {
    if (attempt === 5) return false;
    await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
  }
  remember(key);
  return true;
}

function remember(key) {
  id = key;
  if (closed === key) closed = "";
  try {
    sessionStorage.setItem(ours, key);
  } catch {
    // A browser that keeps nothing: keep says so.
  }
}

// own is the draft that this tab had before it was reloaded.
export function own() {
  try {
    const key = sessionStorage.getItem(ours);
    return key && navigator.locks ? load(key) : undefined;
  } catch {
    return undefined;
  }
}

export function load(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key));
    return kept && { ...kept, key };
  } catch {
    return undefined;
  }
}

// others are the drafts that no tab has open, the latest first.
export async function others() {
  const taken = await openElsewhere();
  taken.delete(lockName(closed));
  const free = keptNames()
    .filter((name) => name.startsWith(prefix) && !taken.has(name))
    .map((name) => load(name.slice(prefix.length)))
    .filter((kept) => kept?.edition);
  const all = new Map(free.map((kept) => [kept.key, { ...kept, place: "这个浏览器里", old: [] }]));
  for (const kept of await diskDrafts()) {
    if (taken.has(lockName(kept.key))) continue;
    const here = all.get(kept.key);
    if (!here || kept.time > here.time) all.set(kept.key, { ...kept, onDisk: true });
    else Object.assign(here, { place: kept.place, old: kept.old, version: kept.version });
  }
  for (const kept of all.values()) if (kept.saved) discard(kept.key); // its file holds it
  return [...all.values()].filter((kept) => !kept.saved).sort((a, b) => b.time - a.time);
}

function keptNames() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

export function discard(key) {
  localStorage.removeItem(prefix + key);
  dropFromDisk(key);
}

listen((paths) => {
  if (!id || !paths) return; // null: a report was opened, not changed
  if (paths.length) saved = handed = false;
  queueMicrotask(keep); // once everybody has heard of the change
});

function keep() {
  if (!id || !report.template) return;
  const { template, values, accepted, answered, notes, marks, last } = report;
  const part = ({ template, values, accepted }) => ({ edition: template.edition, values: [...values], accepted });
  const time = Date.now();
  const text = JSON.stringify({
    ...part({ template, values, accepted }), answered, notes, marks, last: last && part(last), time, saved, title: value("agency") + value("year") + "年",
  });
  putToDisk(id, text);
  try {
    localStorage.setItem(prefix + id, text);
    say(time);
  } catch {
    tell("浏览器里存不下草稿了，请现在就点“保存”。", 60);
  }
}

const say = (time) => write(byId("kept"), handed ? "已保存 " + clock(time) : "草稿已存 " + clock(time));
const two = (n) => String(n).padStart(2, "0");

export function clock(time, withDay = false) {
  const at = new Date(time);
  const hours = two(at.getHours()) + ":" + two(at.getMinutes());
  return withDay ? at.getMonth() + 1 + "月" + at.getDate() + "日 " + hours : hours;
}

export function markSaved() {
  saved = handed = true;
  keep();
}

// resumed: the draft that was adopted is shown, as unsaved as it was.
export function resumed(kept) {
  saved = kept.saved;
  handed = false;
  keep();
}

// close lets go of the draft, which stays and can be gone on with.
export function close() {
  release?.();
  release = null;
  closed = id;
  id = "";
  sessionStorage.removeItem(ours);
  write(byId("kept"), "");
}

export const unsaved = () => id !== "" && !saved;

addEventListener("beforeunload", (event) => {
  if (!unsaved()) return;
  event.preventDefault();
  event.returnValue = ""; // what older browsers ask by
});
