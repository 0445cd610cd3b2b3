// Files that are dropped, those in folders too.

import { byId } from "./element.js";

// filesOf are the files of a drop, by name. Folders are looked into; what no
// program of ours reads is left out there.
export async function filesOf(transfer) {
  const entries = Array.from(transfer.items ?? [], (item) => item.webkitGetAsEntry?.()).filter(Boolean); // gone once the event is over
  const plain = Array.from(transfer.files);
  if (!entries.some((entry) => entry.isDirectory)) return sorted(plain);
  const found = [];
  for (const entry of entries) await walk(entry, found, true);
  return sorted(found);
}

export const placeOf = (file) => file.place ?? file.name;
export const sorted = (files) => files.sort((a, b) => placeOf(a).localeCompare(placeOf(b), "zh", { numeric: true }));

async function walk(entry, found, named) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    if (named || isReadable(file.name)) found.push(Object.assign(file, { place: entry.fullPath.slice(1) })); // two folders may have files of one name
    return;
  }
  const reader = entry.createReader();
  for (;;) { // a hundred at a time
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return;
    for (const inner of some) await walk(inner, found, false);
  }
}

const isReadable = (name) => !name.startsWith(".") && !name.startsWith("~$") &&
  byId("file").accept.split(",").some((kind) => name.toLowerCase().endsWith(kind));
