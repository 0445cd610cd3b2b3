package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	log "github.com/unidoc/unioffice"
	unioffice "github.com/unidoc/unioffice/document"
	"github.com/unidoc/unioffice/schema/soo/wml"

	"nianbao/check"
	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// unioffice knows nothing of this project: what it finds below which heads and
// beside which labels is what any reader of the Word file finds there.
func TestEveryNumberStandsInItsCell(t *testing.T) {
	total := 0
	for _, c := range fixtures.Good(t) {
		t.Run(c.Name, func(t *testing.T) {
			r, _ := jsonfile.Decode(c.JSON)
			check.Check(r)
			file, err := docx.Write(document.Fill(r, document.Options{}))
			if err != nil {
				t.Fatal(err)
			}
			tables := tablesIn(t, file)
			for _, section := range r.Template.Sections {
				if section.Table == nil {
					continue
				}
				if len(tables) == 0 {
					t.Fatalf("%s: the Word file has no such table", section.Table.Name)
				}
				total += compare(t, section, tables[0], r)
				tables = tables[1:]
			}
			if len(tables) > 0 {
				t.Errorf("%d tables more than the form has", len(tables))
			}
		})
	}
	t.Logf("%d numbers compared", total)
}

// compare looks every number of a section up by its labels, and counts them.
func compare(t *testing.T, section templates.Section, g grid, r *report.Report) int {
	form := section.Table
	labels, top, count := len(form.LabelWidths), 0, 0
	for _, part := range form.Parts {
		caption := ""
		if part.Caption != "" {
			caption = g[top][0].text
			top++
		}
		depth := 1
		for _, column := range part.Columns {
			depth = max(depth, len(column.Label))
		}
		found := map[string]string{}
		for y := top + depth; y < top+depth+len(part.Rows); y++ {
			if y >= len(g) {
				t.Fatalf("%s: %d rows; the form has more", form.Name, len(g))
			}
			for x := labels; x < len(g[y]); x++ {
				if x > labels && g[y][x] == g[y][x-1] {
					continue
				}
				key := caption + labelPath(g[y][:labels]) + " × " + labelPath(g.column(x, top, top+depth))
				if _, twice := found[key]; twice {
					t.Errorf("%s: two cells are called %s", form.Name, key)
				}
				found[key] = g[y][x].text
			}
		}
		for _, row := range part.Rows {
			for _, column := range part.Columns {
				key := part.Caption + strings.Join(row.Label, "/") + " × " + strings.Join(column.Label, "/")
				where := templates.Path(section, row, column)
				got, ok := found[key]
				want, given := r.Numbers[where]
				if !ok || !given || got != want.Text {
					t.Errorf("%s: %s: the Word file has %q, the report %q", form.Name, key, got, want.Text)
				}
				delete(found, key)
				count++
			}
		}
		for key, text := range found {
			t.Errorf("%s: %s: %q is no number of the form", form.Name, key, text)
		}
		top += depth + len(part.Rows)
	}
	if top != len(g) {
		t.Errorf("%s: %d rows; the form has %d", form.Name, len(g), top)
	}
	return count
}

// A grid is a table as it is seen: a merged cell stands at every place it covers.
type grid [][]*seen

type seen struct{ text string }

func (g grid) column(x, top, bottom int) []*seen {
	var cells []*seen
	for y := top; y < bottom; y++ {
		cells = append(cells, g[y][x])
	}
	return cells
}

// labelPath joins the texts of cells in a row or column, a merged cell once.
func labelPath(cells []*seen) string {
	var texts []string
	for i, c := range cells {
		if i == 0 || c != cells[i-1] {
			texts = append(texts, c.text)
		}
	}
	return strings.Join(texts, "/")
}

func tablesIn(t *testing.T, file []byte) []grid {
	t.Helper()
	var grids []grid
	for _, table := range opened(t, file).Tables() {
		var g grid
		for y, row := range table.Rows() {
			var line []*seen
			for _, cell := range row.Cells() {
				span, merge := 1, (*wml.CT_VMerge)(nil)
				if p := cell.X().TcPr; p != nil {
					merge = p.VMerge
					if p.GridSpan != nil {
						span = int(p.GridSpan.ValAttr)
					}
				}
				s := &seen{textOf(cell.Paragraphs())}
				if merge != nil && merge.ValAttr != wml.ST_MergeRestart {
					if y == 0 || len(line) >= len(g[y-1]) {
						t.Fatalf("row %d continues a cell that nothing began", y+1)
					}
					s = g[y-1][len(line)]
				}
				for range span {
					line = append(line, s)
				}
			}
			if y > 0 && len(line) != len(g[0]) {
				t.Fatalf("row %d is %d columns wide, the first %d", y+1, len(line), len(g[0]))
			}
			g = append(g, line)
		}
		grids = append(grids, g)
	}
	return grids
}

func opened(t *testing.T, file []byte) *unioffice.Document {
	t.Helper()
	log.DisableLogging() // it says which parts it does not know
	d, err := unioffice.Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	// The library leaves its folder behind.
	t.Cleanup(func() { os.RemoveAll(d.TmpPath) })
	return d
}

func textOf(paragraphs []unioffice.Paragraph) string {
	var b strings.Builder
	for _, p := range paragraphs {
		for _, run := range p.Runs() {
			b.WriteString(run.Text())
		}
	}
	return b.String()
}
