// copy.mjs PDFJS FILE...: prints what pdf.js copies out of each page, pages
// parted by form feeds, files by lines of ===.
import { readFileSync } from "node:fs";

const [library, ...files] = process.argv.slice(2);
const { getDocument } = await import(library);
for (const file of files) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const { items } = await (await pdf.getPage(i)).getTextContent();
    pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
  process.stdout.write(pages.join("\f") + "\n===\n");
}
