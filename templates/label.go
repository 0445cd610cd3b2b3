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

// briefNames are label paths as a sentence names them that has no room for the
// whole: by the last label, or what is short for it, with its group's number
// before it: （三）8.属于行政查询事项. Where others have the same last label the
// group stands before it: 行政复议 · 总计.
func briefNames(labels [][]string, short []string) []string {
	names := shortNames(labels)
	for i, label := range labels {
		if len(label) == 0 {
			continue
		}
		last := label[len(label)-1]
		shared := 0
		for _, other := range labels {
			if len(other) > 0 && other[len(other)-1] == last {
				shared++
			}
		}
		if short[i] != "" {
			last = short[i]
		}
		group, _, grouped := strings.Cut(names[i], " · ")
		switch {
		case grouped && shared > 1:
			names[i] = join(group, last)
		case grouped:
			names[i] = number(group) + last
		default:
			names[i] = last
		}
	}
	return names
}

// number is the number that a label begins with: （三） of （三）不予公开.
func number(label string) string {
	if end := strings.Index(label, "）"); end > 0 && strings.HasPrefix(label, "（") {
		return label[:end+len("）")]
	}
	return ""
}

func rowShorts(part Part) []string {
	var shorts []string
	for _, row := range part.Rows {
		shorts = append(shorts, row.Short)
	}
	return shorts
}

func columnShorts(part Part) []string {
	var shorts []string
	for _, column := range part.Columns {
		shorts = append(shorts, column.Short)
	}
	return shorts
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
