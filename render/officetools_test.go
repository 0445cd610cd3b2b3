package render_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"nianbao/document"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// comparePages has LibreOffice convert every document's Word file and holds its
// pages against those that the layout makes with LibreOffice's habits. The Word file is
// the one that is filed, but for the padding of its tables, which follows the pages.
// Known faults of LibreOffice are named where they show, and excepted: see README.md,
// The page.
func comparePages(t *testing.T, documents map[string]*document.Document) (agreed, all int) {
	t.Helper()
	for _, tool := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed: the Word files' pages were not compared", tool)
		}
	}
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	names := slices.Sorted(maps.Keys(documents))
	layouts := map[string]*layout.Layout{}
	for _, name := range names {
		l, faults := layout.SetAs(context.Background(), documents[name], faces, style.LibreOffice)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", name, faults)
		}
		layouts[name] = l
	}
	office := officePages(t, documents, layouts, names)
	for _, name := range names {
		l := layouts[name]
		ours, theirs := pageWords(l), office[name]
		if len(theirs) != len(ours) {
			t.Errorf("%s: %d pages, the office program makes %d", name, len(ours), len(theirs))
		}
		split := false // since the last page that agreed
		for i := range min(len(ours), len(theirs)) {
			split = split || splitsDash(theirs[i])
			a, b := letters(ours[i]), letters(theirs[i])
			only, theirOnly := lacking(a, b), lacking(b, a)
			switch {
			case a == b:
				split = false
			case theirOnly == "" && hungMarks(only):
				t.Logf("%s page %d: LibreOffice's fault: it loses the hung %q that the Word file has", name, i+1, only)
			case split:
				t.Logf("%s page %d: LibreOffice's fault: it splits —— or …… at a line's end, against the Word file's settings", name, i+1)
			default:
				t.Errorf("%s page %d: other words\nonly ours   %q\nonly theirs %q", name, i+1, only, theirOnly)
			}
		}
		ok, total, differ := compareLines(pageLines(l), theirs)
		agreed, all = agreed+ok, all+total
		for _, d := range differ {
			if strings.Contains(d, ", ours: ") {
				t.Errorf("%s: %s", name, d)
			} else {
				t.Logf("%s: %s", name, d)
			}
		}
	}
	t.Logf("%d of %d lines of prose break at the same place", agreed, all)
	return agreed, all
}

// officePages is what stands on each page once LibreOffice has set the Word files.
func officePages(t *testing.T, documents map[string]*document.Document, layouts map[string]*layout.Layout, names []string) map[string][]string {
	t.Helper()
	dir := t.TempDir()
	arguments := []string{"--headless", "-env:UserInstallation=file://" + dir + "/profile", "--convert-to", "pdf", "--outdir", dir}
	for _, name := range names {
		word, err := docx.Write(documents[name], layouts[name].Pads...)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := strip(strings.Join(wordText(t, word), "")), strip(documentText(documents[name])); a != b {
			t.Errorf("%s: the Word file's text is not the report's:\n%s\n%s", name, a, b)
		}
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, word, 0o644); err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, path)
	}
	convert := exec.Command("soffice", arguments...)
	convert.Env = append(os.Environ(), "FONTCONFIG_FILE="+officeFonts(t, dir), "SAL_USE_VCLPLUGIN=svp")
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	pages := map[string][]string{}
	for _, name := range names {
		text, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, name+".pdf"), "-").Output()
		if err != nil {
			t.Fatalf("%s: pdftotext: %v", name, err)
		}
		pages[name] = strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	}
	return pages
}

// compareLines counts the prose lines that break at the same place, and lists
// the others with what the office program has there and why. A mark that hangs in
// the margin of an even line is lost when LibreOffice writes its PDF; the Word
// file has it, so such a line agrees.
func compareLines(ours [][]string, theirs []string) (agreed, all int, differ []string) {
	cause := ""
	for i := range min(len(ours), len(theirs)) {
		// A line that stands on the page before or after breaks no differently.
		their := map[string]bool{}
		var page []string
		for _, text := range theirs[max(0, i-1):min(i+2, len(theirs))] {
			for line := range strings.SplitSeq(text, "\n") {
				their[strip(line)] = true
				page = append(page, strip(line))
			}
		}
		for j, line := range ours[i] {
			all++
			line = strip(line)
			if their[line] || their[withoutHung(line)] {
				agreed++
				cause = ""
				continue
			}
			theirLine := ""
			for _, l := range page {
				if common(l, line) > common(theirLine, line) {
					theirLine = l
				}
			}
			next := ""
			if j+1 < len(ours[i]) {
				next = strip(ours[i][j+1])
			}
			if cause == "" {
				cause = causeOf(line, next, theirLine)
			} else {
				cause = "follows from the line before"
			}
			differ = append(differ, fmt.Sprintf("page %d, %s: %s | theirs: %s", i+1, cause, line, theirLine))
		}
	}
	return agreed, all, differ
}

