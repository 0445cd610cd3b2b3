package collecting

import (
	"fmt"
	"slices"
	"strings"
)

// Summary is the collection in one line: 名单 40 个单位：收到 36，缺 3（…）…
func (c *Collection) Summary() string {
	var missing, double, parents []string
	received := 0
	for _, s := range c.Units {
		switch s.Status {
		case Missing, Unreadable:
			missing = append(missing, s.Unit.Name)
		case Double:
			double = append(double, s.Unit.Name)
		case ByParent:
			parents = append(parents, s.Unit.Name)
		default:
			received++
		}
	}
	parts := []string{fmt.Sprintf("名单 %d 个单位：收到 %d", len(c.Units), received), counted("缺", missing), counted("重复", double)}
	if len(parents) > 0 {
		parts = append(parts, counted("上级代报", parents))
	}
	parts = append(parts, counted("名单外", c.Strangers()))
	var kinds, years []string
	unreadable := 0
	for _, f := range c.Files {
		if f.Failure != "" {
			unreadable++
			if !slices.Contains(kinds, f.Kind) {
				kinds = append(kinds, f.Kind)
			}
		}
	}
	for _, f := range c.OtherYears() {
		years = append(years, f.Path)
	}
	read := fmt.Sprintf("读不了 %d", unreadable)
	if unreadable > 0 {
		read += "（" + strings.Join(kinds, "、") + "）"
	}
	return strings.Join(append(parts, read, counted("年份不对", years)), "，")
}

// Verdicts say what the reports that came are worth: 有错误 1（…），有警告 3（…），通过 28;
// "" where none came.
func (c *Collection) Verdicts() string {
	var wrong, doubtful []string
	fine := 0
	for _, s := range c.Units {
		switch s.Status {
		case Wrong:
			wrong = append(wrong, s.Unit.Name)
		case Doubtful:
			doubtful = append(doubtful, s.Unit.Name)
		case Fine:
			fine++
		}
	}
	if len(wrong)+len(doubtful)+fine == 0 {
		return ""
	}
	return fmt.Sprintf("收到的报告：%s，%s，通过 %d", counted(Wrong.Name(), wrong), counted(Doubtful.Name(), doubtful), fine)
}

// Strangers are the files of agencies that the roster does not have, each with the agency.
func (c *Collection) Strangers() []string {
	var out []string
	for _, f := range c.Files {
		if f.Unit == none && f.Report != nil {
			name := f.Agency
			if name == "" {
				name = f.Path
			}
			out = append(out, name)
		}
	}
	return out
}

// OtherYears are the units' files that are reports of another year.
func (c *Collection) OtherYears() []*File {
	return slices.DeleteFunc(slices.Clone(c.Files), func(f *File) bool {
		return f.Unit == none || f.Report == nil || f.Year == 0 || f.Year == c.Year
	})
}

// counted is a number with the first of what it counts.
func counted(what string, names []string) string {
	const most = 6
	text := fmt.Sprintf("%s %d", what, len(names))
	switch {
	case len(names) == 0:
		return text
	case len(names) > most:
		return text + "（" + strings.Join(names[:most], "、") + "……）"
	}
	return text + "（" + strings.Join(names, "、") + "）"
}

// Status is the exit status: 0 all there and without errors, 1 somebody is missing
// or wrong, 2 something could not be read.
func (c *Collection) Status() int {
	status := 0
	for _, s := range c.Units {
		if s.Status != Fine && s.Status != Doubtful && s.Status != ByParent {
			status = 1
		}
	}
	if len(c.Barred) > 0 || slices.ContainsFunc(c.Files, func(f *File) bool { return f.Failure != "" }) {
		return 2
	}
	return status
}
