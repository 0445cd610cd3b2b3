package templates

import (
	"slices"
	"strings"
)

// join puts names together as they are shown to people, outermost first.
func join(names ...string) string {
	named := slices.DeleteFunc(names, func(name string) bool { return name == "" })
	return strings.Join(named, " · ")
}

func rowLabels(part Part) [][]string {
	var labels [][]string
	for _, row := range part.Rows {
		labels = append(labels, row.Label)
	}
	return labels
}

func columnLabels(part Part) [][]string {
	var labels [][]string
	for _, column := range part.Columns {
		labels = append(labels, column.Label)
	}
	return labels
}

// shortNames are label paths as a sentence names them: without the outermost
// group's label where the rest tells every member of that group apart from all
// others. So 8.属于行政查询事项 needs its （三）不予公开 only, but 结果维持 needs its
// 行政复议, for 复议后起诉 has one too.
func shortNames(labels [][]string) []string {
	names := make([]string, len(labels))
	for i, label := range labels {
		if len(label) > 1 && droppable(label[0], labels) {
			label = label[1:]
		}
		names[i] = join(label...)
	}
	return names
}

// droppable reports whether every label path of a group still names one row
// when the group's own label is left out.
func droppable(group string, labels [][]string) bool {
	for i, member := range labels {
		if len(member) < 2 || member[0] != group {
			continue
		}
		rest := member[1:]
		for j, other := range labels {
			if i != j && len(other) >= len(rest) && slices.Equal(other[len(other)-len(rest):], rest) {
				return false
			}
		}
	}
	return true
}

// commonLabel is the path of groups that two label paths share.
func commonLabel(a, b []string) []string {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return a[:n]
}
