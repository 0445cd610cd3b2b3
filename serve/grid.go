package serve

import (
	"nianbao/document"
	"nianbao/report"
	"nianbao/templates"
)

// A grid is a table of the form as the page draws it: the cells that are
// printed, merged as they are printed.
type grid struct {
	Widths []int        `json:"widths"` // of the columns, in twips
	Rows   [][]gridCell `json:"rows"`
}

type gridCell struct {
	Kind    string   `json:"kind"` // caption, column, row (labels) or number
	Text    string   `json:"text"`
	ColSpan int      `json:"col_span"`
	RowSpan int      `json:"row_span"`
	Left    bool     `json:"left,omitempty"` // stands from the left
	Shade   string   `json:"shade,omitempty"`
	ID      string   `json:"id,omitempty"`
	Heads   []string `json:"heads,omitempty"` // ids of the labels that name it, outermost first
	Path    string   `json:"path,omitempty"`  // of a number
}

var gridKinds = map[document.CellKind]string{
	document.Caption: "caption", document.ColumnHead: "column", document.RowLabel: "row",
	document.Number: "number", document.Blank: "number",
}

// gridsOf are a form's tables by section.
func gridsOf(t *templates.Template) map[string]grid {
	var tables []document.Table
	for _, b := range document.Fill(report.New(t), document.Options{Draft: true}).Blocks {
		if table, ok := b.(document.Table); ok {
			tables = append(tables, table)
		}
	}
	grids := map[string]grid{}
	for _, section := range t.Sections {
		if section.Table != nil {
			grids[section.Key] = gridOf(tables[len(grids)])
		}
	}
	return grids
}

func gridOf(table document.Table) grid {
	g := grid{Widths: table.Widths}
	for _, row := range table.Rows {
		cells := make([]gridCell, len(row))
		for i, c := range row {
			cells[i] = gridCell{gridKinds[c.Kind], c.Text, c.ColSpan, c.RowSpan, c.Align == document.Left, c.Shade, c.ID, c.Heads, c.From}
		}
		g.Rows = append(g.Rows, cells)
	}
	return g
}
