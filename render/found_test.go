package render_test

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

// printed is a fixture's pages and the PDF of them, in a file.
func printed(t *testing.T, name string) (*layout.Layout, string) {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r, _ := jsonfile.Decode(fixtures.Named(t, name).JSON)
	l, problems := layout.Set(document.Fill(r, document.Options{}), faces)
	if l == nil {
		t.Fatal(problems)
	}
	return l, written(t, l)
}

func written(t *testing.T, l *layout.Layout) string {
	t.Helper()
	data, err := pdf.Write(l, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// numbered are the words with digits, each with the Chinese characters beside it.
var numbered = regexp.MustCompile(`\p{Han}?[0-9]+(?:[.,][0-9]+)*\p{Han}{1,2}`)

// Whoever looks for 2022年 or 680余条 in a browser finds it, as often as it is there.
func TestFoundInABrowser(t *testing.T) {
	root, err := exec.Command("npm", "root", "-g").Output()
	library := filepath.Join(strings.TrimSpace(string(root)), "pdfjs-dist", "legacy")
	if _, missing := os.Stat(library); err != nil || missing != nil {
		t.Skip("pdf.js (npm: pdfjs-dist) is not installed: nothing was looked for")
	}
	for _, name := range []string{"laiyuan-2022", "huaian-2024", "run-in-and-levels"} {
		l, file := printed(t, name)
		times := map[string]int{}
		for _, page := range pageLines(l) {
			for _, line := range page { // a word that a line's end cuts is not looked for
				for _, word := range numbered.FindAllString(line, -1) {
					times[word] = 0
				}
			}
			for word := range times {
				for _, line := range page {
					times[word] += strings.Count(line, word)
				}
			}
		}
		words := slices.Sorted(maps.Keys(times))
		out, err := exec.Command("node", append([]string{filepath.Join("testdata", "find.mjs"), library, file}, words...)...).Output()
		if err != nil {
			t.Fatalf("pdf.js: %v", err)
		}
		found := strings.Fields(string(out))
		for i, word := range words {
			if n, err := strconv.Atoi(found[i]); err != nil || n == 0 {
				t.Errorf("%s: %s is not found", name, word)
			}
		}
		t.Logf("%s: %d words with digits looked for", name, len(words))
	}
}

// What readers copy, of the prose's lines and of the lines in a table's cells, has no space
// that nobody typed: of a gap that is a wider letter none is left that counts as one.
func TestNoSpaceIsCopied(t *testing.T) {
	for reader := range readers {
		t.Run(reader, func(t *testing.T) {
			for _, c := range fixtures.Good(t) {
				l, file := printed(t, c.Name)
				copied := copiesOf(t, reader, []string{file})[0]
				for i, page := range l.Pages {
					for _, m := range page.Marks {
						if m.Text != nil && !strings.Contains(copied, strings.TrimSpace(string(m.Text.Runes))) {
							t.Errorf("%s page %d: %q is not copied as it is", c.Name, i+1, string(m.Text.Runes))
						}
					}
				}
				for i, page := range pageLines(l) {
					for _, line := range page {
						if line = strings.TrimSpace(line); !strings.Contains(copied, line) {
							t.Errorf("%s page %d: %q is not copied as it is", c.Name, i+1, line)
						}
					}
				}
			}
		})
	}
}

// Wider letters move nothing: the picture is the one that jumps would give.
func TestWiderLettersMoveNothing(t *testing.T) {
	if _, err := exec.LookPath("mutool"); err != nil {
		t.Skip("mutool is not installed: no pictures were compared")
	}
	picture := func(file string) []byte {
		out, err := exec.Command("mutool", "draw", "-q", "-r", "100", "-F", "pgm", "-o", "-", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, name := range []string{"laiyuan-2022", "run-in-and-levels"} {
		l, file := printed(t, name)
		wider := 0
		for _, page := range l.Pages {
			for _, m := range page.Marks {
				if m.Text != nil && m.Text.Wider+m.Text.Last > 0 {
					wider++
					m.Text.Wider, m.Text.Last = 0, 0
				}
			}
		}
		if wider == 0 {
			t.Errorf("%s: no letter is wider", name)
		}
		if !bytes.Equal(picture(file), picture(written(t, l))) {
			t.Errorf("%s: the picture is another one", name)
		}
	}
}
