package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
	"nianbao/report/jsonfile"
)

func embedded(t testing.TB) *font.Set {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return faces
}

func set(t testing.TB, d *document.Document) *layout.Layout {
	t.Helper()
	l, problems := layout.Set(d, embedded(t))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return l
}

func filled(t testing.TB, c fixtures.Case) *document.Document {
	t.Helper()
	r, _ := jsonfile.Decode(c.JSON)
	return document.Fill(r, document.Options{})
}

// The rules of the page that a reader sees at a glance, on every good report.
func TestPages(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		t.Run(c.Name, func(t *testing.T) {
			l := set(t, filled(t, c))
			pagesOf := map[int][]int{} // table element to pages
			for i, page := range l.Pages {
				lines := map[style.Length]bool{}
				last := layout.Artifact
				for _, m := range page.Marks {
					if m.Text == nil || m.Element == layout.Artifact {
						continue
					}
					last = m.Element
					if m.Text.Size == style.Body.Size {
						lines[m.Text.Y] = true
					}
					if m.Text.Y < style.MarginTop || m.Text.Y > style.PageHeight-style.MarginBottom {
						t.Errorf("page %d: %q stands outside the text area", i+1, string(m.Text.Runes))
					}
					if table := tableOf(l, m.Element); table >= 0 && !slices.Contains(pagesOf[table], i) {
						pagesOf[table] = append(pagesOf[table], i)
					}
				}
				if len(lines) > 22 {
					t.Errorf("page %d has %d lines", i+1, len(lines))
				}
				if last >= 0 && strings.HasPrefix(string(l.Elements[last].Tag), "H") {
					t.Errorf("page %d ends with a heading", i+1)
				}
				noRuleIsTouched(t, i, page)
			}
			for _, pages := range pagesOf {
				if len(pages) > 1 {
					t.Errorf("a table that fits on a page stands on pages %v", pages)
				}
			}
		})
	}
}

func tableOf(l *layout.Layout, element int) int {
	for ; element >= 0; element = l.Elements[element].Parent {
		if l.Elements[element].Tag == layout.TagTable {
			return element
		}
	}
	return -1
}

// noRuleIsTouched holds every text against every rule of its page: a point of
// air left and right, and no rule through the letters.
func noRuleIsTouched(t *testing.T, number int, page layout.Page) {
	t.Helper()
	for _, m := range page.Marks {
		if m.Text == nil {
			continue
		}
		x := m.Text
		left, right := x.X-style.Point/2, x.X+style.Point/2
		for i, g := range x.Glyphs {
			right += style.Length(x.Face.Advance(g)) * x.Size / 1000
			if i < len(x.Glyphs)-1 {
				right += x.Spacing
			}
		}
		top, bottom := x.Y-x.Size*88/100, x.Y+x.Size*12/100
		for _, o := range page.Marks {
			if r := o.Rule; r != nil && r.X1 <= right && r.X2 >= left && r.Y1 <= bottom && r.Y2 >= top {
				t.Errorf("page %d: %q touches a rule", number+1, string(x.Runes))
			}
		}
	}
}

