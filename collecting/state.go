package collecting

import (
	"fmt"
	"slices"

	"nianbao/collecting/roster"
	"nianbao/manuscript"
)

// A Status is how far a unit is.
type Status int

const (
	Missing Status = iota
	Unreadable
	Wrong // it has errors
	Doubtful
	Fine
	Double // several files that differ
	ByParent
)

// Name is what lists say.
func (s Status) Name() string {
	return [...]string{"未报", "读不了", "有错误", "有警告", "通过", "重复", "代报"}[s]
}

// A State is what there is of one unit.
type State struct {
	Unit   roster.Unit
	Status Status
	File   *File   // the one that counts; nil: none does
	Others []*File // all others that are the unit's
	Choice []*File // reports of the year that differ, of which people choose one
	Notes  []string
}

// Counted reports whether the unit's numbers can be added.
func (s *State) Counted() bool { return s.File != nil && s.Unit.Part == roster.Counted }

func (s *State) note(format string, values ...any) {
	s.Notes = append(s.Notes, fmt.Sprintf(format, values...))
}

// settle finds the file that counts for every unit.
func (c *Collection) settle() {
	if c.Roster == nil {
		return
	}
	c.Units = make([]State, len(c.Roster.Units))
	for i, u := range c.Roster.Units {
		c.Units[i].Unit = u
	}
	for _, f := range c.Files {
		if f.Unit != none && f.Answers == nil {
			c.Units[f.Unit].Others = append(c.Units[f.Unit].Others, f)
		}
	}
	for i := range c.Units {
		c.Units[i].settle(c.Year, c.Chosen[c.Units[i].Unit.Name])
	}
}

func (s *State) settle(year int, chosen string) {
	var right []*File
	unreadable := false
	for _, f := range s.Others {
		switch {
		case f.Report == nil:
			unreadable = true
			s.note("“%s”读不了", f.Path)
		case f.Year == year || f.Year == 0: // without a year it is an error of this year's
			right = append(right, f)
		default:
			s.note("“%s”是 %d 年的报告", f.Path, f.Year)
		}
		switch {
		case f.Guessed && f.Report != nil:
			s.note("“%s”按文件名认作这个单位", f.Path)
		case f.How == roster.ByLikeness && f.Agency != "":
			s.note("“%s”里写的是“%s”，按相近的名称认作这个单位", f.Path, f.Agency)
		}
	}
	slices.SortStableFunc(right, func(a, b *File) int { return manuscript.Rank(a.Path) - manuscript.Rank(b.Path) })
	s.choose(right, chosen)
	switch {
	case s.File != nil && s.File.Errors() > 0:
		s.Status = Wrong
	case s.File != nil && s.File.Warnings() > 0:
		s.Status = Doubtful
	case s.File != nil:
		s.Status = Fine
	case len(right) > 0:
		s.Status = Double
	case s.Unit.Part == roster.ByParent:
		s.Status = ByParent
	case unreadable:
		s.Status = Unreadable
	}
	if s.File != nil {
		s.Others = slices.DeleteFunc(s.Others, func(f *File) bool { return f == s.File })
	}
	if s.Unit.Part == roster.ByParent && len(right) > 0 {
		s.note("名单上写的是上级代报，却有自己的报告，没有计入汇总")
	}
}
