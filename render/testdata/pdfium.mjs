// pdfium.mjs LIBRARY FILE...: prints what PDFium, the viewer of Chrome and Edge, copies
// out of each page, pages parted by form feeds, files by lines of ===.
import { readFileSync } from "node:fs";

const [library, ...files] = process.argv.slice(2);
const { PDFiumLibrary } = await import(library);
const pdfium = await PDFiumLibrary.init();
for (const file of files) {
  const pdf = await pdfium.loadDocument(readFileSync(file));
  // A hyphen at a line's end is read as one that parts a word, and given as U+FFFE without the line's end.
  const pages = [...pdf.pages()].map((page) => page.getText().replaceAll("\r\n", "\n").replaceAll("\ufffe", "-"));
  process.stdout.write(pages.join("\f") + "\n===\n");
  pdf.destroy();
}
