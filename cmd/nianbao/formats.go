package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nianbao/render"
)

// chosen are the formats of a comma-separated list, in the list's usual order.
func chosen(list string) ([]render.Format, error) {
	if list == "" {
		return render.Unasked(), nil
	}
	list = strings.NewReplacer("，", ",", "、", ",").Replace(strings.ToLower(list))
	var names, known []string
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimPrefix(strings.TrimSpace(name), ".")
		switch {
		case name == "":
			return nil, errors.New("-format 后面有一项是空的")
		case slices.Contains(names, name):
			return nil, fmt.Errorf("-format 后面 %s 写了两次", name)
		}
		names = append(names, name)
	}
	var formats []render.Format
	for _, format := range render.Formats {
		known = append(known, format.Name)
		if slices.Contains(names, format.Name) {
			formats = append(formats, format)
		}
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("不能写“%s”这种文件，-format 后面可以写 %s", name, strings.Join(known, "、"))
		}
	}
	return formats, nil
}

// formatNames are the formats' names in a row.
func formatNames(formats []render.Format) string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return strings.Join(names, ",")
}

// briefs say of each format what it is, a line each.
func briefs(formats []render.Format) string {
	var lines strings.Builder
	for _, f := range formats {
		fmt.Fprintf(&lines, "                     %s（%s）\n", f.Name, f.Brief)
	}
	return lines.String()
}
