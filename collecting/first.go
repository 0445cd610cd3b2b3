package collecting

import (
	"slices"
	"strings"

	"nianbao/collecting/roster"
	"nianbao/collecting/sheet"
	"nianbao/report"
)

// Agencies are those of a folder's files, for a first roster. Two names that
// are alike are one unit: the longer is taken for the one in the title.
func (c *Collection) Agencies() []roster.Unit {
	var out []roster.Unit
	at := map[string]int{}
	for _, f := range c.Files {
		if f.Report == nil || f.Agency == "" {
			continue
		}
		i, known := at[roster.Loose(f.Agency)]
		if !known {
			at[roster.Loose(f.Agency)] = len(out)
			level := f.Report.AgencyLevel
			if level == "" {
				level = report.LevelOf(f.Agency)
			}
			out = append(out, roster.Unit{Name: f.Agency, Level: level})
			continue
		}
		u := &out[i]
		name := f.Agency
		if len(name) > len(u.Name) {
			name, u.Name = u.Name, name
		}
		if name != u.Name && !slices.Contains(u.Aliases, name) {
			u.Aliases = append(u.Aliases, name)
		}
	}
	return out
}

// rosterColumns are those of roster.Heads.
var rosterColumns = []sheet.Column{{Head: roster.Heads[0] + "（标题里的全称）", Width: 30, Text: true}, {Head: roster.Heads[1] + "（用；分隔）", Width: 30, Text: true},
	{Head: roster.Heads[2], Width: 12}, {Head: roster.Heads[3] + "（是、否、上级代报）", Width: 22}, {Head: roster.Heads[4], Width: 12}, {Head: roster.Heads[5], Width: 20}}

// RosterBook is a roster as a workbook.
func RosterBook(units []roster.Unit) ([]byte, error) {
	l := sheet.List{Name: "名单", Title: "报送年度报告的单位名单", Columns: rosterColumns}
	for _, u := range units {
		var row []sheet.Cell
		for _, text := range []string{u.Name, strings.Join(u.Aliases, "；"), roster.LevelName(u.Level), u.Part.Name(), u.Contact, u.Telephone} {
			row = append(row, sheet.Cell{Text: text})
		}
		l.Rows = append(l.Rows, row)
	}
	return sheet.Book{Title: l.Title, Sheets: []sheet.Sheet{l.Sheet()}}.Write()
}
