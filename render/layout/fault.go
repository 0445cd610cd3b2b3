package layout

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"nianbao/document"
	"nianbao/problem"
	"nianbao/render/style"
	"nianbao/report"
)

// mostLacks is how many characters that cannot be printed are told one by one:
// whoever pasted thousands learns nothing from more.
const mostLacks = 20

// A lack is a character that cannot be printed, in one text.
type lack struct {
	path   string
	rune   rune
	script string // of letters that need shaping: it is reported once, not each of them
}

// lacks records a character that cannot be printed, once a path.
func (s *setter) lacks(r rune, sp span, at int) {
	key := lack{path: sp.path, rune: r}
	if NeedsShaping(r) {
		key = lack{path: sp.path, script: scriptOf(r)}
	}
	if s.missing[key] {
		return
	}
	s.missing[key] = true
	if len(s.missing) > mostLacks {
		s.untold.add(key, sp, !unicode.IsGraphic(r) || unicode.IsSpace(r) || unicode.Is(unicode.Variation_Selector, r))
		return
	}
	where := "“" + lastRunes(sp.text[:at], 8) + "”后面的"
	if at == 0 {
		where = "开头的"
	}
	p := problem.Problem{Severity: problem.Error, Code: problem.CodeGlyphControl, Path: sp.path, Place: sp.place,
		Subject: problem.Subject{Quote: lastRunes(sp.text[:at], 8) + string(r)}}
	switch {
	case unicode.Is(unicode.Cc, r):
		p.Message, p.Fix = where+"控制字符看不见，也印不出来", fmt.Sprintf("删去这个字符（U+%04X）", r)
		p.FixInForm = "删去它；找不到的，把这一句重新打一遍"
	case unicode.Is(unicode.Co, r):
		p.Message = fmt.Sprintf("%s字符 U+%04X 是自造字，别的机器上会变成别的字或者空白", where, r)
		p.Fix = "换成标准汉字；名字里的生僻字多半已有标准编码，重新输入一次"
	case unicode.Is(unicode.Variation_Selector, r):
		name := "变体选择符" // U+FE00 to U+FE0F, as come with pictures
		if r >= 0xE0100 {
			name = "异体字选择符（IVS）"
		}
		p.Message, p.Fix = fmt.Sprintf("%s U+%04X 是%s，看不见，只管前一个字的写法", where, r, name), "删去这个字符；要用异体字的，换成那个字自己的编码"
	case !unicode.IsGraphic(r) || unicode.IsSpace(r):
		p.Message, p.Fix = fmt.Sprintf("%s字符 U+%04X 看不见，字体里也没有", where, r), "删去这个字符；要空格的，用空格键重打"
	case unicode.Is(unicode.Inherited, r):
		p.Code = problem.CodeGlyphShaping
		p.Message = fmt.Sprintf("%s U+%04X 是加在前一个字上的符号，和它合不成一个字，PDF 里排不对", where, r)
		p = p.With(problem.Mend{File: "删去这个符号；只要 Word 文件的用 -format docx，PDF 请在 Word 里另存", Form: "删去这个符号；或者只下载 Word 文件，PDF 请在 Word 里另存", Paper: "删去这个符号"})
	case NeedsShaping(r):
		p.Code = problem.CodeGlyphShaping
		p.Message = fmt.Sprintf("%s“%c”（U+%04X）这种文字的字母要连写、叠放或者从右往左排，PDF 里排不对", where, r, r)
		p = p.With(problem.Mend{File: "只要 Word 文件的用 -format docx，PDF 请在 Word 里另存；PDF 里的改用汉字", Form: "只下载 Word 文件，PDF 请在 Word 里另存；或者改用汉字", Paper: "改用汉字"})
	case usual(r) != r:
		p.Code = problem.CodeGlyphMissing
		p.Message = fmt.Sprintf("%s“%c”（U+%04X）是部首或者兼容字形，不是通常的“%c”字，PDF 里印不出来", where, r, r, usual(r))
		p.Fix = fmt.Sprintf("重新打一个“%c”字", usual(r))
	default:
		p.Code = problem.CodeGlyphMissing
		p.Message = fmt.Sprintf("%s“%c”（U+%04X）在现有字体中没有，PDF 里印不出来", where, r, r)
		p = p.With(problem.Mend{File: "请核对是否输错；确需使用的，用 -fonts 指定放有这个字的字体的文件夹，或者用 -format docx 只写 Word 文件",
			Form: "请核对是否输错；确需使用的，只下载 Word 文件", Paper: "请核对是否输错"})
	}
	s.problems = append(s.problems, p)
}

