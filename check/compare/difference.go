// Package compare says what two reports say differently.
package compare

import (
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/templates"
)

// A Difference is one thing that two reports say differently: in the head, in a
// cell, or in a sentence. Only what is printed is compared.
type Difference struct {
	Kind    string `json:"kind"`  // head, number or prose
	Path    string `json:"path"`  // place in the data
	Place   string `json:"place"` // place on paper: 表三 · 一、… · 总计
	Group   string `json:"group"` // what people look it up in: 表三, or a section's heading
	A       string `json:"a"`     // what the first report has; "": nothing, which is not 0
	B       string `json:"b"`
	MarkedA string `json:"a_marked,omitempty"` // of a sentence that was changed: with 「」 around what is not in B
	MarkedB string `json:"b_marked,omitempty"`
	Remark  string `json:"remark,omitempty"` // what else there is to say, in Chinese
}

// The kinds of a Difference.
const (
	DiffersInHead   = "head"
	DiffersInNumber = "number"
	DiffersInProse  = "prose"
)

// headGroup is what people call the head.
const headGroup = "题目和落款"

func headDifferences(a, b *report.Report) []Difference {
	var out []Difference
	year := func(r *report.Report) string {
		if r.Year == 0 {
			return ""
		}
		return strconv.Itoa(r.Year)
	}
	for _, f := range []struct{ path, a, b string }{
		{"edition", a.Edition, b.Edition},
		{"agency", a.Agency, b.Agency},
		{"year", year(a), year(b)},
		{"title_lines", strings.Join(a.TitleLines, "/"), strings.Join(b.TitleLines, "/")},
		{"signatory", a.Signatory, b.Signatory},
		{"date", a.Date, b.Date},
	} {
		if f.a != f.b {
			out = append(out, Difference{Kind: DiffersInHead, Path: f.path, Place: report.HeadName(f.path), Group: headGroup, A: f.a, B: f.b})
		}
	}
	return out
}

// numberDifferences compares the cells of one table.
func numberDifferences(a, b *report.Report, section string) []Difference {
	var out []Difference
	add := func(leaf templates.Leaf, remark string) {
		now, inA := a.Numbers[leaf.Path]
		then, inB := b.Numbers[leaf.Path]
		if inA == inB && now.Text == then.Text {
			return
		}
		if inA && inB && now.Applies() && then.Applies() && now.Value.Equal(then.Value) && leaf.Kind != templates.StatedAmount {
			remark = "大小相同，写法不同"
		}
		out = append(out, Difference{Kind: DiffersInNumber, Path: leaf.Path, Place: leaf.Place, Group: leaf.Table,
			A: now.Text, B: then.Text, Remark: remark})
	}
	for _, leaf := range a.Template.Leaves() {
		if !strings.HasPrefix(leaf.Path, section+".") {
			continue
		}
		remark := ""
		if _, ok := b.Template.Leaf(leaf.Path); !ok {
			remark = b.Template.Name() + "没有这一格"
		}
		add(leaf, remark)
	}
	for _, leaf := range b.Template.Leaves() {
		if _, ok := a.Template.Leaf(leaf.Path); !ok && strings.HasPrefix(leaf.Path, section+".") {
			add(leaf, a.Template.Name()+"没有这一格")
		}
	}
	return out
}
