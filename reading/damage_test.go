package reading

import (
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/manuscript"
	"nianbao/manuscript/web"
	"nianbao/problem"
	"nianbao/report"
)

// An htmlCell is a cell as a page writes it.
type htmlCell struct {
	text                string
	rowSpan, columnSpan int
}

// Pages whose tables were damaged by hand: cells lost or doubled, spans wrong,
// rows lost, labels blank. Every number of the page is another one, so that one
// read into a wrong cell is seen. None may be, unless people are warned.
func TestDamagedTables(t *testing.T) {
	for _, name := range []string{"as-the-form", "edition-2019", "edition-single-other"} {
		text, err := os.ReadFile(filepath.Join("testdata", "habits", name, "input.txt"))
		if err != nil {
			t.Fatal(err)
		}
		whole := parseManuscript(string(text))
		want := Understand(whole).Report
		random := rand.New(rand.NewPCG(1, 2))
		for range damages {
			page, done := damaged(whole, random)
			m, err := web.Read(strings.NewReader(page))
			if err != nil {
				continue
			}
			r := Understand(m)
			if problem.HasErrors(r.Problems) {
				continue
			}
			for _, leaf := range want.Template.Leaves() {
				n, ok := r.Report.Numbers[leaf.Path]
				if ok && n.Origin == report.Given && n.Text != want.Numbers[leaf.Path].Text {
					t.Errorf("%s, %s: %s read as %s, it is %s; nobody was warned", name, done, leaf.Place, n.Text, want.Numbers[leaf.Path].Text)
					break
				}
			}
		}
	}
}

const damages = 60

// damaged is a manuscript as a page, with one or two slips in its tables.
func damaged(m *manuscript.Manuscript, random *rand.Rand) (page, done string) {
	var tables [][][]htmlCell
	for _, b := range m.Blocks {
		if b.Table != nil {
			rows := make([][]htmlCell, b.Table.Rows)
			for _, c := range b.Table.Cells {
				rows[c.Row] = append(rows[c.Row], htmlCell{c.Text, c.RowSpan, c.ColumnSpan})
			}
			tables = append(tables, rows)
		}
	}
	for range 1 + random.IntN(2) {
		k := random.IntN(len(tables))
		i := random.IntN(len(tables[k]))
		row := tables[k][i]
		if len(row) == 0 {
			continue
		}
		j := random.IntN(len(row))
		done += fmt.Sprintf("table %d row %d cell %d %q: ", k+1, i+1, j+1, row[j].text)
		switch random.IntN(9) {
		case 0:
			done += "lost; "
			tables[k][i] = append(row[:j:j], row[j+1:]...)
		case 1:
			done += "doubled; "
			tables[k][i] = append(row[:j+1:j+1], row[j:]...)
		case 2:
			done += "wider; "
			row[j].columnSpan++
		case 3:
			done += "narrower; "
			row[j].columnSpan = max(1, row[j].columnSpan-1)
		case 4:
			done += "deeper; "
			row[j].rowSpan++
		case 5:
			done += "less deep; "
			row[j].rowSpan = max(1, row[j].rowSpan-1)
		case 6:
			done += "not merged; "
			row[j].rowSpan, row[j].columnSpan = 1, 1
		case 7:
			done += "row lost; "
			tables[k] = append(tables[k][:i:i], tables[k][i+1:]...)
		case 8:
			done += "an empty cell before; "
			tables[k][i] = append(row[:j:j], append([]htmlCell{{"", 1, 1}}, row[j:]...)...)
		}
	}
	var b strings.Builder
	b.WriteString("<html><body>")
	n := 0
	for _, block := range m.Blocks {
		if block.Paragraph != nil {
			b.WriteString("<p>" + html.EscapeString(block.Paragraph.Text) + "</p>\n")
			continue
		}
		b.WriteString("<table>")
		for _, row := range tables[n] {
			b.WriteString("<tr>")
			for _, c := range row {
				fmt.Fprintf(&b, `<td rowspan="%d" colspan="%d">%s</td>`, c.rowSpan, c.columnSpan, html.EscapeString(c.text))
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</table>\n")
		n++
	}
	return b.String() + "</body></html>", done
}
