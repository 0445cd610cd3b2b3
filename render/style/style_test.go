package style

import (
	"slices"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/report"
	"nianbao/templates"
)

func TestTextWidthIsTheTemplates(t *testing.T) {
	if TextWidth != templates.TextWidth*Twip {
		t.Errorf("the page's text is %d wide, the templates' tables %d", TextWidth, templates.TextWidth*Twip)
	}
}

// 22 lines of 28 characters (GB/T 9704-2012, 5.2.3), and not one more.
func TestGrid(t *testing.T) {
	if lines := TextHeight / Pitch; lines != 22 {
		t.Errorf("%d lines a page", lines)
	}
	if characters := TextWidth / (Body.Size + Body.Tracking); characters != 28 {
		t.Errorf("%d characters a line", characters)
	}
}

func TestTitleLines(t *testing.T) {
	const rest = "2024年政府信息公开工作年度报告"
	for _, c := range []struct {
		agency string
		want   []string
	}{
		{"某县", []string{"某县" + rest}},
		{"某某市人民政府", []string{"某某市人民政府", rest}},
		{"东漪市澄江经济技术开发区管理委员会行政审批和政务服务数据管理局",
			[]string{"东漪市澄江经济技术开发区", "管理委员会行政审批和政务服务数据管理局", rest}}, // never a short line between longer ones
		{"东漪市12345政务服务便民热线管理中心综合业务受理科", []string{"东漪市12345政务服务便民", "热线管理中心综合业务受理科", rest}},
		{"淮安市机关事务管理局公共资源交易中心综合行政执法大队", []string{"淮安市机关事务管理局", "公共资源交易中心综合行政执法大队", rest}},
		{"甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁", []string{"甲乙丙丁戊己庚辛壬癸甲乙", "丙丁戊己庚辛壬癸甲乙丙丁", rest}},
	} {
		if got := TitleLines(c.agency, rest, nil); !slices.Equal(got, c.want) {
			t.Errorf("%q; want %q", got, c.want)
		}
	}
}

// The title fills whole lines of the page's 22.
func TestTitleKeepsTheGrid(t *testing.T) {
	for lines := 1; lines <= 5; lines++ {
		total := TitleBefore(lines) + Length(lines)*TitleType.Line + TitleAfter
		if total%Pitch != 0 || TitleBefore(lines) < Pitch/2 {
			t.Errorf("%d lines take %d with %d above", lines, total, TitleBefore(lines))
		}
	}
}

// GB/T 9704-2012, 7.3.5: where signatory and date end, in characters from the margin.
func TestPlaceSignature(t *testing.T) {
	const date = "2025年1月5日"
	character := Body.Size + Body.Tracking
	day := lineWidth(date)

	sealed := PlaceSignature("某县人民政府", date, true)
	if sealed.Date != 4*character {
		t.Errorf("sealed: the date ends %d from the margin", sealed.Date)
	}
	if off := sealed.Signatory + lineWidth("某县人民政府")/2 - sealed.Date - day/2; off < -1 || off > 1 {
		t.Errorf("sealed: the signatory stands %d beside the date's middle", off)
	}
	long := "某某市公共资源交易管理局办公室"
	open := PlaceSignature(long, date, false)
	if open.Signatory != 2*character {
		t.Errorf("unsealed: the signatory ends %d from the margin", open.Signatory)
	}
	if lead := open.Signatory + lineWidth(long) - open.Date - day; lead != 2*character {
		t.Errorf("unsealed: the date begins %d right of the signatory", lead)
	}
	short := PlaceSignature("某局", date, false)
	if short.Date != 2*character || short.Signatory+lineWidth("某局")-short.Date-day != 2*character {
		t.Errorf("a short signatory: %+v", short)
	}
	endless := strings.Repeat("某市某局", 12)
	for _, sealed := range []bool{true, false} {
		if p := PlaceSignature(endless, date, sealed); p.Signatory < 0 || p.Date < 0 || p.Date+day > TextWidth {
			t.Errorf("a signatory of several lines, sealed %v: %+v", sealed, p)
		}
	}
	if p := PlaceSignature("某省某市某某经济技术开发区管理委员会办公室综合科", date, true); p.Signatory < 0 || p.Date < 0 {
		t.Errorf("a long signatory leaves the page: %+v", p)
	}
}

func TestCellInsetsGiveEvenLines(t *testing.T) {
	room := 30 * Point
	for text, lines := range map[string]int{"社会主义": 2, "总计": 1} {
		cell := document.Cell{Text: text, Kind: document.ColumnHead}
		left, right := CellInsets(cell, room, 9*Point)
		if got := lineCount([]rune(text), int((room-left-right)*1000/(9*Point))); got != lines {
			t.Errorf("%s takes %d lines, want %d", text, got, lines)
		}
	}
	// 社会主义 is one word, and wider than the cell.
	if left, _ := CellInsets(document.Cell{Text: "社会主义", Kind: document.ColumnHead}, room, 9*Point); left == 0 {
		t.Error("社会主义 is left to break as it falls")
	}
}

// Both remarks of table three are set in the notes' face, the corner's too, which heads no
// column; a sentence of a draft's list is not, whatever stands in its brackets.
func TestRemarksAreNotes(t *testing.T) {
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range document.Fill(report.New(form), document.Options{Draft: true}).Blocks {
		table, ok := block.(document.Table)
		if !ok {
			continue
		}
		notes := 0
		for _, row := range table.Rows {
			for _, cell := range row {
				for _, line := range CellPieces(cell, 100*Point, 10*Point) {
					for _, piece := range line {
						if piece.Note {
							notes++
						}
					}
				}
			}
		}
		if want := map[bool]int{true: 2}[table.Dense]; notes != want {
			t.Errorf("%s: %d notes, want %d", table.Name, notes, want)
		}
	}
	sentence := document.Cell{Kind: document.Words, Align: document.Left, Text: "对照台账（少的补上，多的删去）"}
	if pieces := CellPieces(sentence, 100*Point, 10*Point); pieces[0][0].Note {
		t.Errorf("%v", pieces)
	}
}
