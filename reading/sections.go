package reading

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/problem"
	"nianbao/reading/naming"
	"nianbao/templates"
)

// A heading is a line that may begin a section.
type heading struct {
	line    int    // of the flow
	rest    string // what follows the heading on its line
	quality int    // the more, the surer
	words   string // as the file has it
	other   bool   // worded or numbered otherwise than the form
	unlike  bool   // only its number is the form's
}

// Qualities of a heading.
const (
	veryWords   = 40 // the form's words
	likeWords   = 20 // words like them
	someWords   = 12 // some of them
	numberAlone = 0  // other words under the form's number
	rightNumber = 15 // its number is the form's
	wrongNumber = -10
	setApart    = 5 // bold, centred or of an outline level
)

// headingsOf lists, for every section, the lines that may begin it.
func headingsOf(m *naming.Matcher, f *flow, form *templates.Template) [][]heading {
	out := make([][]heading, len(form.Sections))
	var names []naming.Label
	for _, section := range form.Sections {
		name, _ := naming.Parse(section.Heading)
		names = append(names, name)
	}
	for i, l := range f.lines {
		for k, name := range names {
			if h, ok := readHeading(m, l, name); ok {
				h.line = i
				out[k] = append(out[k], h)
			}
		}
	}
	return out
}

// longestByNumber is how many letters a heading may have of which only the number
// is the form's: 五、下一步打算.
const longestByNumber = 20

// longestHeading is in characters, for a heading that is not word for word the form's.
const longestHeading = 45

// readHeading reads a line as the heading of a section.
func readHeading(m *naming.Matcher, l textLine, name naming.Label) (heading, bool) {
	folded := naming.Fold(naming.First(l.text, 200))
	numeral, body := naming.CutNumeral(folded)
	words := naming.WordsOf(body)
	if numeral.Kind != naming.Unnumbered && numeral.Kind != naming.Chapter && (numeral.Value != name.Numeral.Value || numeral.Kind != naming.Arabic && string(words) != string(name.Words)) {
		return heading{}, false // a heading within a section
	}
	apart := l.strong || l.level > 0 || l.centre
	h := heading{words: l.text}
	if numeral.Kind != naming.Unnumbered {
		h.quality += wrongNumber
		h.other = true
		if numeral.Value == name.Numeral.Value {
			h.quality, h.other = rightNumber, numeral.Kind != name.Numeral.Kind
		}
	}
	if apart {
		h.quality += setApart
	}
	switch {
	case string(words) == string(name.Words):
		h.quality += veryWords
		return h, true
	case strings.HasPrefix(string(words), string(name.Words)) && (numeral == name.Numeral || apart):
		rest, ok := afterWords(l.text, len(name.Words), numeral)
		if !ok {
			break
		}
		h.rest = rest
		h.quality += veryWords - 5
		return h, true
	}
	if len(words) > longestHeading || strings.ContainsAny(l.text, "。；！？") {
		return heading{}, false
	}
	if !apart && numeral != name.Numeral {
		return heading{}, false
	}
	inner, form := naming.New(numeral, words), naming.New(numeral, name.Words)
	likeness := m.Like(inner, form)
	shared := naming.Subsequence(words, name.Words)
	switch {
	case likeness > 0 || numeral == name.Numeral && shared*2 >= len(name.Words):
		h.quality += likeWords
	case numeral == name.Numeral && (shared*3 >= len(words)*2 || shared*3 >= len(name.Words)):
		h.quality += someWords // 六、其他
	case numeral == name.Numeral && len(words) > 0 && len(words) <= longestByNumber:
		h.quality += numberAlone
		h.unlike = true
	default:
		return heading{}, false
	}
	h.other = true
	return h, true
}

// afterWords is what follows the first n letters of a line, if a mark or a
// blank parts them: 一、总体情况。2022年….
func afterWords(text string, n int, numeral naming.Numeral) (string, bool) {
	rest := text
	if numeral.Kind != naming.Unnumbered {
		at := strings.IndexAny(rest, "、.．,，:：")
		if at < 0 {
			return "", false
		}
		_, size := utf8.DecodeRuneInString(rest[at:])
		rest = rest[at+size:]
	}
	for at, r := range rest {
		if n == 0 {
			if naming.IsWord(r) {
				return "", false
			}
			after := strings.TrimLeftFunc(rest[at:], func(r rune) bool { return naming.Blank(r) || strings.ContainsRune("。：:.．、—-", r) })
			return after, after != ""
		}
		if naming.IsWord(r) {
			n--
		}
	}
	return "", false
}

// A division says on which line each section begins; -1 where none was found.
type division struct {
	heads []*heading
}

