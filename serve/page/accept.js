// A warning that an office lets stand, with its reason. The reason is part of
// the saved report and is never printed.

import { choose } from "./dialog.js";
import { element } from "./element.js";
import { settle } from "./leftover.js";
import { changed, report } from "./report.js";
import { apply } from "./undo.js";

// about is what one of several findings of a code at a path is about.
const about = ({ quote, number, cell }) => ({ quote, number, cell });
const same = (problem) => (a) => a.code === problem.code && a.path === problem.path &&
  ["quote", "number", "cell"].every((key) => !a[key] || a[key] === problem[key]);

// explainer is the button of a warning, or of one with a reason; null for what
// must be mended.
export function explainer(problem) {
  if (problem.own) {
    return button(problem, "这些都对", () => {
      settle(problem.path);
      changed([]);
    });
  }
  if (problem.severity === "accepted") return button(problem, "撤回说明", () => keep(problem, ""));
  if (problem.severity !== "warning") return null;
  return button(problem, "写明原因", () => ask(problem));
}

const button = (problem, text, onclick) =>
  element("button", { type: "button", class: "explain", "aria-label": text + "：" + problem.message.slice(0, 40), onclick }, text);

async function ask(problem) {
  const reason = element("textarea", { rows: 3, "aria-label": "原因", required: true });
  const answer = await choose("为什么可以这样？", [problem.message, reason, "写明以后，这一条不再算警告。原因只和数据保存在一起，不印出来。"],
    [["keep", "写好了"], ["", "不写"]]);
  if (answer === "keep") keep(problem, reason.value.trim());
}

function keep(problem, reason) {
  const kept = report.accepted.filter((a) => !same(problem)(a));
  if (reason) kept.push({ code: problem.code, path: problem.path, reason, ...about(problem) });
  apply({ accepted: kept.length ? JSON.stringify(kept) : "" });
}
