package reading

import (
	"strconv"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/manuscript"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// printed is a document as a file would show it.
func printed(d *document.Document) *manuscript.Manuscript {
	m := &manuscript.Manuscript{}
	add := func(p manuscript.Paragraph) {
		p.Place = "正文第 " + strconv.Itoa(len(m.Blocks)+1) + " 段"
		m.Blocks = append(m.Blocks, manuscript.Block{Paragraph: &p})
	}
	add(manuscript.Paragraph{Text: d.Agency, Centre: true})
	add(manuscript.Paragraph{Text: d.Heading, Centre: true})
	tables := 0
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case document.Heading:
			add(manuscript.Paragraph{Text: b.Text, Level: b.Level})
		case document.Paragraph:
			add(manuscript.Paragraph{Text: "  " + b.Lead + b.Text})
		case document.Table:
			tables++
			t := &manuscript.Table{Rows: len(b.Rows), Columns: len(b.Widths), Place: "第 " + strconv.Itoa(tables) + " 个表"}
			for i, row := range b.Rows {
				for _, c := range row {
					t.Cells = append(t.Cells, manuscript.Cell{Row: i, Column: c.Column, RowSpan: c.RowSpan, ColumnSpan: c.ColSpan, Text: c.Text})
				}
			}
			m.Blocks = append(m.Blocks, manuscript.Block{Table: t})
		case document.Signature:
			add(manuscript.Paragraph{Text: b.Signatory})
			add(manuscript.Paragraph{Text: b.Date})
		}
	}
	return m
}

// What a report prints, read back, is the report, without what is not printed.
func TestPrintedReportsReadBack(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		t.Run(c.Name, func(t *testing.T) {
			want, _ := jsonfile.Decode(c.JSON)
			got := Understand(printed(document.Fill(want, document.Options{})))
			for _, p := range got.Problems {
				t.Log(p)
			}
			sameReport(t, got.Report, want)
		})
	}
}

func sameReport(t *testing.T, got, want *report.Report) {
	t.Helper()
	if got.Edition != want.Edition || got.Agency != want.Agency || got.Year != want.Year || got.Signatory != want.Signatory || got.Date != want.Date {
		t.Errorf("head %s %s %d %s %s, want %s %s %d %s %s", got.Edition, got.Agency, got.Year, got.Signatory, got.Date,
			want.Edition, want.Agency, want.Year, want.Signatory, want.Date)
	}
	for _, leaf := range want.Template.Leaves() {
		if got.Numbers[leaf.Path].Text != want.Numbers[leaf.Path].Text {
			t.Errorf("%s: %q, want %q", leaf.Path, got.Numbers[leaf.Path].Text, want.Numbers[leaf.Path].Text)
		}
	}
	for key := range want.Prose {
		if got.Prose[key].Text != want.Prose[key].Text {
			t.Errorf("%s: %q\nwant %q", key, got.Prose[key].Text, want.Prose[key].Text)
		}
	}
	for key := range got.Prose {
		if _, ok := want.Prose[key]; !ok {
			t.Errorf("%s: %q, want none", key, got.Prose[key].Text)
		}
	}
}
