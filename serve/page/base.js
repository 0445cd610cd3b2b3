// A report that begins as last year's: its head and its prose are kept, its
// numbers are not, and what it passed on is carried in.

import { report } from "./report.js";

const kept = ["agency", "signatory", "sealed", "agency_level", "scope", "contact.address", "contact.postcode", "contact.telephone", "contact.email"];

// onBase makes this year's report of last year's, {template, values}, on the
// form for the year.
export function onBase(last) {
  const lastYear = Number(last.values.get("year"));
  const year = lastYear ? lastYear + 1 : 0; // 0: the file names none
  const template = report.templates.find((t) => t.offer === "by_year" && year >= t.first_year && (!t.last_year || year <= t.last_year)) ?? last.template;
  const values = new Map(kept.filter((path) => last.values.has(path)).map((path) => [path, last.values.get(path)]));
  values.set("edition", template.edition);
  if (year) values.set("year", String(year));
  for (const key of textsOf(template)) if (last.values.has(key)) values.set(key, last.values.get(key));
  return { template, values, accepted: [] };
}

export const textsOf = (template) => ["preamble", ...template.sections.filter((s) => !s.table).map((s) => s.key)];
