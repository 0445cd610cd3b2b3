package reading

import (
	"strconv"
	"strings"

	"nianbao/problem"
)

// The codes of what reading a file may find. docs/checks.md explains each.
const (
	codeTitle      = "import.title"       // agency or year could not be read
	codeEdition    = "import.edition"     // the form is of other years, or could not be told
	codeTable      = "import.table"       // a table of the form is missing
	codeMissing    = "import.missing"     // a row or column of the form is missing
	codeRow        = "import.row"         // a row with numbers that is none of the form's
	codeColumn     = "import.column"      // a column that was left out
	codeUnplaced   = "import.unplaced"    // numbers that could not be placed
	codeUnit       = "import.unit"        // amounts in another unit, or in none
	codeNumber     = "import.number"      // what stands in a cell is no number
	codeTwice      = "import.twice"       // two cells for one number
	codeMerged     = "import.merged"      // one cell for two numbers
	codeOrder      = "import.order"       // rows or columns in another order
	codeLabel      = "import.label"       // a label that was taken for one of the form's
	codeDash       = "import.dash"        // - read as blank
	codeSpelling   = "import.spelling"    // full-width digits, thousands separators
	codeOtherTable = "import.other_table" // a table that is none of the form's
	codeSection    = "import.section"     // a section that was not found
	codeHeading    = "import.heading"     // a heading worded or numbered otherwise
	codeText       = "import.text"        // text that the report has no place for
	codeFurniture  = "import.furniture"   // text of the web page around the report
	codeSignature  = "import.signature"   // signatory or date in doubt
	codeTooMuch    = "import.too_much"    // a file larger than was read
	codeEdited     = "import.edited"      // the visible text is not what the program wrote
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
func quote(s string) string { return "“" + cut(oneLine(s), longestQuote) + "”" }

func cut(s string, longest int) string {
	runes := []rune(s)
	if len(runes) <= longest {
		return s
	}
	return string(runes[:longest-1]) + "…"
}

// oneLine is a text without line breaks and other blanks in it.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return blank(r) || invisible(r) }), " ")
}

// list names things, the first few of many.
func list(names []string, most int) string {
	if len(names) <= most {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:most], "、") + " 等 " + strconv.Itoa(len(names)) + " 处"
}
