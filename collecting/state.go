package collecting

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/collecting/roster"
	"nianbao/filing"
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
	File   *File    // the one that counts; nil: none does
	Others []*File  // all others that are the unit's
	Choice []*File  // reports of the year that differ, of which people choose one
	Prints []string // files of the same name as one of these, which were not read: PDFs, OFDs, pages
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
	c.addPrints()
	for i := range c.Units {
		s := &c.Units[i]
		s.settle(c.Year, c.chosen(s))
	}
}

// chosen is what people chose of a unit's files: in this round or, where no file came
// since that prints something else, in the one before.
func (c *Collection) chosen(s *State) string {
	name := s.Unit.Name
	if written := c.Chosen[name]; written != "" || c.Earlier == nil {
		return written
	}
	before := c.Earlier.chosen[name]
	meant := called(s.Others, before.file)
	if before.file == "" || len(meant) != 1 {
		return ""
	}
	for _, f := range s.Others {
		if f.Report != nil && f.Year == c.Year && f.digest != meant[0].digest && !slices.Contains(before.among, f.Path) {
			s.note("上一轮选的是“%s”，后来又收到“%s”，请重新写明用哪一份", before.file, f.Path)
			return ""
		}
	}
	c.Chosen = maps.Clone(c.Chosen) // the caller's
	if c.Chosen == nil {
		c.Chosen = map[string]string{}
	}
	c.Chosen[name] = before.file
	return before.file
}

// addPrints says whose the files are that were not read for being prints of others, and
// where one prints something else than the report that it lies beside.
func (c *Collection) addPrints() {
	of := map[string]*File{}
	for _, f := range c.Files {
		if f.Unit != none {
			of[stem(f.Path)] = f
		}
	}
	for _, print := range c.prints {
		f := of[stem(print)]
		if f == nil {
			continue
		}
		s := &c.Units[f.Unit]
		s.Prints = append(s.Prints, path.Base(print))
		if filing.Apart(f.full, filepath.Join(c.Folder, filepath.FromSlash(print))) {
			s.note("“%s”与“%s”同名，却不是由它印的：内容不同，读的是后一个；请问清楚以哪一份为准", print, f.Path)
		}
	}
}

// stem is a path without its extension, as Windows compares names.
func stem(file string) string { return strings.ToLower(strings.TrimSuffix(file, path.Ext(file))) }

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
