package check

import (
	"strconv"
	"strings"
)

// numbered names rows of the form by their numbers alone, those of one group
// together: （二）、（三）1至4、6、（五）2. A row without a number keeps its name.
func numbered(names []string) string {
	var runs []rowRun
	for _, name := range names {
		group, item := rowNumber(name)
		if last := len(runs) - 1; item > 0 && last >= 0 && runs[last].group == group && runs[last].to == item-1 {
			runs[last].to = item
			continue
		}
		runs = append(runs, rowRun{name, group, item, item})
	}
	var parts []string
	for i, r := range runs {
		part := r.group + r.items()
		switch {
		case part == "":
			part = r.name
		case i > 0 && r.from > 0 && runs[i-1].from > 0 && runs[i-1].group == r.group:
			part = r.items()
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "、")
}

// A rowRun is one row, or several of one group whose items follow each other.
type rowRun struct {
	name, group string
	from, to    int // 0: the row has no item
}

func (r rowRun) items() string {
	switch {
	case r.from == 0:
		return ""
	case r.from == r.to:
		return strconv.Itoa(r.from)
	}
	return strconv.Itoa(r.from) + "至" + strconv.Itoa(r.to)
}

// rowNumber are the numbers that a row's name begins with, such as （三） and 8;
// "" and 0 where there is none.
func rowNumber(name string) (group string, item int) {
	if strings.HasPrefix(name, "（") {
		if end := strings.Index(name, "）"); end > 0 {
			group, name = name[:end+len("）")], name[end+len("）"):]
		}
	}
	digits, _, ok := strings.Cut(name, ".")
	if n, err := strconv.Atoi(digits); ok && err == nil {
		item = n
	}
	return group, item
}
