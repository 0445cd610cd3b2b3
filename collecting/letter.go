package collecting

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nianbao/document"
	"nianbao/problem"
	"nianbao/render/docx"
	"nianbao/render/layout"
	"nianbao/render/sealed"
	"nianbao/render/style"
)

// letter adds the letter that goes to a unit with its list, for those who print. One
// that an earlier run wrote says so where nothing is left to mend.
func (w *results) letter(s *State, name string, entries []Entry) {
	path := filepath.Join(backFolder, name+".docx")
	var told []problem.Problem
	errors, warnings := 0, 0
	for _, e := range entries {
		p := problem.Problem{Severity: problem.Notice, Place: e.Where(), Message: e.Problem, FixOnPaper: e.Fix}
		switch e.Weight {
		case problem.Error.Name():
			p.Severity = problem.Error
			errors++
		case problem.Warning.Name(), changed:
			p.Severity = problem.Warning
			warnings++
		case problem.Notice.Name():
		default:
			continue
		}
		told = append(told, p)
	}
	if errors+warnings == 0 {
		if _, err := os.Stat(filepath.Join(w.c.Out, path)); err != nil {
			return
		}
	}
	d := &document.Document{Heading: fmt.Sprintf("关于修改 %d 年年度报告的函", w.c.Year), Author: "nianbao", Language: "zh-CN"}
	text := s.Unit.Name + "报送的年度报告经核对没有发现需要修改的问题。"
	if errors+warnings > 0 {
		text = fmt.Sprintf("%s报送的 %d 年年度报告经核对，有%s，列在下面（第 %d 轮）。请逐条改正，于%s前重新报送；需要核实的，确有原因不用改的，请写明原因。",
			s.Unit.Name, w.c.Year, amounts(errors, warnings), w.round.Number, cmp.Or(w.round.Deadline, "　　月　　日"))
	}
	d.Blocks = append(d.Blocks, document.Paragraph{Text: text})
	if errors+warnings > 0 {
		d.Blocks = append(d.Blocks, document.ListOf(told))
	}
	if w.round.Date != "" {
		d.Blocks = append(d.Blocks, document.Signature{Date: w.round.Date})
	}
	content, err := docx.Write(d, layout.Pads(context.Background(), d, style.Word)...)
	w.err = cmp.Or(w.err, err)
	w.add(path, content, sealed.Edited)
}

func amounts(errors, warnings int) string {
	var parts []string
	if errors > 0 {
		parts = append(parts, fmt.Sprintf("错误 %d 处", errors))
	}
	if warnings > 0 {
		parts = append(parts, fmt.Sprintf("需要核实的 %d 处", warnings))
	}
	return strings.Join(parts, "、")
}

// Where is the entry's place as a sentence names it.
func (e Entry) Where() string {
	out := e.Part
	for _, part := range []string{e.Row, e.Column} {
		if part != "" {
			out += " · " + part
		}
	}
	return out
}
