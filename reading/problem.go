package reading

import (
	"strconv"
	"strings"

	"nianbao/problem"
	"nianbao/reading/naming"
)

// The codes of what reading a file may find.
const (
	codeTitle      = problem.CodeImportTitle
	codeEdition    = problem.CodeImportEdition
	codeTable      = problem.CodeImportTable
	codeMissing    = problem.CodeImportMissing
	codeRow        = problem.CodeImportRow
	codeColumn     = problem.CodeImportColumn
	codeUnplaced   = problem.CodeImportUnplaced
	codeUnit       = problem.CodeImportUnit
	codeNumber     = problem.CodeImportNumber
	codeTwice      = problem.CodeImportTwice
	codeMerged     = problem.CodeImportMerged
	codeOrder      = problem.CodeImportOrder
	codeLabel      = problem.CodeImportLabel
	codeDash       = problem.CodeImportDash
	codeSpelling   = problem.CodeImportSpelling
	codeOtherTable = problem.CodeImportOtherTable
	codeSection    = problem.CodeImportSection
	codeHeading    = problem.CodeImportHeading
	codeText       = problem.CodeImportText
	codeFurniture  = problem.CodeImportFurniture
	codeSignature  = problem.CodeImportSignature
	codeTooMuch    = problem.CodeImportTooMuch
	codeEdited     = problem.CodeImportEdited
)

// finding collects problems, and the paths of which nothing may be computed.
type finding struct {
	problems []problem.Problem
	doubtful map[string]bool
	counts   map[string]int
	first    map[string]int // index of the first problem past the limit
}

// mostAlike is how many problems of one code are listed one by one.
const mostAlike = 30

func (f *finding) add(p problem.Problem) {
	if f.counts == nil {
		f.counts, f.first, f.doubtful = map[string]int{}, map[string]int{}, map[string]bool{}
	}
	if p.Severity == problem.Error && p.Path != "" {
		f.doubtful[p.Path] = true
	}
	key := p.Code + string(p.Severity)
	f.counts[key]++
	switch n := f.counts[key] - mostAlike; {
	case n == 1:
		f.first[key] = len(f.problems)
		p.Path, p.Place, p.Message = "", "", "另有 1 处同样的问题，没有一一列出"
		f.problems = append(f.problems, p)
	case n > 1:
		f.problems[f.first[key]].Message = "另有 " + strconv.Itoa(n) + " 处同样的问题，没有一一列出"
	default:
		f.problems = append(f.problems, p)
	}
}

func (f *finding) doubt(path string) {
	if f.doubtful == nil {
		f.counts, f.first, f.doubtful = map[string]int{}, map[string]int{}, map[string]bool{}
	}
	f.doubtful[path] = true
}

// longestQuote is in characters.
const longestQuote = 40

// quote is a text of the file as a message shows it.
func quote(s string) string { return "“" + cut(naming.OneLine(s), longestQuote) + "”" }

func cut(s string, longest int) string {
	runes := []rune(s)
	if len(runes) <= longest {
		return s
	}
	return string(runes[:longest-1]) + "…"
}

// list names things, the first few of many.
func list(names []string, most int) string {
	if len(names) <= most {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:most], "、") + " 等 " + strconv.Itoa(len(names)) + " 处"
}

func count(n int) string { return strconv.Itoa(n) }