// causeOf says why a line breaks elsewhere, by LibreOffice's known faults.
func causeOf(ours, next, theirs string) string {
	switch {
	case strings.HasSuffix(theirs, "—") || strings.HasSuffix(theirs, "…"):
		return "LibreOffice's fault (a dash or ellipsis split)"
	case strings.HasPrefix(next, "（") && ours != "" && ours[len(ours)-1] >= '0' && ours[len(ours)-1] <= '9':
		return "LibreOffice's fault (no break between a digit and （)"
	case strings.HasPrefix(next, "—") || strings.Contains(next, "——") || strings.Contains(next, "……"):
		return "LibreOffice's fault (a dash or ellipsis split)"
	}
	if next != "" && next[0] >= '0' && next[0] <= '9' && strings.HasSuffix(ours, "》") {
		return "LibreOffice's fault (no break between 》 and a digit)"
	}
	return "ours"
}

// hungMarks reports whether a string is nothing but marks that may hang.
func hungMarks(s string) bool {
	for _, r := range s {
		if !style.MayHang(r) {
			return false
		}
	}
	return true
}

// splitsDash reports whether a page has a line that begins with the second half
// of a dash or an ellipsis.
func splitsDash(page string) bool {
	last := ""
	for line := range strings.SplitSeq(page, "\n") {
		if line = strip(line); line == "" {
			continue
		}
		for _, half := range []string{"—", "…"} {
			if strings.HasPrefix(line, half) && !strings.HasPrefix(line, half+half) && strings.HasSuffix(last, half) {
				return true
			}
		}
		last = line
	}
	return false
}

// wordText are the texts of a Word file's body, in order.
func wordText(t *testing.T, file []byte) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	decoder := xml.NewDecoder(part)
	for inText := false; ; {
		token, err := decoder.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				out = append(out, string(token))
			}
		}
	}
}

// documentText is everything that a document says, in order.
func documentText(d *document.Document) string {
	var b strings.Builder
	b.WriteString(d.Title())
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			b.WriteString(block.Text)
		case document.Paragraph:
			b.WriteString(block.Lead + block.Text)
		case document.Table:
			for _, row := range block.Rows {
				for _, cell := range row {
					b.WriteString(cell.Text)
				}
			}
		case document.Signature:
			b.WriteString(block.Signatory + block.Date)
		}
	}
	return b.String()
}

// withoutHung is a line less the mark that may hang at its end.
func withoutHung(line string) string {
	r := []rune(line)
	if len(r) > 1 && style.MayHang(r[len(r)-1]) {
		return string(r[:len(r)-1])
	}
	return line
}

// common counts the characters that two lines begin with alike.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// pageWords are the words of each page in reading order.
func pageWords(l *layout.Layout) []string {
	var out []string
	for _, p := range l.Pages {
		var b strings.Builder
		for _, m := range p.Marks {
			if m.Text != nil {
				b.WriteString(string(m.Text.Runes))
			}
		}
		out = append(out, b.String())
	}
	return out
}

// pageLines are each page's lines of prose: text of the body's size on one base line.
func pageLines(l *layout.Layout) [][]string {
	var out [][]string
	for _, p := range l.Pages {
		var lines []string
		y := -1
		for _, m := range p.Marks {
			if m.Text == nil || m.Text.Size != style.Body.Size && m.Text.Size != style.TitleType.Size {
				continue
			}
			if int(m.Text.Y) != y {
				lines = append(lines, "")
				y = int(m.Text.Y)
			}
			lines[len(lines)-1] += string(m.Text.Runes)
		}
		out = append(out, lines)
	}
	return out
}

func strip(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// letters are a page's characters without order: cells are read in another one
// by every reader.
func letters(s string) string {
	r := []rune(strip(s))
	slices.Sort(r)
	return string(r)
}

// lacking lists what a has and b has not, both sorted.
func lacking(a, b string) string {
	count := map[rune]int{}
	for _, r := range b {
		count[r]++
	}
	var out []rune
	for _, r := range a {
		if count[r]--; count[r] < 0 {
			out = append(out, r)
		}
	}
	return string(out)
}

// officeFonts writes a fontconfig file in which only the embedded faces exist,
// under the names that the Word file asks for.
func officeFonts(t *testing.T, dir string) string {
	t.Helper()
	faces, err := filepath.Abs(filepath.Join("font", "faces"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>%s</dir><cachedir>%s/cache</cachedir>`, faces, dir)
	for _, f := range [][2]string{{"方正小标宋简体", "Nianbao XiaoBiaoSong"}, {"黑体", "Nianbao Hei"}, {"楷体_GB2312", "Nianbao Kai"},
		{"仿宋_GB2312", "Nianbao FangSong"}, {"宋体", "Nianbao Song"}, {"Times New Roman", "Nianbao Latin"}} {
		fmt.Fprintf(&b, `<match target="pattern"><test name="family"><string>%s</string></test><edit name="family" mode="assign" binding="same"><string>%s</string></edit></match>`, f[0], f[1])
	}
	b.WriteString(`</fontconfig>`)
	path := filepath.Join(dir, "fonts.conf")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
