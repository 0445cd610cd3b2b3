package document_test

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/report/jsonfile"
)

// A draft's table says which cells are not filled in; a whole one has nothing to say.
func TestSummaryNamesBlanks(t *testing.T) {
	for name, want := range map[string]int{"draft-with-blanks": 15, "laiyuan-2022": 0} {
		r, _ := jsonfile.Decode(fixtures.Named(t, name).JSON)
		n := 0
		for _, block := range document.Fill(r, document.Options{Draft: true}).Blocks {
			table, ok := block.(document.Table)
			if !ok {
				continue
			}
			here := 0
			for _, row := range table.Rows {
				for _, cell := range row {
					if cell.Kind != document.Blank {
						continue
					}
					here++
					place := strings.TrimPrefix(cell.Place, table.Name+" · ")
					if !strings.Contains(table.Summary, place) {
						t.Errorf("%s: %q is not named: %s", name, place, table.Summary)
					}
				}
			}
			if said := strings.Contains(table.Summary, fmt.Sprintf("未填的有%d格：", here)); said != (here > 0) {
				t.Errorf("%s: %d blanks: %s", name, here, table.Summary)
			}
			n += here
		}
		if n != want {
			t.Errorf("%s: %d cells are not filled in, want %d", name, n, want)
		}
	}
}
