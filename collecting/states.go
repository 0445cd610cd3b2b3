package collecting

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/collecting/sheet"
)

// stateColumns are those of the overview.
var stateColumns = []sheet.Column{
	{Head: "序号", Width: 6}, {Head: "单位", Width: 22}, {Head: StatusHead, Width: 9}, {Head: filesHead, Width: 30, Text: true},
	{Head: chosenHead, Width: 16, Typed: true, Text: true}, {Head: "年份", Width: 7}, {Head: "错误", Width: 7}, {Head: "警告", Width: 7},
	{Head: "新收", Width: 8}, {Head: "上年结转", Width: 8}, {Head: "办结", Width: 8}, {Head: "结转下年", Width: 8},
	{Head: "备注", Width: 34, Text: true}, {Head: "联系人", Width: 10}, {Head: "电话", Width: 16},
}

// StatusHead is over the column that tells how far a unit is.
const StatusHead = "状态"

const (
	chosenHead = "采用文件"
	unitHead   = "单位"
	filesHead  = "文件"
)

// tones colour the states, which words tell as well.
var tones = map[Status]sheet.Tone{Missing: sheet.Red, Unreadable: sheet.Red, Wrong: sheet.Red, Double: sheet.Yellow, Doubtful: sheet.Yellow, Fine: sheet.Green, ByParent: sheet.Grey}

// flow are the numbers of the overview: what came in, came over, was done, goes on.
var flow = []string{"requests.received.total", "requests.carried_in.total", "requests.outcome.total.total", "requests.carried_forward.total"}

// States is the overview: a row a unit.
func (c *Collection) States(round Round) sheet.List {
	l := sheet.List{Name: "收件情况", Title: round.title(c.Year, "收件情况"), Note: c.Summary(), Columns: stateColumns}
	for i := range c.Units {
		l.Rows = append(l.Rows, c.Units[i].row(i+1, c.Chosen[c.Units[i].Unit.Name]))
	}
	return l
}

func (s *State) row(number int, chosen string) []sheet.Cell {
	text := func(text string) sheet.Cell { return sheet.Cell{Text: text} }
	count := func(n int) sheet.Cell { return sheet.Cell{Text: strconv.Itoa(n), Number: true} }
	var files []string
	year, errors, warnings := sheet.Cell{}, sheet.Cell{}, sheet.Cell{}
	numbers := make([]sheet.Cell, len(flow))
	if f := s.File; f != nil {
		files = append(files, f.Path)
		errors, warnings = count(f.Errors()), count(f.Warnings())
		if f.Year > 0 {
			year = count(f.Year)
		}
		for i, path := range flow {
			if number, ok := f.Report.Numbers[path]; ok {
				numbers[i] = sheet.Cell{Text: number.Text, Number: number.Applies()}
			}
		}
	}
	for _, f := range s.Others {
		files = append(files, f.Path)
	}
	status := sheet.Cell{Text: s.Status.Name(), Style: sheet.Style{Tone: tones[s.Status]}}
	return append(append([]sheet.Cell{count(number), text(s.Unit.Name), status, text(strings.Join(files, "\n")), text(chosen), year, errors, warnings}, numbers...),
		text(strings.Join(s.remarks(), "；")), text(s.Unit.Contact), text(s.Unit.Telephone))
}

// remarks are the notes, and what the roster says of the sum.
func (s *State) remarks() []string {
	remarks := s.Notes
	if s.Unit.Part != 0 {
		remarks = append([]string{"计入汇总：" + s.Unit.Part.Name()}, remarks...)
	}
	if len(s.Prints) > 0 {
		remarks = append(slices.Clone(remarks), "同名的"+strings.Join(s.Prints, "、")+"是报告的打印件或者扫描件，没有另外读")
	}
	return remarks
}
