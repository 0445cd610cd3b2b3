// find.mjs PDFJS-FOLDER FILE WORD...: looks for each word with pdf.js's own find
// controller, as Firefox does at Ctrl+F, and prints how often it is there.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [root, file, ...words] = process.argv.slice(2);
globalThis.pdfjsLib = await import(join(root, "build", "pdf.mjs"));
const pdf = await globalThis.pdfjsLib.getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
await pdf.getPage(1);

// The viewer's file also holds its controls, which look at the document when it is loaded.
const element = new Proxy(function () {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => "" : element), apply: () => element, set: () => true });
Object.assign(globalThis, { document: element, window: globalThis, requestAnimationFrame: setTimeout });
const { EventBus, PDFFindController } = await import(join(root, "web", "pdf_viewer.mjs"));

for (const query of words) {
  const eventBus = new EventBus();
  const linkService = { page: 1, pagesCount: pdf.numPages };
  const controller = new PDFFindController({ eventBus, linkService, updateMatchesCountOnProgress: false });
  controller.setDocument(pdf);
  const how = { caseSensitive: true, entireWord: false, highlightAll: true, findPrevious: false, matchDiacritics: true };
  eventBus.dispatch("find", { source: null, type: "again", query, ...how });
  while (controller.pageMatches.filter((page) => page).length < pdf.numPages) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  console.log(controller.pageMatches.reduce((n, page) => n + (page.length), 0));
}
process.exit(0);
