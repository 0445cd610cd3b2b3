package jsonfile

import (
	"errors"

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
	known := map[string]bool{templates.PreambleKey: true, "accepted": true}
	for _, field := range report.AllFields {
		known[field.Path] = true
	}
	editions, err := templates.All()
	if err != nil {
		return false // Decode says so
	}
	for _, form := range editions {
		for _, section := range form.Sections {
			known[section.Key] = true
		}
	}
	for _, m := range root.members {
		if known[m.key] {
			return false
		}
	}
	return true
}
