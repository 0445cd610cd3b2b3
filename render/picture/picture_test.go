package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/sealed"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// inputs are all fixtures, with and without a year to compare with, and what is hard:
// blank reports, numbers as long as they may be in every cell, markup for a name.
func inputs(t *testing.T) map[string]Input {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]Input{}
	add := func(name string, r, last *report.Report, draft bool) {
		d := document.Fill(r, document.Options{Draft: draft})
		d.Digest = "00112233445566778899aabbccddeeff"
		all[name] = Input{d, r, last, faces}
	}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		r, _ := jsonfile.Decode(c.JSON)
		last, _ := jsonfile.Decode(c.JSON)
		last.Year--
		draft := strings.HasPrefix(c.Name, "draft-")
		add(c.Name, r, nil, draft)
		add(c.Name+" and last year", r, last, draft)
	}
	for _, edition := range templates.Editions() {
		form, err := templates.Load(edition)
		if err != nil {
			t.Fatal(err)
		}
		blank, _ := jsonfile.Decode(jsonfile.Blank(form, "澄岭县", 2024))
		add("blank "+edition, blank, nil, true)
		full, _ := jsonfile.Decode(jsonfile.Blank(form, strings.Repeat("澄岭县自然资源和规划局", 5), 2024))
		for _, leaf := range form.Leaves() {
			full.Put(leaf.Path, "987654321098765")
		}
		add("full "+edition, full, full, false)
	}
	hostile, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	hostile.Agency = `<script>alert("1")</script>]]>&amp;` + "\u2028"
	add("hostile", hostile, nil, true)
	return all
}

// What a picture says is of its report: the numbers of the tables as they were typed,
// and last year's beside them; all that the tables count is there.
func TestWordsAreTheReports(t *testing.T) {
	for name, in := range inputs(t) {
		words := in.words()
		for _, leaf := range in.Report.Template.Leaves() {
			number, ok := in.Report.Numbers[leaf.Path]
			wanted := ok && number.Applies() && number.Value.IsPositive() &&
				(strings.HasPrefix(leaf.Path, "disclosure.") || strings.HasPrefix(leaf.Path, "disputes.") || strings.HasSuffix(leaf.Path, ".total") && !strings.HasPrefix(leaf.Path, "requests.outcome.total.") ||
					strings.HasPrefix(leaf.Path, "requests.received."))
			if wanted && !strings.Contains(words, " "+number.Text) {
				t.Errorf("%s: %s %s is not there", name, leaf.Place, number.Text)
			}
		}
		for line := range strings.SplitSeq(strings.NewReplacer("；", "\n", "。", "\n").Replace(words), "\n") {
			said := line[strings.LastIndex(line, " ")+1:]
			if !strings.Contains(line, " ") || strings.Contains(line, "数据来源") || in.Last != nil {
				continue
			}
			if said != "未填" && !slices.ContainsFunc(in.Report.Template.Leaves(), func(l templates.Leaf) bool { return in.Report.Numbers[l.Path].Text == said }) {
				t.Errorf("%s: %q is no number of the report", name, said)
			}
		}
	}
}

// The words of a whole report, with last year's: what a picture shows.
func TestWords(t *testing.T) {
	in := inputs(t)["laiyuan-2022"]
	in.Last, _ = jsonfile.Decode(bytes.Replace(fixtures.Named(t, "huaian-2024").JSON, []byte(`"year": 2024`), []byte(`"year": 2021`), 1))
	fixtures.Golden(t, filepath.Join("testdata", "laiyuan-2022.txt"), []byte(in.words()+"\n"))
}

// Every letter stands on the picture, and on no other.
func TestNothingOverlaps(t *testing.T) {
	for name, in := range inputs(t) {
		for _, sheet := range []Sheet{Tall, Wide} {
			d := in.drawn(sheet)
			var texts []image.Rectangle
			for _, m := range d.marks {
				if m.Text == nil {
					if b := m.Box; b.X < 0 || b.Y < 0 || int((b.X+b.Width)/px) > d.width || int((b.Y+b.Height)/px) > d.height {
						t.Errorf("%s, %d: a box beyond the edge: %+v", name, sheet, b)
					}
					continue
				}
				width := 0
				for _, glyph := range m.Text.Glyphs {
					width += int(layoutAdvance(m.Text, glyph))
				}
				size := int(m.Text.Size)
				box := image.Rect(int(m.Text.X), int(m.Text.Y)-size*80/100, int(m.Text.X)+width, int(m.Text.Y)+size*5/100)
				if !box.In(image.Rect(0, 0, d.width*int(px), d.height*int(px))) {
					t.Errorf("%s, %d: %s stands beyond the edge", name, sheet, string(m.Text.Runes))
				}
				for i, other := range texts {
					if over := other.Intersect(box); over.Dx() > 600 && over.Dy() > 600 {
						t.Errorf("%s, %d: %s stands on another (%d)", name, sheet, string(m.Text.Runes), i)
						break
					}
				}
				texts = append(texts, box)
			}
			if len(texts) < 15 {
				t.Errorf("%s, %d: %d texts", name, sheet, len(texts))
			}
		}
	}
}