// usual is the letter that a radical or a compatibility ideograph stands for, which
// PDFs and OCR give; any other is itself.
func usual(r rune) rune {
	plain, _ := report.UsualLetter(r)
	return plain
}

// An untold is what cannot be printed beyond what was told.
type untold struct {
	kinds map[lack]bool // wherever they stand
	path  string        // of the text, if it is one
	place string
	grave bool // some of it cannot stand in a Word file either
}

func (u *untold) add(l lack, sp span, grave bool) {
	if u.kinds == nil {
		u.kinds, u.path, u.place = map[lack]bool{}, sp.path, sp.place
	}
	if u.path != sp.path {
		u.path, u.place = "", "全文"
	}
	l.path = ""
	u.kinds[l] = true
	u.grave = u.grave || grave
}

// scriptOf names the writing that a letter is of.
func scriptOf(r rune) string {
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return name
		}
	}
	return "none"
}

// plainScripts are those whose letters stand one behind the other as they are; every
// other script joins, stacks or turns them, and a PDF made letter by letter is wrong
// though no reader of PDF says so.
var plainScripts = []*unicode.RangeTable{
	unicode.Han, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hiragana, unicode.Katakana,
	unicode.Bopomofo, unicode.Hangul, unicode.Yi, unicode.Lisu, unicode.Armenian, unicode.Georgian, unicode.Common,
}

// NeedsShaping reports whether a character prints right only beside its neighbours.
func NeedsShaping(r rune) bool {
	return r >= 0x300 && unicode.IsGraphic(r) && !unicode.Is(unicode.Variation_Selector, r) && !unicode.In(r, plainScripts...)
}

// PDFAlone reports whether what is wrong keeps only the PDF from being made.
func PDFAlone(p problem.Problem) bool {
	switch p.Code {
	case problem.CodeGlyphMissing, problem.CodeGlyphShaping, problem.CodeGlyphMore:
		return true
	}
	return false
}

// faults are all that keeps the document from being printed.
func (s *setter) faults() []problem.Problem {
	if n := len(s.untold.kinds); n > 0 {
		p := problem.Problem{
			Severity: problem.Error, Code: problem.CodeGlyphMore, Path: s.untold.path, Place: s.untold.place,
			Message: fmt.Sprintf("另有 %d 种字符印不出来，没有一一列出", n),
			Fix:     "请看是不是贴进了别的内容；先改好上面列出的，再核对一次",
		}
		if s.untold.grave {
			p.Code = problem.CodeGlyphControl
		}
		return append(s.problems, p)
	}
	return s.problems
}

// lastRunes is the end of a text, at most n characters.
func lastRunes(text string, n int) string {
	from := len(text)
	for ; n > 0 && from > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	return text[from:]
}

// fitted are the widths of a table's columns and the size of its numbers. Every
// number that fits at no size is recorded, and counts for nothing.
func (s *setter) fitted(t document.Table) ([]int, style.Length) {
	for {
		widths, size, tooWide := style.Columns(t)
		if tooWide == nil {
			return widths, size
		}
		s.problems = append(s.problems, problem.Problem{
			Severity: problem.Error, Code: problem.CodeTooWide, Path: tooWide.From, Place: tooWide.Place,
			Message: fmt.Sprintf("%s 太长，缩到最小字号（%d 磅）也排不进这一格", tooWide.Text, style.SmallestPt/style.Point),
			Fix:     "请核对数字与单位是否填错",
		})
		t = without(t, tooWide)
	}
}

// without is a table whose one cell is empty.
func without(t document.Table, cell *document.Cell) document.Table {
	rows := make([][]document.Cell, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = append([]document.Cell(nil), row...)
		for k := range row {
			if &row[k] == cell {
				rows[i][k].Text = ""
			}
		}
	}
	t.Rows = rows
	return t
}
