// The program's checks, asked for while somebody types.

import { byId } from "./element.js";
import { body, Latest, Refusal } from "./ask.js";
import { report, listen } from "./report.js";

const pause = 15; // milliseconds after a keystroke
const patience = 2000; // milliseconds between two tries where the program does not answer

const latest = new Latest();
const heard = [], back = [];
let timer = 0, asked = 0; // the changes so far
let since = 0; // when the checks ceased to come; 0: they come

/** @type {(since: number, why: string) => void} */
let onStale = () => {};

// onFinding calls back with what every check found.
export function onFinding(callback) { heard.push(callback); }

// onStandstill calls back when what the checks found holds no longer: since
// when, and why; with 0 once they come again.
export function onStandstill(callback) { onStale = callback; }

// onReturn calls back when the program answers again.
export function onReturn(callback) { back.push(callback); }

/** @type {any} */
export let finding = null; // of the last check

const busy = (on) => byId("check").setAttribute("aria-busy", on);

listen(() => {
  asked++;
  busy(true);
  checkIn(pause);
});

function checkIn(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(check, milliseconds);
}

async function check() {
  if (!report.template) return busy(false);
  const upTo = asked;
  try {
    finding = await latest.ask("/api/check?prose=1", body());
  } catch (fault) {
    if (fault.name === "AbortError") return;
    if (!(fault instanceof Refusal)) throw fault;
    busy(false);
    since ||= Date.now();
    onStale(since, fault.message);
    checkIn(patience);
    return;
  }
  if (!report.template) return busy(false); // its report was left meanwhile
  if (upTo === asked) busy(false); // else somebody has typed since
  if (since) {
    since = 0;
    onStale(0, "");
    for (const callback of back) callback();
  }
  for (const callback of heard) callback(finding);
}