// A table longer than a page repeats its head, which is read out only once, and
// splits no row.
func TestHeadRepeats(t *testing.T) {
	table := document.Table{Name: "长表", Widths: []int{4000, 4845}, Head: 1, Rows: [][]document.Cell{
		{{Text: "项目", Kind: document.ColumnHead, ColSpan: 1, RowSpan: 1}, {Text: "数量", Kind: document.ColumnHead, Column: 1, ColSpan: 1, RowSpan: 1}},
	}}
	for i := range 100 {
		table.Rows = append(table.Rows, []document.Cell{
			{Text: fmt.Sprintf("第%d项", i+1), Kind: document.RowLabel, ColSpan: 1, RowSpan: 1},
			{Text: fmt.Sprint(1000 + i), Kind: document.Number, Column: 1, ColSpan: 1, RowSpan: 1},
		})
	}
	l := set(t, &document.Document{Agency: "某县", Heading: "2024年报告", Blocks: []document.Block{
		document.Heading{Level: 1, Text: "二、长表"}, table,
	}})
	if len(l.Pages) < 4 {
		t.Fatalf("%d pages; want at least 4", len(l.Pages))
	}
	rows := 0
	for i, page := range l.Pages {
		var texts []string
		read := 0
		for _, m := range page.Marks {
			if m.Text == nil || m.Text.Size != style.TableText.Size {
				continue
			}
			texts = append(texts, string(m.Text.Runes))
			if string(m.Text.Runes) == "项目" && m.Element != layout.Artifact {
				read++
			}
			if len(m.Text.Runes) == 4 && m.Text.Runes[0] == '1' {
				rows++
			}
		}
		if len(texts) < 2 || texts[0] != "项目" || texts[1] != "数量" {
			t.Errorf("page %d does not begin with the table's head: %q", i+1, texts[:min(2, len(texts))])
		}
		if want := map[bool]int{true: 1}[i == 0]; read != want {
			t.Errorf("page %d: the head is read out %d times, want %d", i+1, read, want)
		}
	}
	if rows != 100 {
		t.Errorf("%d rows, want 100", rows)
	}
}

func numbers(texts ...string) *document.Document {
	table := document.Table{Name: "表", Widths: []int{4845}, Rows: [][]document.Cell{{{Text: "项目", Kind: document.RowLabel, ColSpan: 1, RowSpan: 1}}}}
	for i, text := range texts {
		table.Widths = append(table.Widths, 4000/len(texts))
		table.Rows[0] = append(table.Rows[0], document.Cell{Text: text, Kind: document.Number, Column: i + 1, ColSpan: 1, RowSpan: 1, Place: "表 · 甲"})
	}
	return &document.Document{Agency: "某县", Heading: "2024年报告", Blocks: []document.Block{table}}
}

// A number stands in one line, at the cost of its neighbours' width, then of
// its size; one that no size can save is an error that names it.
func TestNumbersDoNotBreak(t *testing.T) {
	find := func(l *layout.Layout, text string) *layout.Text {
		for _, m := range l.Pages[0].Marks {
			if m.Text != nil && string(m.Text.Runes) == text {
				return m.Text
			}
		}
		t.Fatalf("%s does not stand in one piece", text)
		return nil
	}
	if x := find(set(t, numbers("1234567890", "1", "2", "3")), "1234567890"); x.Size != style.TableText.Size {
		t.Errorf("set in %d although the neighbours have width to spare", x.Size)
	}
	long := strings.Repeat("9", 15)
	if x := find(set(t, numbers(long, long, long, long)), long); x.Size >= style.TableText.Size || x.Size < style.SmallestPt {
		t.Errorf("set in %d", x.Size)
	}
	long = strings.Repeat("9", 60)
	l, problems := layout.Set(numbers(long, "1", long, "2"), embedded(t))
	if l != nil || len(problems) != 2 || problems[0].Code != "number.too_wide" || problems[0].Place != "表 · 甲" || !strings.Contains(problems[0].Message, long) {
		t.Errorf("%v", problems)
	}
}

// A character that no face has is named with its code and its place.
func TestMissingCharacter(t *testing.T) {
	d := &document.Document{Agency: "某县", Heading: "2024年报告", Blocks: []document.Block{
		document.Paragraph{Text: "甲\U0001F600乙\U0001F600", From: "overview", Place: "一、总体情况"},
	}}
	l, problems := layout.Set(d, embedded(t))
	if l != nil || len(problems) != 1 {
		t.Fatalf("%v", problems)
	}
	p := problems[0]
	if p.Code != "glyph.missing" || p.Path != "overview" || p.Place != "一、总体情况" || p.Message != "“甲”后面的“\U0001F600”（U+1F600）在现有字体中没有，PDF 里印不出来" {
		t.Errorf("%+v", p)
	}
}

func BenchmarkSet(b *testing.B) {
	d := filled(b, fixtures.Named(b, "laiyuan-2022"))
	faces := embedded(b)
	for b.Loop() {
		layout.Set(d, faces)
	}
}
