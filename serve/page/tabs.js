// Tabs: one stop of Tab, the arrows go from one to the next.

import { byId, element } from "./element.js";

// drawTabs are a row of tabs and what stands behind them: [id, label, content].
export function drawTabs(name, all) {
  const tabs = all.map(([id, label], i) => element("button", {
    type: "button", role: "tab", id: "tab-" + id, "aria-controls": "panel-" + id, "aria-selected": String(i === 0), tabindex: i === 0 ? "0" : "-1",
    onclick: () => turn(id),
  }, label));
  const row = element("div", { role: "tablist", "aria-label": name, class: "tabs" }, ...tabs);
  row.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    turn(tab.id.slice("tab-".length));
    tab.focus();
  });
  return [row, ...all.map(([id, , content], i) => element("div", { role: "tabpanel", id: "panel-" + id, "aria-labelledby": "tab-" + id, tabindex: "0", hidden: i !== 0 },
    ...[content].flat()))];
}

// turn shows what stands behind a tab.
export function turn(id) {
  for (const tab of byId("tab-" + id).parentElement.children) {
    const here = tab.id === "tab-" + id;
    tab.setAttribute("aria-selected", String(here));
    tab.tabIndex = here ? 0 : -1;
    byId("panel-" + tab.id.slice("tab-".length)).hidden = !here;
  }
}
