// The program's checks, asked for while somebody types.

import { byId } from "./element.js";
import { body, Latest, Refusal } from "./ask.js";
import { report, listen } from "./report.js";

const pause = 15; // milliseconds after a keystroke

const latest = new Latest();
const heard = [];
let timer = 0;

// onFinding calls back with what every check found.
export function onFinding(callback) {
  heard.push(callback);
}

export let finding = null; // of the last check

const busy = (on) => byId("check").setAttribute("aria-busy", on);

listen(() => {
  busy(true);
  clearTimeout(timer);
  timer = setTimeout(check, pause);
});

async function check() {
  if (!report.template) return busy(false);
  try {
    finding = await latest.ask("/api/check?prose=1", body());
  } catch (fault) {
    if (fault.name === "AbortError") return;
    if (!(fault instanceof Refusal)) throw fault;
    busy(false);
    failed(fault);
    return;
  }
  busy(false);
  for (const callback of heard) callback(finding);
}

let failed = () => {};
export function onFailure(callback) { failed = callback; }
