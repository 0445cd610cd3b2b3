package collecting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/check"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// A SumOrder says what a sum is to be called, and what is added besides.
type SumOrder struct {
	Agency string
	Own    *File          // the county's own numbers; nil: none are added
	Last   *report.Report // the county's report of last year; nil: there is none
}

// A Sum is a report that is the sum of its units'.
type Sum struct {
	Report  *report.Report
	Units   []report.UnitPart
	Left    []LeftOut
	Notes   []string
	decimal map[string]int32 // of the numbers at a path, the most decimals
}

// A LeftOut is a unit that is not in the sum, and why.
type LeftOut struct {
	Unit, Why string
	Missing   bool // it should have been
}

// Missing are the units that should have been in the sum.
func (s *Sum) Missing() []string {
	var out []string
	for _, l := range s.Left {
		if l.Missing {
			out = append(out, l.Unit)
		}
	}
	return out
}

// Add adds the units up. Its error is a sentence, for a sum that cannot be made at all.
func (c *Collection) Add(o SumOrder) (*Sum, error) {
	form, err := templates.ForYear(c.Year)
	if err != nil {
		return nil, err
	}
	s := &Sum{Report: report.New(form), decimal: map[string]int32{}}
	for key, text := range map[string]string{"agency": o.Agency, "year": fmt.Sprint(c.Year), "scope": "whole"} {
		if p := s.Report.Put(key, text); p != nil {
			return nil, fmt.Errorf("%s", p.Message)
		}
	}
	if o.Own != nil {
		part, why := s.convert(o.Own.Report, o.Own.Agency+"（本级）")
		if why == "" && o.Own.Errors() > 0 {
			why = fmt.Sprintf("有错误 %d 处", o.Own.Errors())
		}
		if why != "" {
			return nil, fmt.Errorf("本级的报告不能汇总：%s", why)
		}
		s.Units = append(s.Units, part)
	}
	for i := range c.Units {
		s.add(&c.Units[i])
	}
	for _, stranger := range c.Strangers() {
		s.Left = append(s.Left, LeftOut{stranger, "名单上没有", false})
	}
	for _, leaf := range form.Leaves() {
		if why := s.total(leaf); why != "" {
			return nil, fmt.Errorf("%s不能相加：%s", leaf.Brief(), why)
		}
	}
	s.Report.Parts, s.Report.MissingUnits = s.Units, s.Missing()
	s.Report.Complete()
	if o.Last != nil {
		s.carried(o.Last)
	}
	return s, nil
}

// add takes one unit in, or says why it is left out.
func (s *Sum) add(u *State) {
	leave := func(missing bool, why string) { s.Left = append(s.Left, LeftOut{u.Unit.Name, why, missing}) }
	switch {
	case u.Unit.Part != 0:
		leave(false, "名单上计入汇总是“"+u.Unit.Part.Name()+"”")
	case u.File == nil:
		if why := strings.Join(u.Notes, "；"); why != "" {
			leave(true, why)
		} else {
			leave(true, u.Status.Name())
		}
	case u.File.Errors() > 0:
		leave(true, fmt.Sprintf("有错误 %d 处（%s）", u.File.Errors(), u.File.Path))
	default:
		part, why := s.convert(u.File.Report, u.Unit.Name)
		if why != "" {
			leave(true, why)
			return
		}
		s.Units = append(s.Units, part)
	}
}

// convert is what a unit has, by the paths of the sum's form. Where its edition has one
// row for all other handling, that is the last of the three rows of today's.
func (s *Sum) convert(r *report.Report, unit string) (report.UnitPart, string) {
	part := report.UnitPart{Unit: unit, Numbers: map[string]report.Number{}}
	if r.Template == nil {
		return part, "认不出格式"
	}
	moved := false
	var rows []string // that are divided in the sum's form
	for _, leaf := range r.Template.Leaves() {
		number, given := r.Numbers[leaf.Path]
		if !given || r.Doubtful(leaf.Path) {
			return part, leaf.Brief() + "没有填"
		}
		path := leaf.Path
		if _, same := s.Report.Template.Leaf(path); !same {
			at := strings.LastIndexByte(path, '.')
			path = path[:at] + ".other" + path[at:]
			if _, ok := s.Report.Template.Leaf(path); !ok {
				return part, "用的格式是 " + r.Edition + "，与" + s.Report.Edition + "不同"
			}
			rows = append(rows, leaf.Path[:at])
			moved = moved || !number.Value.IsZero()
		}
		if number.Origin != report.NotApplicable {
			number.Origin = report.Given
		}
		part.Numbers[path] = number
	}
	if moved {
		s.Notes = append(s.Notes, unit+"的“其他处理”只有一行，计入了最后一项“其他”")
	}
	for _, leaf := range s.Report.Template.Leaves() {
		if _, ok := part.Numbers[leaf.Path]; ok {
			continue
		}
		if !slices.ContainsFunc(rows, func(row string) bool { return strings.HasPrefix(leaf.Path, row+".") }) {
			return part, "用的格式是 " + r.Edition + "，没有" + leaf.Brief()
		}
		part.Numbers[leaf.Path] = report.Number{Text: "0"}
	}
	return part, ""
}

// total adds one cell up. Amounts are brought to the unit that the first of them names.
func (s *Sum) total(leaf templates.Leaf) (why string) {
	sum, applies, unit := decimal.Zero, false, ""
	for _, u := range s.Units {
		if number := u.Numbers[leaf.Path]; unit == "" && number.Applies() && leaf.Kind == templates.StatedAmount {
			unit = number.Unit()
		}
	}
	for i := range s.Units {
		number := s.Units[i].Numbers[leaf.Path]
		if !number.Applies() {
			continue
		}
		applies = true
		if leaf.Kind == templates.StatedAmount {
			if number, why = inUnit(number, unit); why != "" {
				return s.Units[i].Unit + "的" + why
			}
			s.Units[i].Numbers[leaf.Path] = number
		}
		sum = sum.Add(number.Value)
		s.decimal[leaf.Path] = max(s.decimal[leaf.Path], -number.Value.Exponent())
	}
	text := sum.String() + unit
	if !applies && len(s.Units) > 0 {
		text = report.Slash
	}
	if p := s.Report.Put(leaf.Path, text); p != nil {
		return p.Message
	}
	return ""
}

// shifts are the powers of ten of the units of money.
var shifts = map[string]int32{"元": 0, "万元": 4, "亿元": 8}

// inUnit is an amount in another unit.
func inUnit(n report.Number, unit string) (report.Number, string) {
	if n.Unit() == unit {
		return n, ""
	}
	if n.Value.IsZero() {
		n.Text = "0" + unit
		return n, ""
	}
	if n.Unit() == "" || unit == "" {
		return n, "“" + n.Text + "”没有写单位，别的写了，不知道是元还是万元"
	}
	n.Value = n.Value.Shift(shifts[n.Unit()] - shifts[unit])
	n.Text = n.Value.String() + unit
	return n, ""
}

// carried holds what came over against what the county passed on last year.
func (s *Sum) carried(last *report.Report) {
	for _, p := range check.CheckAgainst(s.Report, last) {
		if p.Code == problem.CodeLastCarried || p.Code == problem.CodeLastFile {
			s.Notes = append(s.Notes, p.Message)
		}
	}
}
