package render_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

// What four readers copy out of every PDF is the report's text, page by page
// and (but in PDFium's cells) in its order, beyond the BMP too.
func TestCopiedText(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var names, files []string
	want := map[string][]string{}
	for _, c := range fixtures.Good(t) {
		r, _ := jsonfile.Decode(c.JSON)
		l, problems := layout.Set(document.Fill(r, document.Options{}), faces)
		if l == nil {
			t.Fatal(problems)
		}
		data, err := pdf.Write(l, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, c.Name+".pdf")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		names, files = append(names, c.Name), append(files, file)
		want[c.Name] = pageWords(l)
	}
	for reader := range readers {
		t.Run(reader, func(t *testing.T) {
			order := strip
			if reader == "PDFium" { // it puts what stands on one height in a row, across cells
				order = letters
			}
			compareCopies(t, names, want, copiesOf(t, reader, files), order)
		})
	}
}

// readers are the programs that people open a PDF with, by what copies for each:
// a command that prints one file, or a script beside a library of npm's.
var readers = map[string][]string{
	"poppler": {"pdftotext", "-raw", "FILE", "-"},
	"mupdf":   {"mutool", "draw", "-q", "-N", "-F", "text", "FILE"},
	"pdf.js":  {"copy.mjs", "pdfjs-dist", "legacy", "build", "pdf.mjs"},    // Firefox
	"PDFium":  {"pdfium.mjs", "@hyzyla", "pdfium", "dist", "index.esm.js"}, // Chrome and Edge
}

// copiesOf is what a reader copies out of each file, pages parted by form feeds.
func copiesOf(t *testing.T, reader string, files []string) []string {
	t.Helper()
	command := readers[reader]
	if !strings.HasSuffix(command[0], ".mjs") {
		return eachFile(t, files, command[0], command[1:]...)
	}
	root, err := exec.Command("npm", "root", "-g").Output()
	library := filepath.Join(append([]string{strings.TrimSpace(string(root))}, command[1:]...)...)
	if _, missing := os.Stat(library); err != nil || missing != nil {
		t.Skipf("%s (npm: %s) is not installed: what it copies was not compared", reader, command[1])
	}
	out, err := exec.Command("node", append([]string{filepath.Join("testdata", command[0]), library}, files...)...).Output()
	if err != nil {
		t.Fatalf("%s: %v", reader, err)
	}
	return strings.Split(string(out), "\n===\n")
}

// eachFile runs a program for every file, its name in place of FILE.
func eachFile(t *testing.T, files []string, program string, arguments ...string) []string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed: what it copies was not compared", program)
	}
	var out []string
	for _, file := range files {
		var with []string
		for _, a := range arguments {
			with = append(with, strings.ReplaceAll(a, "FILE", file))
		}
		text, err := exec.Command(program, with...).Output()
		if err != nil {
			t.Fatalf("%s %s: %v", program, file, err)
		}
		out = append(out, string(text))
	}
	return out
}

func compareCopies(t *testing.T, names []string, want map[string][]string, copied []string, order func(string) string) {
	t.Helper()
	for i, name := range names {
		pages := strings.Split(strings.TrimRight(copied[i], "\f\n"), "\f")
		if len(pages) != len(want[name]) {
			t.Errorf("%s: %d pages copied, want %d", name, len(pages), len(want[name]))
			continue
		}
		for j, page := range pages {
			if a, b := order(page), order(want[name][j]); a != b {
				at := common(a, b)
				t.Errorf("%s page %d: copied %.60q, want %.60q", name, j+1, a[at:], b[at:])
			}
		}
	}
}
