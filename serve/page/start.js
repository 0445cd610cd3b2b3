// Where one begins: a draft, a new report, a file.

import { ask, Refusal } from "./ask.js";
import { leaveCounty } from "./countyleave.js";
import { byId, element } from "./element.js";
import { choose } from "./dialog.js";
import * as drafts from "./draft.js";
import { understood } from "./number.js";
import { read } from "./files.js";
import { tell } from "./say.js";

// showStart shows the first page with the drafts that are there to go on with.
export async function showStart(templates, resume) {
  byId("start").hidden = false;
  byId("name").textContent = document.title = "年报填报";
  byId("work").hidden = true;
  leaveCounty();
  document.body.classList.remove("open");
  const kept = await drafts.others();
  byId("drafts").hidden = kept.length === 0;
  byId("draft-list").replaceChildren(...kept.map((draft) => item(draft, templates, resume)));
  (byId("draft-list").querySelector("button") ?? byId("begin-agency")).focus();
}

function item(draft, templates, resume) {
  const values = new Map(draft.values);
  const name = draft.title ?? (values.get("agency") ?? "") + (values.get("year") ?? "") + "年";
  const time = drafts.clock(draft.time, true);
  const old = (draft.old ?? []).slice(0, 20).map((at) => element("button", { type: "button", onclick: () => resume(draft, at) }, drafts.clock(at, true)));
  const row = element("li", {},
    element("span", {}, name, element("br"), time + " 的草稿", element("br"), element("span", { class: "hint" }, "在" + draft.place),
      ...(old.length ? [element("details", {}, element("summary", {}, "旧版本"), ...old)] : [])),
    element("button", { type: "button", class: "main", "aria-label": "接着填 " + name + " " + time, onclick: () => resume(draft) }, "接着填"),
    element("button", {
      type: "button", "aria-label": "删除 " + name + " " + time + " 的草稿", onclick: async () => {
        if (await choose("删除这份草稿？", [name + "，" + time + "。删除以后找不回来。"], [["drop", "删除"], ["", "留着"]]) !== "drop") return;
        drafts.discard(draft.key);
        row.remove();
        byId("drafts").hidden = !byId("draft-list").children.length;
        (byId("draft-list").querySelector("button") ?? byId("begin-agency")).focus();
      },
    }, "删除"));
  return row;
}

// listenToStart has the first page's form make a new report for take.
export function listenToStart(templates, take) {
  const offered = templates.filter((t) => t.offer === "by_year");
  const year = byId("begin-year"), edition = byId("begin-edition");
  edition.append(element("option", { value: "" }, "该年份适用的格式"), ...offered.map((t) => element("option", { value: t.edition }, t.name)));
  year.value = String(new Date().getFullYear() - 1); // reports are written in January, of the year before
  let making = false; // a second click makes no second report
  byId("begin").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (making) return;
    making = true;
    try {
      const asked = new URLSearchParams({ edition: edition.value, agency: byId("begin-agency").value, year: understood(year.value) });
      const blank = await (await ask("/api/new?" + asked)).blob();
      const sent = await read(blank, "");
      if (sent) await take(sent, true);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      tell(fault.message);
    } finally {
      making = false;
    }
  });
}
