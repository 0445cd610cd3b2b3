package collecting

import (
	"path"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/check"
	"nianbao/collecting/sheet"
	"nianbao/filing"
	"nianbao/problem"
	"nianbao/report"
)

// An Entry is one line of a list of faults.
type Entry struct {
	Unit, File                   string
	Weight                       string // 错误, 警告, …; 已改 of one that is gone
	Code                         string
	Part, Row, Column            string
	Number, Expected, Difference string
	Problem, Fix, Quote, Earlier string

	Handling, Statement, Review string // what people write
}

// entryColumns are those of the lists of faults, in the order of an Entry's texts.
var entryColumns = []sheet.Column{
	{Head: "序号", Width: 6}, {Head: "单位", Width: 14}, {Head: "文件", Width: 14}, {Head: "轻重", Width: 6}, {Head: "编号", Width: 24},
	{Head: "部分或表", Width: 11}, {Head: "行", Width: 14}, {Head: "列", Width: 10}, {Head: "填的数", Width: 8}, {Head: "应为", Width: 8},
	{Head: "相差", Width: 7}, {Head: "问题", Width: 36, Text: true}, {Head: "怎么改", Width: 26, Text: true}, {Head: "原句", Width: 24, Text: true},
	{Head: "上年数", Width: 8},
	{Head: "处理", Width: 10, Typed: true, Text: true}, {Head: "单位说明", Width: 16, Typed: true, Text: true}, {Head: "复核结果", Width: 10, Typed: true, Text: true},
}

// texts are the entry's fields in the order of the columns, without the number of the line.
func (e *Entry) texts() []*string {
	return []*string{&e.Unit, &e.File, &e.Weight, &e.Code, &e.Part, &e.Row, &e.Column, &e.Number, &e.Expected, &e.Difference,
		&e.Problem, &e.Fix, &e.Quote, &e.Earlier, &e.Handling, &e.Statement, &e.Review}
}

// entryOf is the entry that a row of a list holds, by the heads of its columns.
func entryOf(row map[string]string) Entry {
	var e Entry
	for i, text := range e.texts() {
		*text = row[entryColumns[i+1].Head]
	}
	return e
}

// key tells entries apart from one round to the next: by what they are about, not
// by the numbers, which change.
func (e Entry) key() string {
	return strings.Join([]string{e.Unit, e.Code, e.Part, e.Row, e.Column}, "\x00")
}

// Entries are what is to be said to the unit of its report, or of why it has none.
func (s *State) Entries() []Entry {
	var out []Entry
	for _, f := range s.Others {
		if s.File == nil && f.Report == nil {
			out = append(out, Entry{File: path.Base(f.Path), Weight: "错误", Part: "文件", Problem: "这个文件" + strings.TrimPrefix(f.Failure, "“"), Fix: "改好后重新报送"})
		}
		if s.File == nil && f.Report != nil && s.Status == Missing {
			out = append(out, Entry{File: path.Base(f.Path), Weight: "错误", Part: "标题", Problem: "报告的年份不对：" + f.title(), Fix: "报送今年的报告；只是年份写错了的，改正标题和正文"})
		}
	}
	if s.Status == Double {
		var names []string
		for _, f := range s.Others {
			names = append(names, f.Path)
		}
		out = append(out, Entry{Weight: "错误", Part: "文件", Problem: "收到几份内容不同的报告：" + strings.Join(names, "、"), Fix: "请说明以哪一份为准"})
	}
	if s.File != nil {
		out = append(out, s.File.entries()...)
	}
	for i := range out {
		out[i].Unit = s.Unit.Name
	}
	return out
}

func (f *File) title() string {
	return f.Agency + " " + decimal.NewFromInt(int64(f.Year)).String() + " 年"
}

func (f *File) entries() []Entry {
	var out []Entry
	r := f.Report
	var carried map[string]string
	if f.Last != nil {
		carried = check.Carried(r, f.Last)
	}
	for _, p := range filing.Grouped(f.Problems, r.Template) {
		e := Entry{File: path.Base(f.Path), Weight: p.Severity.Name(), Code: p.Code, Part: p.Place, Problem: p.Message, Fix: p.OnPaper(), Quote: p.Quote}
		if p.Severity == problem.Accepted {
			e.Fix = p.Fix
		}
		e.place(r, p)
		if f.Last != nil {
			if e.Earlier = carried[p.Path]; e.Earlier == "" {
				e.Earlier = f.Last.Numbers[p.Path].Text
			}
		}
		out = append(out, e)
	}
	return out
}

// place says where the problem stands, what stands there and what should.
func (e *Entry) place(r *report.Report, p problem.Problem) {
	if r.Template == nil {
		return
	}
	if place := r.PaperPlace(p.Path); place != "" && !strings.Contains(p.Place, " · ") {
		e.Part = place
	}
	if p.Number != "" {
		e.Number = p.Number
	}
	leaf, ok := r.Template.Leaf(p.Path)
	if !ok {
		return
	}
	e.Part, e.Row, e.Column = leaf.Table, leaf.Row, leaf.Column
	if p.Code == problem.CodeBlank {
		e.Column = ""
		return
	}
	number, given := r.Numbers[p.Path]
	if given {
		e.Number = number.Text
	}
	for _, equation := range r.Template.Equations() {
		if total, ok := equation.Total(); !ok || equation.Sum.Code != p.Code || total.Path != p.Path {
			continue
		}
		if sum, known := r.Sum(equation.Left); known && given {
			e.expect(sum.Value, number.Value)
		}
		return
	}
	if want, err := decimal.NewFromString(p.Cell); err == nil && given {
		e.expect(want, number.Value)
	}
}

func (e *Entry) expect(want, have decimal.Decimal) {
	e.Expected, e.Difference = want.String(), have.Sub(want).String()
}