// found counts the sections whose headings were found by their words.
func (d division) found() int {
	n := 0
	for _, h := range d.heads {
		if h != nil && !h.unlike {
			n++
		}
	}
	return n
}

// divide chooses one heading for each section, in order: those that together are
// the surest. A heading of a section with a table is the surer before its table,
// and those behind it are the surer behind the table; where the tables stand as
// annexes, no heading is. Of equal ones the last before the tables counts, for
// those further up are a list of contents, and the first behind them.
func divide(candidates [][]heading, tableAt []int, form *templates.Template, f *noted) division {
	d := division{heads: make([]*heading, len(candidates))}
	type state struct {
		score int
		last  *heading
		back  *state
		of    int // the section of last
	}
	best := []*state{{of: -1}} // by where the last heading stands, better ones only further down
	for k := range candidates {
		ceiling := nextBound(k, tableAt, candidates)
		var added []*state
		at := 0
		for i := range candidates[k] { // from the top down
			h := &candidates[k][i]
			if h.line > ceiling {
				continue
			}
			for at+1 < len(best) && best[at+1].last.line < h.line {
				at++
			}
			if best[at].last != nil && best[at].last.line >= h.line {
				continue
			}
			added = append(added, &state{best[at].score + weight(h, k, tableAt), h, best[at], k})
		}
		best = rising(append(best, added...), func(s *state) (int, int) {
			if s.last == nil {
				return -1, s.score
			}
			return s.last.line, s.score
		})
	}
	for s := best[len(best)-1]; s != nil && s.last != nil; s = s.back {
		d.heads[s.of] = s.last
	}
	for k, section := range form.Sections {
		switch h := d.heads[k]; {
		case h == nil:
			p := problem.Problem{Severity: problem.Error, Code: problem.CodeImportSection, Path: section.Key, Place: section.Heading,
				Message: "没有找到这一部分的标题", Fix: "核对文件里这一部分的标题是不是和格式一样"}
			if tableAt[k] >= 0 {
				p.Severity, p.Path = problem.Notice, ""
			}
			f.add(p)
		case h.unlike:
			f.add(problem.Problem{Severity: problem.Warning, Code: problem.CodeImportHeading, Path: section.Key, Place: section.Heading,
				Message: "标题写的是" + quote(h.words) + "，按序号当作“" + section.Heading + "”读", Fix: "核对这一部分的文字"})
		case h.other:
			f.add(problem.Problem{Severity: problem.Notice, Code: problem.CodeImportHeading, Path: section.Key, Place: section.Heading,
				Message: "标题写的是" + quote(h.words) + "，按“" + section.Heading + "”读"})
		}
	}
	return d
}

// besideTable is how much surer a heading is for standing on the right side of
// its table, and of the one before.
const besideTable = 20

// weight is how sure a heading is where it stands, the tables considered. What is
// equal otherwise is told apart by its line.
func weight(h *heading, k int, tableAt []int) int {
	sure := h.quality + 20 // any is better than none
	if tableAt[k] >= 0 && h.line < tableAt[k] {
		sure += besideTable
	}
	for j := k - 1; j >= 0; j-- {
		if tableAt[j] >= 0 {
			if h.line >= tableAt[j] {
				sure += besideTable
			}
			break
		}
	}
	line := h.line
	if !beforeTables(k, tableAt) {
		line = mostLines - line
	}
	return sure*(2*mostLines) + line
}

// rising sorts states by their lines and drops those that are no better than one
// further up.
func rising[S any](states []S, of func(S) (line, score int)) []S {
	slices.SortStableFunc(states, func(a, b S) int {
		lineA, scoreA := of(a)
		lineB, scoreB := of(b)
		return cmp.Or(cmp.Compare(lineA, lineB), cmp.Compare(scoreB, scoreA))
	})
	out := states[:0]
	best := -1
	for _, s := range states {
		if _, score := of(s); score > best {
			out, best = append(out, s), score
		}
	}
	return out
}

// beforeTables: a section that is one of a table, or that a table follows.
func beforeTables(k int, tableAt []int) bool {
	for _, at := range tableAt[k:] {
		if at >= 0 {
			return true
		}
	}
	return false
}

// nextBound is the last line on which section k can begin: before its table,
// or that of the next section that has one.
func nextBound(k int, tableAt []int, candidates [][]heading) int {
	for _, at := range tableAt[k:] {
		if at >= 0 {
			return at - 1
		}
	}
	return 1 << 30
}

// start is the line of the first section's heading, or of any that was
// found; -1 if none was.
func (d division) start() int {
	for _, h := range d.heads {
		if h != nil {
			return h.line
		}
	}
	return -1
}
