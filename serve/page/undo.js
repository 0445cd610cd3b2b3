// Undo across everything on the form: typing, pastes, fills.

import { value, set, changed } from "./report.js";
import { show, fields } from "./fields.js";

const pause = 1000; // milliseconds: typing in one field without one is one step
const limit = 500;

let done = [], undone = [], last = 0;

// record notes that a value changes by typing; steps in one field run together.
export function record(path, before, after) {
  if (before === after) return;
  const now = performance.now(), step = done[done.length - 1];
  if (step?.typing && step.changes[0].path === path && now - last < pause) step.changes[0].after = after;
  else push({ typing: true, changes: [{ path, before, after }] });
  undone = [];
  last = now;
}

// apply makes several changes as one step: {path: text}.
export function apply(texts) {
  const changes = Object.entries(texts)
    .map(([path, after]) => ({ path, before: value(path), after }))
    .filter((c) => c.before !== c.after);
  if (changes.length === 0) return 0;
  push({ changes });
  undone = [];
  write(changes, "after");
  return changes.length;
}

function push(step) {
  done.push(step);
  if (done.length > limit) done.shift();
}

function write(changes, which) {
  for (const change of changes) set(change.path, change[which]);
  changed(changes.map((c) => c.path));
  for (const change of changes) show(change.path, true);
}

function move(from, to, which) {
  const step = from.pop();
  if (!step) return false;
  to.push(step);
  write(step.changes, which);
  step.typing = false; // what is typed next is a step of its own
  const first = fields.get(step.changes[0].path);
  if (!step.changes.some((c) => fields.get(c.path) === document.activeElement)) first?.focus();
  return true;
}

export const undo = () => move(done, undone, "before");
export const redo = () => move(undone, done, "after");
export const canUndo = () => done.length > 0;
export const canRedo = () => undone.length > 0;

export function forgetSteps() {
  done = [];
  undone = [];
}
