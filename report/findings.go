package report

import (
	"fmt"
	"sort"
)

// maxProblems is how many problems of one file are listed: a file with more is
// of another kind, or damaged throughout.
const maxProblems = 1000

// findings collect problems while a file is read.
type findings struct {
	list     []Problem
	said     map[Problem]bool
	unlisted int
}

func (f *findings) add(p Problem) {
	if f.full() {
		f.unlisted++
		return
	}
	if p.Severity == "" {
		p.Severity = Error
	}
	if f.said[p] {
		return // the same slip again on the same line
	}
	if f.said == nil {
		f.said = map[Problem]bool{}
	}
	f.said[p] = true
	f.list = append(f.list, p)
}

// full: what is added now is counted only.
func (f *findings) full() bool { return len(f.list) >= maxProblems }

// inOrder are the problems in the order of the file.
func (f *findings) inOrder() []Problem {
	sort.SliceStable(f.list, func(i, j int) bool { return f.list[i].Line < f.list[j].Line })
	if f.unlisted > 0 {
		return append(f.list, Problem{
			Severity: Error, Code: codeMore,
			Message: fmt.Sprintf("另有 %d 个问题没有列出", f.unlisted),
			Fix:     "先改上面列出的；问题这样多，多半是文件拿错了或者损坏了",
		})
	}
	return f.list
}
