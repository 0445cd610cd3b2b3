// What a reviewer thinks of each finding in many files, as the one file 审核.json
// has it, and as a list to print.

import { order, placeName, severities } from "./severity.js";

export const opinions = { mend: "要改", fine: "可以", none: "不算" };

// aboutOf is what tells a finding from the others of its report.
export const aboutOf = ({ code, path, quote, number, cell }) => [code, path, quote, number, cell].map((part) => part ?? "").join("|");

// packed is 审核.json of what was reviewed: {name, title, problems, given}, given by
// what a finding is about.
export function packed(entries) {
  const files = entries.map(({ name, title, problems, given }) => ({
    file: name, title,
    opinions: problems.filter((p) => given[aboutOf(p)]).map((p) => ({
      opinion: given[aboutOf(p)], severity: p.severity, code: p.code, path: p.path, place: p.place, message: p.message,
      ...Object.fromEntries(["quote", "number", "cell"].filter((key) => p[key]).map((key) => [key, p[key]])),
    })),
  }));
  return JSON.stringify({ review: 1, files }, null, 1) + "\n";
}

// unpacked are the opinions that a file holds, by its files' names; undefined where
// it is no 审核.json.
export function unpacked(text) {
  try {
    const { review, files } = JSON.parse(text);
    if (review !== 1 || !Array.isArray(files)) return undefined;
    return Object.fromEntries(files.map(({ file, opinions: list }) =>
      [String(file), Object.fromEntries((list ?? []).filter((o) => o.opinion in opinions).map((o) => [aboutOf(o), o.opinion]))]));
  } catch {
    return undefined;
  }
}

// listed are the rows to print of an entry, those to be mended first.
export function listed({ problems, given }) {
  const said = (p) => opinions[given[aboutOf(p)]] ?? "没有看";
  const turn = ["要改", "没有看", "可以", "不算"];
  return problems
    .map((p) => ({ opinion: said(p), severity: severities[p.severity].name, place: placeName(p.place), message: p.message, advice: p.advice ?? "", weight: order.indexOf(p.severity) }))
    .sort((a, b) => turn.indexOf(a.opinion) - turn.indexOf(b.opinion) || a.weight - b.weight);
}

// stateOf is how an entry stands, in words.
export function stateOf({ state, why, problems, unwritten, given }) {
  if (state === "waiting") return "等着核对";
  if (state === "unread") return "读不了：" + why;
  const count = (severity) => problems.filter((p) => p.severity === severity).length;
  const parts = ["error", "warning", "notice"].filter(count).map((severity) => severities[severity].icon + " " + severities[severity].name + " " + count(severity));
  if (unwritten) parts.push("没有填的 " + unwritten + " 处");
  const seen = problems.filter((p) => given[aboutOf(p)]).length;
  return (parts.join("，") || "✔ 没有发现问题") + (problems.length ? "；看过 " + seen + "/" + problems.length : "");
}