// Tiles of one number stand in twos: none is alone above another that is alone.
func TestTilesStandInTwos(t *testing.T) {
	for name, in := range inputs(t) {
		for _, sheet := range []Sheet{Tall, Wide} {
			var tiles []image.Rectangle
			for _, m := range in.drawn(sheet).marks {
				if m.Box != nil && m.Box.Colour == string(panel) {
					tiles = append(tiles, image.Rect(int(m.Box.X), int(m.Box.Y), int(m.Box.X+m.Box.Width), int(m.Box.Y+m.Box.Height)))
				}
			}
			alone := func(i int) bool {
				return i < len(tiles) && tiles[i].Dx()*10 < tiles[0].Dx()*6 && (i == 0 || tiles[i-1].Min.Y != tiles[i].Min.Y) && (i+1 == len(tiles) || tiles[i+1].Min.Y != tiles[i].Min.Y)
			}
			for i := range tiles {
				if alone(i) && alone(i+1) {
					t.Errorf("%s, %d: tiles %d and %d could stand side by side", name, sheet, i+1, i+2)
				}
			}
		}
	}
}

// The files are small, the same every time, of their sizes, and known for ours.
func TestFiles(t *testing.T) {
	for name, in := range inputs(t) {
		for sheet, width := range map[Sheet]int{Tall: tallWidth, Wide: wideWidth} {
			file, err := PNG(in, sheet)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(name, "last year") {
				if again, _ := PNG(in, sheet); !bytes.Equal(file, again) {
					t.Errorf("%s, %d: other bytes the second time", name, sheet)
				}
			}
			picture, err := png.Decode(bytes.NewReader(file))
			if err != nil {
				t.Fatalf("%s, %d: %v", name, sheet, err)
			}
			if _, paletted := picture.(*image.Paletted); !paletted || picture.Bounds().Dx() != width || sheet == Wide && picture.Bounds().Dy() != wideHeight {
				t.Errorf("%s, %d: %T %v", name, sheet, picture, picture.Bounds())
			}
			if len(file) > 300<<10 {
				t.Errorf("%s, %d: %d KB", name, sheet, len(file)>>10)
			}
			if Edited(file) || !Edited(append(slices.Clone(file), 0)) || !Edited(file[:len(file)-5]) || Printed(file) != in.Document.Digest {
				t.Errorf("%s, %d: not known for ours", name, sheet)
			}
			drawing, err := SVG(in, sheet)
			if err != nil {
				t.Fatal(err)
			}
			title, description := said(t, drawing)
			if name != "hostile" && title != in.Document.FileTitle()+word || description != valid(in.words()) {
				t.Errorf("%s, %d: %q, %.100q", name, sheet, title, description)
			}
			if sealed.TextEdited(drawing) {
				t.Errorf("%s, %d: the SVG is not known for ours", name, sheet)
			}
		}
		page, err := Page(in, "a.png")
		if err != nil || bytes.Contains(page, []byte("<script")) || !bytes.Contains(page, []byte(`src="a.png"`)) {
			t.Errorf("%s: %v %.200s", name, err, page)
		}
	}
}

// valid is a text as XML can hold it.
func valid(text string) string {
	var out strings.Builder
	xml.EscapeText(&out, []byte(text))
	var back string
	xml.Unmarshal([]byte("<t>"+out.String()+"</t>"), &back)
	return back
}

// said is what an SVG says of itself; all of it must be XML, and no element but shapes.
func said(t *testing.T, drawing []byte) (title, description string) {
	t.Helper()
	in := ""
	decoder := xml.NewDecoder(bytes.NewReader(drawing))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return title, description
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
			if !slices.Contains([]string{"svg", "title", "desc", "path", "defs", "g", "use"}, in) {
				t.Errorf("<%s>", in)
			}
		case xml.EndElement:
			in = ""
		case xml.CharData:
			switch in {
			case "title":
				title += string(token)
			case "desc":
				description += string(token)
			}
		}
	}
}

// Letters are read on what they stand on, and this year's bars are told from last
// year's by their lightness alone, which grey keeps and every eye sees.
func TestContrast(t *testing.T) {
	for _, pair := range []struct {
		a, b  colour
		least float64
	}{
		{ink, white, 7}, {muted, white, 4.5}, {blue, panel, 4.5}, {ink, panel, 7}, {muted, panel, 4.5}, {white, band, 7}, {light, band, 7},
		{blue, pale, 3.9}, {blue, white, 3},
	} {
		if got := contrast(pair.a, pair.b); got < pair.least {
			t.Errorf("%s on %s: %.1f : 1", pair.a, pair.b, got)
		}
	}
}

// contrast is that of WCAG 2.2 (relative luminance).
func contrast(a, b colour) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + .05) / (min(la, lb) + .05)
}

func luminance(c colour) float64 {
	var rgb [3]uint8
	fmt.Sscanf(string(c), "%02X%02X%02X", &rgb[0], &rgb[1], &rgb[2])
	total := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		total += weight * math.Pow((float64(rgb[i])/255+.055)/1.055, 2.4)
	}
	return total
}

// The picture that the README shows, the same pixels on every machine.
func TestPictureOfTheREADME(t *testing.T) {
	file, err := PNG(inputs(t)["huaian-2024"], Wide)
	if err != nil {
		t.Fatal(err)
	}
	fixtures.Golden(t, fixtures.Path(t, "docs/picture.png"), file)
}

func BenchmarkPictures(b *testing.B) {
	faces, err := font.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	r, _ := jsonfile.Decode(fixtures.Named(b, "huaian-2024").JSON)
	in := Input{document.Fill(r, document.Options{}), r, r, faces}
	for _, kind := range []struct {
		name  string
		write func(Input, Sheet) ([]byte, error)
	}{{"PNG", PNG}, {"SVG", SVG}} {
		for sheet, name := range map[Sheet]string{Tall: "tall", Wide: "wide"} {
			b.Run(kind.name+"/"+name, func(b *testing.B) {
				for b.Loop() {
					if _, err := kind.write(in, sheet); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
