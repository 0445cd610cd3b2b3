package templates

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An Offer says who may write a new report on an edition.
type Offer string

const (
	ByYear Offer = "by_year" // everybody, for the years that it is meant for
	ByName Offer = "by_name" // who asks for it by its name, as a province's offices do
	Never  Offer = "never"   // nobody; reports that exist are read and printed
)

// ForYear is the edition that a new report of a year is written on when nobody
// asks for another: the one rule of the command, the page and reading. The error
// is a Chinese sentence, of a year before the first edition.
func ForYear(year int) (*Template, error) {
	offered, err := Offered()
	if err != nil {
		return nil, err
	}
	for _, t := range offered {
		if t.Covers(year) {
			return t, nil
		}
	}
	return nil, fmt.Errorf("没有 %d 年用的格式：全国统一的格式从 %d 年的报告开始", year, offered[len(offered)-1].FirstYear)
}

// ForNew is the edition for a new report: that of the name, or, of none, that of
// the year. The error is a Chinese sentence.
func ForNew(edition string, year int) (*Template, error) {
	if edition == "" {
		return ForYear(year)
	}
	offered, err := Offered()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, t := range slices.Backward(offered) {
		names = append(names, t.Edition)
	}
	if !slices.Contains(Editions(), edition) {
		return nil, fmt.Errorf("没有“%s”这个格式，可以用的有 %s", edition, strings.Join(names, "、"))
	}
	t, err := Load(edition)
	if err == nil && t.Offer == Never {
		return nil, fmt.Errorf("格式“%s”是个别地方的旧变体，可以核对和印制，新报告请用 %s", edition, strings.Join(names, "、"))
	}
	return t, err
}

// Offered are the editions that ForYear chooses from, the one in force first.
func Offered() ([]*Template, error) {
	offered, err := All()
	if err != nil {
		return nil, err
	}
	offered = slices.DeleteFunc(offered, func(t *Template) bool { return t.Offer != ByYear })
	slices.SortFunc(offered, func(a, b *Template) int { return cmp.Compare(b.FirstYear, a.FirstYear) })
	return offered, nil
}

// Family is the name of the national edition that an edition is a variant of, or
// its own: only editions of one family are told from each other by small things.
func (t *Template) Family() string { return t.family }

// Variant reports whether an edition is a locality's variant of a national one.
func (t *Template) Variant() bool { return t.family != t.Edition }

// Covers reports whether an edition is meant for a year's report.
func (t *Template) Covers(year int) bool {
	return year >= t.FirstYear && (t.LastYear == 0 || year <= t.LastYear)
}
