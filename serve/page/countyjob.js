// A piece of work that the program does in the background: begun, asked how far it
// is, stopped.

import { ask } from "./ask.js";
import { byId, element, write } from "./element.js";

const patience = 400; // milliseconds before it is shown that something goes on
let now = 0; // the work that goes on; 0: none does
let stopping = false;

export const working = () => now !== 0;

// work does a piece of work and comes back with its end.
export async function work(kind, order) {
  if (working()) return { state: "stopped" };
  now = -1; // begun, without a number yet
  stopping = false;
  busy(true);
  const began = Date.now();
  try {
    now = (await (await ask("/api/county/" + kind, { method: "POST", body: JSON.stringify(order) })).json()).id;
    for (let pause = 60; ; pause = Math.min(pause * 1.5, 300)) {
      const reach = await (await ask("/api/county/job/" + now)).json();
      if (reach.state !== "working") return reach;
      if (Date.now() - began > patience) show(reach);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } finally {
    now = 0;
    busy(false);
  }
}

/** @type {HTMLElement | null} where one was when the work began */
let before = null;

// busy keeps one from beginning anything else; one who is nowhere after it is led back.
function busy(on) {
  if (on && document.activeElement instanceof HTMLElement) before = document.activeElement;
  byId("county").setAttribute("aria-busy", String(on));
  for (const button of document.querySelectorAll("#county button.works")) button.toggleAttribute("disabled", on);
  if (on) return;
  const nowhere = document.activeElement === document.body || byId("county-progress").contains(document.activeElement);
  byId("county-progress").hidden = true;
  if (nowhere && before?.isConnected) before.focus();
}

const names = { collect: "收件", sum: "汇总", roster: "做名单" };

// show says how far it is; every part is a node that stays, so that nothing flickers
// and the button keeps the focus.
function show({ kind, done, all, failed, seconds }) {
  const box = byId("county-progress");
  if (!box.firstChild) {
    box.append(element("p", { id: "county-reach", role: "status" }), element("progress", { id: "county-bar", "aria-labelledby": "county-reach" }),
      element("button", { type: "button", id: "county-stop", onclick: stop }, "停下"));
  }
  box.hidden = false;
  const bar = byId("county-bar");
  if (all) [bar.max, bar.value] = [all, done];
  else bar.removeAttribute("value");
  byId("county-stop").disabled = stopping;
  write(byId("county-reach"), stopping ? "正在停下，等读着的文件读完……" : names[kind] + (all ? "：读了 " + done + " 个文件，共 " + all + " 个" : "：开始") +
    (failed ? "，读不了 " + failed + " 个" : "") + (seconds ? "，大约还要 " + lasting(seconds) : ""));
}

const lasting = (seconds) => seconds < 90 ? seconds + " 秒" : Math.round(seconds / 60) + " 分钟";

function stop() {
  if (now <= 0) return;
  stopping = true;
  ask("/api/county/job/" + now, { method: "DELETE" }).catch(() => {}); // the program has gone: the next question says so
}

// reach shows how far the page itself is with something.
export function reach(text, done, all) {
  const box = byId("county-progress");
  box.hidden = done === all;
  box.replaceChildren(...(done === all ? [] : [element("p", { role: "status" }, text), element("progress", { max: String(all), value: String(done), "aria-label": text })]));
}
