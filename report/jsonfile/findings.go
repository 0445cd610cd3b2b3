package jsonfile

import (
	"fmt"
	"slices"
	"sort"

	"nianbao/problem"
)

// MaxProblems is how many problems of one file are listed: a file with more is
// of another kind, or damaged throughout.
const MaxProblems = 1000

// findings collect problems while a file is read.
type findings struct {
	list     []problem.Problem
	said     map[problem.Problem]bool
	unlisted int
	// unbalanced is the fault that ended the reading because brackets did not
	// match; misplaced is the first key that shows where.
	unbalanced, misplaced *problem.Problem
}

func (f *findings) add(p problem.Problem) {
	if f.full() {
		f.unlisted++
		return
	}
	if p.Severity == "" {
		p.Severity = problem.Error
	}
	if f.said[p] {
		return // the same slip again on the same line
	}
	if f.said == nil {
		f.said = map[problem.Problem]bool{}
	}
	f.said[p] = true
	f.list = append(f.list, p)
}

// full: what is added now is counted only.
func (f *findings) full() bool { return len(f.list) >= MaxProblems }

// mismatch notes a fault of brackets that only shows at the end of the file.
func (f *findings) mismatch(p problem.Problem) {
	p.Severity = problem.Error
	f.unbalanced = &p
	f.add(p)
}

// displaced notes a key that stands where only a missing or surplus bracket
// can have put it.
func (f *findings) displaced(p problem.Problem) {
	if f.misplaced == nil || p.Line < f.misplaced.Line {
		p.Severity = problem.Error
		f.misplaced = &p
	}
}

// settle reports brackets that do not match where they began to, and drops
// what only follows from it: keys that seem strange, the end that comes too soon.
func (f *findings) settle() {
	if f.unbalanced == nil || f.misplaced == nil {
		return
	}
	f.list = slices.DeleteFunc(f.list, func(p problem.Problem) bool {
		return p == *f.unbalanced || p.Line >= f.misplaced.Line && (p.Code == problem.CodeUnknown || p.Code == problem.CodeDuplicate)
	})
	f.list = append(f.list, *f.misplaced)
}

// inOrder are the problems in the order of the file.
func (f *findings) inOrder() []problem.Problem {
	f.settle()
	sort.SliceStable(f.list, func(i, j int) bool { return f.list[i].Line < f.list[j].Line })
	if f.unlisted > 0 {
		return append(f.list, problem.Problem{
			Severity: problem.Error, Code: problem.CodeMore,
			Message: fmt.Sprintf("另有 %d 个问题没有列出", f.unlisted),
			Fix:     "先改上面列出的；问题这样多，多半是文件拿错了或者损坏了",
		})
	}
	return f.list
}
