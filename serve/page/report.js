// The report that is open: every value as text, by the path that the checks
// name it by. Whoever shows or keeps it listens for changes.

export const head = ["edition", "agency", "year", "title_lines", "signatory", "sealed", "date",
  "contact.address", "contact.postcode", "contact.telephone", "contact.email",
  "agency_level", "scope", "blank_as"];

// sumKeys are of a report that is the sum of many: JSON, kept as it came.
export const sumKeys = ["missing_units", "parts"];

export const report = {
  /** @type {any} */
  template: null,
  /** @type {Map<string, string>} */
  values: new Map(),
  /** @type {any[]} all that there are */
  templates: [],
  /** @type {string[]} what was noticed when files were read */
  notes: [],
  /** @type {Record<string, number[][]>} by text, where it still holds last year's years and numbers */
  marks: {},
  /** @type {{code: string, path: string, reason: string}[]} */
  accepted: [],
  locked: false, // it is only looked at
  answered: "", // what was offered from last year's and is settled
  /** @type {any} */
  last: null, // last year's: {template, values, accepted}
};

const listeners = [];

// listen calls back after every change with the paths that changed; null: all.
// forced: what is written there gives way even where somebody is typing.
export function listen(callback) {
  listeners.push(callback);
}

export function changed(paths, forced = false) {
  for (const callback of listeners) callback(paths, forced);
}

// value is what stands in a path as text; the reasons for warnings are one text.
export const value = (path) => path === "accepted" ?
  (report.accepted.length ? JSON.stringify(report.accepted) : "") : report.values.get(path) ?? "";

// set changes values without telling anyone; "" takes a value away.
export function set(path, text) {
  if (path === "edition") report.template = report.templates.find((t) => t.edition === text) ?? report.template;
  if (path === "accepted") report.accepted = text ? JSON.parse(text) : [];
  else if (text === "") report.values.delete(path);
  else report.values.set(path, text);
}

// unpack turns the service's report into values by path.
export function unpack(sent, templates) {
  const values = new Map();
  const put = (path, text) => { if (text !== "" && text != null) values.set(path, String(text)); };
  for (const path of head) {
    const [key, inner] = path.split(".");
    const found = inner ? sent[key]?.[inner] : sent[key];
    put(path, path === "title_lines" ? found?.join("/") : path === "sealed" ? (found ? "true" : "") : path === "year" && !found ? "" : found);
  }
  for (const key of sumKeys) put(key, sent[key]);
  for (const [path, text] of Object.entries({ ...sent.prose, ...sent.numbers })) put(path, text);
  const template = templates.find((t) => t.edition === sent.edition);
  return { template, values, accepted: sent.accepted ?? [] };
}
