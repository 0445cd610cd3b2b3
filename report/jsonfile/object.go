package jsonfile

import (
	"slices"
	"strconv"

	"nianbao/problem"
)

// object hands each known member of an object to read, with its index in
// known. null stands for an object of which nothing is filled in.
func (d *decoder) object(v value, path string, known []name, read func(i int, v value)) {
	d.report.Lines[path] = v.line
	if v.kind == isNull {
		return
	}
	if v.kind != isObject {
		d.wrongType(v, path, isObject, "这里分几格填写，每格有自己的键；对照 nianbao new 生成的空白报告改")
		return
	}
	lines := make(map[string]int, len(v.members)) // of the keys that have been read
	var strangers []member
	for _, m := range v.members {
		if first, twice := lines[m.key]; twice {
			earlier := "第 " + strconv.Itoa(first) + " 行"
			if first == m.line {
				earlier = "同一行的前面"
			}
			fix := "留下对的一处，删去另一处；程序不会替您选"
			if d.found.unbalanced != nil {
				fix = "括号没有配齐：先看它前面是不是少了一个“}”；不是的，" + fix
			}
			d.add(problem.Problem{Code: problem.CodeDuplicate, Path: join(path, m.key), Line: m.line,
				Message: "“" + problem.Clip(m.key) + "”写了两次，" + earlier + "已经有了",
				Fix:     fix})
			continue
		}
		lines[m.key] = m.line
		i := slices.IndexFunc(known, func(n name) bool { return n.key == m.key })
		if i < 0 {
			strangers = append(strangers, m)
			continue
		}
		read(i, m.value)
	}
	if path == "" && d.report.Template == nil {
		return // whose keys these are cannot be known
	}
	for _, m := range strangers {
		d.unknown(m, path, known, lines)
	}
	d.found.unlisted += v.dropped
}
