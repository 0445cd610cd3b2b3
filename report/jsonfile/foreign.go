package jsonfile

import (
	"errors"
	"slices"

	"nianbao/report"
	"nianbao/templates"
)

// ErrForeign says that a file is JSON of something else.
var ErrForeign = errors.New("这不是年度报告：没有报告数据里的任何一项")

// Foreign reports whether a file is a whole JSON object that has keys, none of
// which a report of any edition has.
func Foreign(src []byte) bool {
	var found findings
	src, ok := plainSource(src, &found)
	if !ok {
		return false
	}
	root, whole := scan(src, &found)
	if !whole || root.kind != isObject || len(root.members) == 0 {
		return false
	}
	own := map[string]bool{templates.PreambleKey: true, "accepted": true}
	for _, field := range report.AllFields {
		own[field.Path] = true
	}
	if root.has(own) {
		return false // as nearly always, and no edition had to be read for it
	}
	editions, err := templates.All()
	if err != nil {
		return false // Decode says so
	}
	sections := map[string]bool{}
	for _, form := range editions {
		for _, section := range form.Sections {
			sections[section.Key] = true
		}
	}
	return !root.has(sections)
}

// has reports whether an object has a member of one of the names.
func (v value) has(names map[string]bool) bool {
	return slices.ContainsFunc(v.members, func(m member) bool { return names[m.key] })
}
