// Files that people hand over to the program, instead of naming the places of theirs.

import { ask, Refusal } from "./ask.js";
import { reach, working } from "./countyjob.js";
import { byId, element, write } from "./element.js";
import { choose } from "./dialog.js";

// handedMode is told that files are handed over.
let handedMode = () => {};
export function onHanded(act) { handedMode = act; }

// pickAs has people choose what is handed over as something: a folder, or files.
export function pickAs(as, folder, several) {
  const input = byId("c-file");
  input.value = "";
  input.multiple = several;
  input.webkitdirectory = folder;
  if (folder) input.removeAttribute("accept");
  else input.accept = { list: ".xlsx,.csv", before: ".zip" }[as] ?? byId("file").accept;
  return new Promise((resolve) => {
    input.onchange = () => resolve(handOver(as, Array.from(input.files, (file) => ({ file, path: file.webkitRelativePath || file.name }))));
    input.oncancel = () => resolve(undefined);
    input.click();
  });
}

// unsaid holds for what systems and office programs put beside files.
const unsaid = (path) => path.split("/").some((name) => name.startsWith(".") || name.startsWith("~$")) || /(^|\/)(Thumbs\.db|desktop\.ini)$/i.test(path);

// handOver sends files to the program, in the place of those that were handed over as
// the same before, and says which it does not take.
export async function handOver(as, entries) {
  if (working()) return;
  const all = within(entries.filter(({ path }) => !unsaid(path)));
  if (!all.length) return;
  handedMode();
  const refused = [];
  try {
    await ask("/api/county/files/" + as, { method: "DELETE" });
    for (const [i, { file, path }] of all.entries()) {
      reach("交给程序：" + i + "/" + all.length, i, all.length);
      try {
        await ask("/api/county/files/" + as + "?path=" + encodeURIComponent(path), { method: "PUT", body: file });
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        refused.push(path + "：" + fault.message);
      }
    }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    refused.push(fault.message);
  } finally {
    reach("", 0, 0);
  }
  const taken = all.length - refused.length;
  write(byId("c-" + as + "-handed"), taken === 1 ? all[0].path : taken + " 个文件");
  if (!refused.length) return;
  await choose("有 " + refused.length + " 个没有交成", [element("ul", {}, ...refused.slice(0, 20).map((text) => element("li", {}, text))),
    "太大的文件，请改用“这台电脑上的文件夹”。"], [["", "知道了"]]);
}

// within leaves the folder out that all files are in.
function within(entries) {
  const first = entries[0]?.path.split("/")[0] + "/";
  if (!entries.every(({ path }) => path.startsWith(first))) return entries;
  return entries.map(({ file, path }) => ({ file, path: path.slice(first.length) }));
}
