package compare

import (
	"nianbao/report"
	"nianbao/templates"
)

// Differences are what two reports say differently, in the order of print.
// Reports of two editions are compared as far as their keys agree; what stands
// in a cell that the other edition does not have is listed too.
func Differences(a, b *report.Report) []Difference {
	out := headDifferences(a, b)
	if a.Template == nil || b.Template == nil {
		return out
	}
	out = append(out, proseDifferences(a, b, templates.PreambleKey)...)
	for _, section := range sectionsOf(a.Template, b.Template) {
		if section.Table == nil {
			out = append(out, proseDifferences(a, b, section.Key)...)
		} else {
			out = append(out, numberDifferences(a, b, section.Key)...)
		}
	}
	return out
}

// sectionsOf are the sections of two editions, those of the second that the
// first does not have last.
func sectionsOf(a, b *templates.Template) []templates.Section {
	sections := append([]templates.Section(nil), a.Sections...)
	for _, section := range b.Sections {
		if a.Tree().Node(section.Key) == nil {
			sections = append(sections, section)
		}
	}
	return sections
}
