// Undo across everything on the form: typing, pastes, fills, reasons.

import { report, value, set, changed } from "./report.js";

const limit = 500; // steps
const longest = 20; // characters of typing that are one step

/** @typedef {{path: string, before: string, after: string}} Change */
/** @typedef {{changes: [Change, ...Change[]], typing: boolean, composing?: boolean, typed?: number}} Step */

/** @type {Step[]} */
let done = [];
/** @type {Step[]} */
let undone = [];

// record notes that a value changes by typing. What is typed in one field runs
// together to a sentence's end, or twenty characters; composing: an input
// method is at work, which no step cuts in two.
export function record(path, before, after, composing = false) {
  if (before === after) return;
  undone = [];
  const step = done[done.length - 1], amount = Math.max(1, Math.abs(after.length - before.length));
  if (step?.typing && step.changes[0].path === path && (step.composing || !ended(step))) {
    step.changes[0].after = after;
    step.composing = composing;
    step.typed += amount;
  } else {
    push({ typing: true, composing, typed: amount, changes: [{ path, before, after }] });
  }
}

/** @param {Step} step */
const ended = ({ typed, changes: [change] }) => typed >= longest || /[。！？；\n]$/.test(difference(change.before, change.after).inserted);

// endStep has what is typed next be a step of its own.
export function endStep() {
  const step = done[done.length - 1];
  if (step) step.typing = false;
}

// endComposing: the input method has handed its text over.
export function endComposing() {
  const step = done[done.length - 1];
  if (step) step.composing = false;
}

// difference is what of a text was replaced: from where, by what, and where that ends.
export function difference(before, after) {
  const least = Math.min(before.length, after.length);
  let from = 0, back = 0;
  while (from < least && before[from] === after[from]) from++;
  while (back < least - from && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return { from, inserted: after.slice(from, after.length - back), end: after.length - back };
}

// apply makes several changes as one step: {path: text}.
export function apply(texts) {
  const changes = Object.entries(texts)
    .map(([path, after]) => ({ path, before: value(path), after }))
    .filter((c) => c.before !== c.after);
  if (changes.length === 0 || report.locked) return 0;
  push({ typing: false, changes });
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
  changed(changes.map((c) => c.path), true);
}

/** @type {(changes: {path: string, caret: number}[]) => void} */
let moved = () => {};

// onMoved calls back after undo and redo with what has changed, and where in
// its text the change ends.
export function onMoved(callback) { moved = callback; }

function move(from, to, was, which) {
  const step = from.pop();
  if (!step) return false;
  step.typing = false;
  to.push(step);
  write(step.changes, which);
  moved(step.changes.map((c) => ({ path: c.path, caret: difference(c[was], c[which]).end })));
  return true;
}

export const undo = () => move(done, undone, "after", "before");
export const redo = () => move(undone, done, "before", "after");
export const canUndo = () => done.length > 0;
export const canRedo = () => undone.length > 0;

export function forgetSteps() {
  done = [];
  undone = [];
}
