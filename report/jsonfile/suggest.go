package jsonfile

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/report"
	"nianbao/templates"
)

// unknown reports a key that the form does not have, with the one that was
// likely meant. That one is then not reported as missing. given are the lines
// of the keys that stand beside it.
func (d *decoder) unknown(m member, path string, known []name, given map[string]int) {
	if d.found.full() {
		d.found.add(problem.Problem{})
		return
	}
	p := problem.Problem{Code: problem.CodeUnknown, Path: join(path, m.key), Line: m.line,
		Message: "没有“" + problem.Clip(m.key) + "”这个键", Fix: "删去，或者对照 nianbao new 生成的空白报告改成对的键"}
	if meant, ok := nearest(m.key, known); ok {
		p.Message += "，是不是 " + meant.key
		if meant.title != "" {
			p.Message += "（" + meant.title + "）"
		}
		p.Message += "？"
		p.Fix = "把键改成 " + meant.key
		if line, taken := given[meant.key]; taken {
			p.Fix = meant.key + " 在第 " + strconv.Itoa(line) + " 行已经有了：删去多出的一处"
		} else {
			d.report.MarkDoubtful(join(path, meant.key))
		}
	} else if home, ok := d.home(m.key); ok {
		if d.report.Broken {
			d.found.displaced(d.bracket(p, home, path))
		}
		p.Message = "“" + problem.Clip(m.key) + "”不在这一层"
		p.Fix = "移到 " + home + " 里面；它前后的右括号可能多了或少了"
		if home == "" {
			p.Fix = "移到最外一层；它前面可能漏了右括号"
		}
		d.report.MarkDoubtful(join(home, m.key))
	} else if len(d.homes(m.key)) > 1 {
		p.Fix = "别的地方有这个键：核对前面的括号是不是多了或少了；不是的，把键名改对"
	}
	if m.flawed { // already reported, for a character in it
		return
	}
	d.add(p)
}

// bracket reports the bracket that put a key into another object than its own.
func (d *decoder) bracket(p problem.Problem, home, path string) problem.Problem {
	p.Code = problem.CodeSyntax
	line := strconv.Itoa(p.Line)
	_, key, _ := strings.Cut("."+p.Path, path+".")
	if home == "" || strings.HasPrefix(path, home+".") {
		p.Message = "“" + key + "”前面少了一个右括号“}”，它落进了“" + path[strings.LastIndexByte(path, '.')+1:] + "”里面"
		p.Fix = "在第 " + line + " 行之前补上“}”（后面要有逗号）"
	} else {
		p.Message = "“" + key + "”前面多了一个右括号“}”，它掉到了“" + home[strings.LastIndexByte(home, '.')+1:] + "”外面"
		p.Fix = "在第 " + line + " 行之前找出多的“}”，删去"
	}
	return p
}

// home is the path of the only object that has a key; false if none or several do.
func (d *decoder) home(key string) (string, bool) {
	homes := d.homes(key)
	if len(homes) != 1 {
		return "", false
	}
	return homes[0], true
}

// homes are the paths of all objects that have a key.
func (d *decoder) homes(key string) []string {
	var homes []string
	for _, field := range report.HeadFields {
		if field.Path == key {
			homes = append(homes, "")
		}
	}
	for _, field := range report.ContactFields {
		if field.Path == "contact."+key {
			homes = append(homes, "contact")
		}
	}
	var visit func(node *templates.Node)
	visit = func(node *templates.Node) {
		for _, child := range node.Nodes {
			if child.Key == key {
				homes = append(homes, node.Path)
			}
			visit(child)
		}
	}
	if t := d.report.Template; t != nil {
		visit(t.Tree())
	}
	return homes
}

// nearest is the known key that a key was likely meant to be: by its Chinese
// name, or with few letters changed.
func nearest(key string, known []name) (name, bool) {
	if len(key) > problem.MaxShown*3 {
		return name{}, false
	}
	plain := letters(key)
	best, least := name{}, 1+min(3, (len(plain)-1)/2)
	for i, n := range known {
		own := ownNames(i, known)
		n.title = strings.Join(own, " · ")
		if key != "" && slices.Contains(own, key) {
			return n, true
		}
		near := letters(n.key)
		if d := Distance(plain, near); d < least {
			best, least = n, d
		} else if best.key == "" && len(plain) > 3 && strings.Contains(near, plain) { // phone for telephone
			best = n
		}
	}
	return best, best.key != ""
}

// ownNames are the parts of a place that tell it from those beside it.
func ownNames(i int, known []name) []string {
	return slices.DeleteFunc(strings.Split(known[i].title, " · "), func(part string) bool {
		for j, other := range known {
			if i != j && slices.Contains(strings.Split(other.title, " · "), part) {
				return true
			}
		}
		return false
	})
}

// letters are what tells keys apart: naturalPerson is natural_person.
func letters(key string) string {
	return strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(key, "_", ""), "-", ""), " ", ""))
}
