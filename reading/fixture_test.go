package reading

import (
	"strconv"
	"strings"

	"nianbao/manuscript"
)

// parseManuscript reads the fixtures' way of writing a manuscript: a paragraph
// a line, a table row a line.
//
//	= centred   * bold   # a heading by its style   [一、] with an automatic number
//	| a cell | < belongs to the cell on its left | ^ to the one above |
//
// \n is a line break, \t a tab; // begins a remark.
func parseManuscript(text string) *manuscript.Manuscript {
	p := manuscriptParser{m: &manuscript.Manuscript{}}
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case strings.HasPrefix(line, "|"):
			p.rows = append(p.rows, strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|"))
		case strings.HasPrefix(line, "//"):
		case strings.TrimSpace(line) == "":
			p.endTable()
		default:
			p.endTable()
			p.paragraph(line)
		}
	}
	p.endTable()
	return p.m
}

type manuscriptParser struct {
	m      *manuscript.Manuscript
	rows   [][]string
	tables int
}

func (p *manuscriptParser) paragraph(line string) {
	out := &manuscript.Paragraph{Place: "正文第 " + strconv.Itoa(len(p.m.Blocks)+1) + " 段"}
	mark, rest, _ := strings.Cut(line, " ")
	switch mark {
	case "=":
		out.Centre, line = true, rest
	case "*":
		out.Strong, line = true, rest
	case "#":
		out.Level, line = 1, rest
	}
	if rest, ok := strings.CutPrefix(line, "["); ok {
		out.Number, line, _ = strings.Cut(rest, "]")
	}
	out.Text = unescape(line)
	p.m.Blocks = append(p.m.Blocks, manuscript.Block{Paragraph: out})
}

func unescape(s string) string {
	return strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(s)
}

func (p *manuscriptParser) endTable() {
	if len(p.rows) == 0 {
		return
	}
	p.tables++
	columns := 0
	for _, row := range p.rows {
		columns = max(columns, len(row))
	}
	out := &manuscript.Table{Rows: len(p.rows), Columns: columns, Place: "第 " + strconv.Itoa(p.tables) + " 个表"}
	at := func(r, c int) string {
		if c < len(p.rows[r]) {
			return strings.TrimSpace(p.rows[r][c])
		}
		return ""
	}
	for r := range p.rows {
		for c := range columns {
			said := at(r, c)
			if said == "<" || said == "^" {
				continue
			}
			cell := manuscript.Cell{Row: r, Column: c, RowSpan: 1, ColumnSpan: 1, Text: unescape(said), Missing: c >= len(p.rows[r])}
			for c+cell.ColumnSpan < columns && at(r, c+cell.ColumnSpan) == "<" {
				cell.ColumnSpan++
			}
			for r+cell.RowSpan < len(p.rows) && at(r+cell.RowSpan, c) == "^" {
				cell.RowSpan++
			}
			out.Cells = append(out.Cells, cell)
		}
	}
	p.m.Blocks = append(p.m.Blocks, manuscript.Block{Table: out})
	p.rows = nil
}
