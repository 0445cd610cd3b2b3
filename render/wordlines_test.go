package render_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"unicode"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
	"nianbao/report/jsonfile"
)

// The Word file is read without the layout: its XML, the widths of the faces that it
// names, and Word's rules. Its lines of prose are those of the PDF, every one.
func TestLinesOfTheWordFile(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, c := range fixtures.Good(t) {
		r, _ := jsonfile.Decode(c.JSON)
		d := document.Fill(r, document.Options{})
		l, problems := layout.Set(d, faces)
		if l == nil {
			t.Fatal(problems)
		}
		file, err := docx.Write(d, l.Pads...)
		if err != nil {
			t.Fatal(err)
		}
		word := openWord(t, file, faces)
		var ours []string
		for _, page := range pageLines(l) {
			ours = append(ours, page...)
		}
		theirs := word.lines()
		for i := range max(len(ours), len(theirs)) {
			a, b := at(ours, i), at(theirs, i)
			if strings.TrimSpace(a) != strings.TrimSpace(b) {
				t.Errorf("%s, line %d of prose\nPDF  %s\nWord %s", c.Name, i+1, a, b)
				break
			}
		}
		total += len(theirs)
	}
	t.Logf("%d lines of prose", total)
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// A wordFile is what the test reads of a Word file.
type wordFile struct {
	faces  *font.Set
	body   wordBody
	styles map[string]wordStyle
	never  [2]string // marks that begin no line, marks that end none
	width  int       // of a line, in twips
}

type wordBody struct {
	Body struct {
		Section struct {
			Page struct {
				Width int `xml:"w,attr"`
			} `xml:"pgSz"`
			Margin struct {
				Left  int `xml:"left,attr"`
				Right int `xml:"right,attr"`
			} `xml:"pgMar"`
		} `xml:"sectPr"`
		Paragraphs []wordParagraph `xml:"p"` // of the body itself, not of tables
	} `xml:"body"`
}

type wordParagraph struct {
	Style struct {
		Value string `xml:"val,attr"`
	} `xml:"pPr>pStyle"`
	Indent struct {
		Right int `xml:"right,attr"`
	} `xml:"pPr>ind"`
	Runs []wordRun `xml:"r"`
}

type wordRun struct {
	Style struct {
		Value string `xml:"val,attr"`
	} `xml:"rPr>rStyle"`
	Fonts wordFonts `xml:"rPr>rFonts"`
	Break *struct{} `xml:"br"`
	Text  string    `xml:"t"`
}

type wordFonts struct {
	ASCII    string `xml:"ascii,attr"`
	EastAsia string `xml:"eastAsia,attr"`
	Hint     string `xml:"hint,attr"`
}

type wordStyle struct {
	ID     string    `xml:"styleId,attr"`
	Fonts  wordFonts `xml:"rPr>rFonts"`
	Indent struct {
		First int `xml:"firstLine,attr"`
	} `xml:"pPr>ind"`
	Based struct {
		Value string `xml:"val,attr"`
	} `xml:"basedOn"`
	Size struct {
		Half int `xml:"val,attr"`
	} `xml:"rPr>sz"`
	Spacing struct {
		Value int `xml:"val,attr"`
	} `xml:"rPr>spacing"`
}

func openWord(t *testing.T, file []byte, faces *font.Set) *wordFile {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string, into any) {
		part, err := archive.Open(name)
		if err == nil {
			err = xml.NewDecoder(part).Decode(into)
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	w := &wordFile{faces: faces, styles: map[string]wordStyle{}}
	read("word/document.xml", &w.body)
	var styles struct {
		Styles []wordStyle `xml:"style"`
	}
	read("word/styles.xml", &styles)
	for _, s := range styles.Styles {
		w.styles[s.ID] = s
	}
	var settings struct {
		Before struct {
			Marks string `xml:"val,attr"`
		} `xml:"noLineBreaksBefore"`
		After struct {
			Marks string `xml:"val,attr"`
		} `xml:"noLineBreaksAfter"`
	}
	read("word/settings.xml", &settings)
	w.never = [2]string{settings.Before.Marks, settings.After.Marks}
	section := w.body.Body.Section
	w.width = section.Page.Width - section.Margin.Left - section.Margin.Right
	return w
}

// A wordLetter is a character with its width in thousandths of a point.
type wordLetter struct {
	r       rune
	latin   bool // it is drawn in the ascii face by the rules of rFonts (ISO/IEC 29500-1, 17.3.2.26)
	natural int
	spacing int // and what stands behind it
	gap     int
}

// lines are all lines of prose, the title's first.
func (w *wordFile) lines() []string {
	var out []string
	for _, block := range w.body.Body.Paragraphs {
		if len(block.Runs) == 0 {
			continue
		}
		paragraph := w.styles[block.Style.Value]
		first := paragraph.Indent.First
		if first == 0 {
			first = w.styles[paragraph.Based.Value].Indent.First
		}
		room := w.width - block.Indent.Right
		var letters []wordLetter
		for _, run := range block.Runs {
			if run.Break != nil {
				out = append(out, w.wrap(letters, room, first)...)
				letters = nil
			}
			letters = w.append(letters, run, paragraph)
		}
		out = append(out, w.wrap(letters, room, first)...)
	}
	return out
}

func (w *wordFile) append(letters []wordLetter, run wordRun, paragraph wordStyle) []wordLetter {
	look := paragraph
	if own, ok := w.styles[run.Style.Value]; ok && own.Size.Half > 0 {
		look = own
	}
	size := look.Size.Half * 500
	for _, r := range run.Text {
		latin := r < 0x250 && r != '×' && r != '÷' && !(r >= 0x80 && r < 0xC0)
		if run.Fonts.Hint == "" && r < 0x2E80 {
			latin = true // without the hint, marks and Greek letters too
		}
		name := first(run.Fonts.EastAsia, look.Fonts.EastAsia)
		if latin {
			name = first(run.Fonts.ASCII, look.Fonts.ASCII)
		}
		face, glyph := w.faces.Find(wordRoles[name], r)
		letters = append(letters, wordLetter{r: r, latin: latin, natural: face.Advance(glyph) * size / 1000, spacing: look.Spacing.Value * 50})
		if n := len(letters) - 2; n >= 0 {
			a, b := &letters[n], letters[n+1]
			if a.latin != b.latin && wordCharacter(a.r) && wordCharacter(b.r) {
				a.gap = size / 4
			}
		}
	}
	return letters
}

var wordRoles = map[string]style.Role{
	"方正小标宋简体": style.Title, "华文中宋": style.Title, "黑体": style.Hei, "楷体_GB2312": style.Kai, "楷体": style.Kai,
	"仿宋_GB2312": style.Fang, "仿宋": style.Fang, "宋体": style.Song, "Times New Roman": style.Latin,
}

func first(names ...string) string {
	for _, name := range names {
		if name != "" {
			return name
		}
	}
	return ""
}

func wordCharacter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wrap breaks a paragraph: as much in a line as fits, and nothing beyond it.
func (w *wordFile) wrap(letters []wordLetter, room, first int) []string {
	var out []string
	room, first = room*50, first*50
	for len(letters) > 0 {
		used, end, fits := first, 0, 0
		for i, l := range letters {
			if used+l.natural > room && l.r != ' ' {
				break
			}
			used += l.natural + l.spacing + l.gap
			fits = i + 1
			if i+1 == len(letters) || w.mayBreak(l, letters[i+1]) {
				end = i + 1
			}
		}
		if end == 0 {
			end = max(1, fits)
		}
		text := make([]rune, end)
		for i, l := range letters[:end] {
			text[i] = l.r
		}
		out = append(out, string(text))
		letters, first = letters[end:], 0
	}
	return out
}

// mayBreak: between Chinese characters anywhere but against the file's own lists of
// marks, in Latin text behind spaces and hyphens.
func (w *wordFile) mayBreak(a, b wordLetter) bool {
	switch {
	case b.r == ' ' || strings.ContainsRune(w.never[0], b.r) && a.r != ' ' || strings.ContainsRune(w.never[1], a.r):
		return false
	case a.latin && b.latin:
		return a.r == ' ' || a.r == '-'
	}
	return true
}
