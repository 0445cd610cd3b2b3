// The page's modules that are plain functions, without a browser: node --test.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cases } from "./cases.js";
import { written } from "../page/json.js";
import { report, set, value } from "../page/report.js";
import * as steps from "../page/undo.js";

for (const { module, call, given, want, name } of cases) {
  test((name ?? call) + " " + JSON.stringify(given[0]), async () => {
    assert.deepEqual((await import("../page/" + module))[call](...given), want);
  });
}

const template = {
  edition: "x", preamble: "p",
  sections: [
    { key: "overview", heading: "一" },
    { key: "disclosure", heading: "二", table: { parts: [{ rows: [{ key: "a" }, { key: "b" }], columns: [{ key: "c" }, { key: "d" }] }] } },
  ],
  leaves: Object.fromEntries(["a.c", "a.d", "b.c", "b.d"].map((key) => ["disclosure." + key, { kind: "", tenThousands: key === "b.d" }])),
};

test("a report's JSON", () => {
  const values = new Map(Object.entries({ edition: "x", agency: "甲“县\"", year: "２０２３", date: "2024年1月8日", overview: "一\n二", sealed: "true",
    "disclosure.a.c": "１２", "disclosure.a.d": "x", "disclosure.b.d": "18350000元" }));
  const json = written({ template, values, accepted: [{ code: "a", path: "b", reason: "c" }] });
  const read = JSON.parse(json);
  assert.deepEqual(read.disclosure, { a: { c: 12, d: "x" }, b: { c: null, d: 1835 } });
  assert.equal(read.year, 2023);
  assert.equal(read.date, "2024-01-08");
  assert.equal(read.sealed, true);
  assert.equal(read.agency, "甲“县\"");
  assert.match(json, /"a": \{"c": 12, "d": "x"\}/);
});

const type = (path, text, composing) => {
  const before = value(path);
  steps.record(path, before, before + text, composing);
  set(path, before + text);
};

const fresh = () => {
  report.values.clear();
  steps.forgetSteps();
};

test("a step of typing ends with a sentence", () => {
  fresh();
  for (const c of "今年公开。明年") type("overview", c);
  steps.undo();
  assert.equal(value("overview"), "今年公开。");
  steps.undo();
  assert.equal(value("overview"), "");
  steps.redo();
  assert.equal(value("overview"), "今年公开。");
});

test("a step of typing ends after twenty characters, and on leaving the field", () => {
  fresh();
  for (let i = 0; i < 50; i++) type("overview", "字");
  steps.undo();
  assert.equal(value("overview").length, 40);
  steps.endStep();
  type("overview", "尾");
  steps.undo();
  assert.equal(value("overview").length, 40);
});

test("no step cuts what an input method writes", () => {
  fresh();
  for (const c of "abcdefghijklmnopqrstuvwxyz") type("overview", c, true);
  steps.endComposing();
  type("overview", "z");
  steps.undo();
  assert.equal(value("overview").length, 26);
  steps.undo();
  assert.equal(value("overview"), "");
});

test("undo says where the change ends", () => {
  fresh();
  set("overview", "甲乙丙丁");
  steps.apply({ overview: "甲乙新丙丁" });
  let at;
  steps.onMoved(([change]) => { at = change.caret; });
  steps.undo();
  assert.equal(at, 2);
  steps.redo();
  assert.equal(at, 3);
});

test("a reason is undone", () => {
  fresh();
  report.accepted = [];
  steps.apply({ accepted: JSON.stringify([{ code: "a", path: "b", reason: "c" }]) });
  assert.equal(report.accepted.length, 1);
  steps.undo();
  assert.deepEqual(report.accepted, []);
});
