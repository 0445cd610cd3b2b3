// Drafts on disk: the local program keeps them, so that every browser, at every
// port, finds them.

import { tell } from "./say.js";

const pause = 700; // milliseconds after a change

let there = false; // false: this program keeps none, a browser does
let base = ""; // the version that this page knows
let timer = 0;
/** @type {{key: string, text: string} | null} */
let waiting = null;

// keepOnDisk: this program keeps drafts.
export function keepOnDisk() { there = true; }

// startFrom says which version of the draft on disk the page goes on with; "": a new one.
export function startFrom(version) {
  send();
  base = version;
}

// diskDrafts are what the program keeps.
export async function diskDrafts() {
  if (!there) return [];
  try {
    const response = await fetch("/api/drafts");
    const { folder, drafts } = await response.json();
    return drafts.map((kept) => ({ ...kept, place: folder }));
  } catch {
    return []; // the program has stopped: the page says so elsewhere
  }
}

// fromDisk is a draft's content, or that of its old version of a time; undefined where it is gone.
export async function fromDisk(key, old = 0) {
  const response = await fetch("/api/drafts/" + key + (old ? "?old=" + old : "")).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}

export function putToDisk(key, text) {
  if (!there) return;
  if (waiting && waiting.key !== key) send();
  waiting = { key, text };
  clearTimeout(timer);
  timer = setTimeout(send, pause);
}

let sending = Promise.resolve();

function send(leaving = false) {
  clearTimeout(timer);
  if (!waiting) return;
  const { key, text } = waiting;
  waiting = null;
  const put = () => fetch("/api/drafts/" + key + "?base=" + base, { method: "PUT", body: text, keepalive: leaving === true && text.length < 20000 });
  if (leaving === true) {
    put().catch(() => {});
    return;
  }
  sending = sending.then(put).then(async (response) => {
    const answer = await response.json();
    if (!response.ok) return tell(answer.message, 30);
    base = answer.version;
    if (answer.other) tell("另一个浏览器里也在填这一份：以这里后写的为准，那边的作为旧版本留着，在第一页上找得到。", 30);
  }).catch(() => {}); // the program has stopped: what is here is in the browser
}

addEventListener("pagehide", () => send(true));

export function dropFromDisk(key) {
  if (there) fetch("/api/drafts/" + key, { method: "DELETE" }).catch(() => {});
}
