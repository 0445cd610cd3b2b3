// Files of one name in several formats: a report's Word file and its PDF.

import { stateOf } from "./opinions.js";

const split = (name) => /^(.*?)(?:\.([^./]*))?$/s.exec(name);
const nameOf = (entry) => split(entry.name)[1];
const kindOf = (entry) => (split(entry.name)[2] ?? "").toLowerCase();

// standing is how an entry stands among the others, in words: whether it prints what
// its companions print comes first. One that no program reads is told by its companion.
export function standing(entry, entries) {
  const beside = entry.prints ? entries.filter((other) => other !== entry && other.prints && nameOf(other) === nameOf(entry)) : [];
  const apart = beside.find((other) => other.prints !== entry.prints);
  if (apart) {
    const pair = [kindOf(entry), kindOf(apart)].sort().join(" ") === "docx pdf" ? "Word 与 PDF " : "与“" + apart.name + "”";
    return "✖ " + pair + "不是同一份，请重新生成" + (entry.state === "unread" ? "" : "；" + stateOf(entry));
  }
  const read = entry.state === "unread" && beside.find((other) => other.state === "read");
  return read ? "与“" + read.name + "”印的是同一份，看那一份就行" : stateOf(entry);
}
