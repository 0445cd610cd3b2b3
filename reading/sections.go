package reading

import (
	"strings"
	"unicode/utf8"

	"nianbao/problem"
	"nianbao/templates"
)

// A heading is a line that may begin a section.
type heading struct {
	line    int    // of the flow
	rest    string // what follows the heading on its line
	quality int    // the more, the surer
	words   string // as the file has it
	other   bool   // worded or numbered otherwise than the form
}

// Qualities of a heading.
const (
	veryWords   = 40 // the form's words
	likeWords   = 20 // words like them
	rightNumber = 15 // its number is the form's
	wrongNumber = -10
	setApart    = 5 // bold, centred or of an outline level
)

// headingsOf lists, for every section, the lines that may begin it.
func headingsOf(m *matcher, f *flow, form *templates.Template) [][]heading {
	out := make([][]heading, len(form.Sections))
	var names []label
	for _, section := range form.Sections {
		name, _ := parseLabel(section.Heading)
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

// longestHeading is in characters, for a heading that is not word for word the form's.
const longestHeading = 45

// readHeading reads a line as the heading of a section.
func readHeading(m *matcher, l textLine, name label) (heading, bool) {
	folded := fold(firstRunes(l.text, 200))
	numeral, body := cutNumeral(folded)
	if numeral.kind == bracketed || numeral.kind == minor || numeral.kind == arabic && numeral.value != name.numeral.value {
		return heading{}, false // a heading within a section
	}
	apart := l.strong || l.level > 0 || l.centre
	h := heading{words: l.text}
	if numeral.kind != unnumbered {
		h.quality += wrongNumber
		h.other = true
		if numeral.value == name.numeral.value {
			h.quality, h.other = rightNumber, numeral.kind != name.numeral.kind
		}
	}
	if apart {
		h.quality += setApart
	}
	words := wordsOf(body)
	switch {
	case string(words) == string(name.words):
		h.quality += veryWords
		return h, true
	case strings.HasPrefix(string(words), string(name.words)) && (numeral == name.numeral || apart):
		rest, ok := afterWords(l.text, len(name.words), numeral)
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
	if !apart && numeral != name.numeral {
		return heading{}, false
	}
	inner, form := newLabel(numeral, words), newLabel(numeral, name.words)
	likeness := m.like(inner, form)
	if likeness == 0 && numeral == name.numeral && subsequence(words, name.words)*2 >= len(name.words) {
		likeness = near
	}
	if likeness == 0 {
		return heading{}, false
	}
	h.quality += likeWords
	h.other = true
	return h, true
}

// afterWords is what follows the first n letters of a line, if a mark or a
// blank parts them: 一、总体情况。2022年….
func afterWords(text string, n int, numeral numeral) (string, bool) {
	rest := text
	if numeral.kind != unnumbered {
		at := strings.IndexAny(rest, "、.．,，:：")
		if at < 0 {
			return "", false
		}
		_, size := utf8.DecodeRuneInString(rest[at:])
		rest = rest[at+size:]
	}
	for at, r := range rest {
		if n == 0 {
			if isWord(r) {
				return "", false
			}
			after := strings.TrimLeftFunc(rest[at:], func(r rune) bool { return blank(r) || strings.ContainsRune("。：:.．、—-", r) })
			return after, after != ""
		}
		if isWord(r) {
			n--
		}
	}
	return "", false
}

func firstRunes(s string, n int) string {
	for at := range s {
		if n == 0 {
			return s[:at]
		}
		n--
	}
	return s
}

// A division says on which line each section begins; -1 where none was found.
type division struct {
	heads []*heading
}

// found counts the sections whose headings were found.
func (d division) found() int {
	n := 0
	for _, h := range d.heads {
		if h != nil {
			n++
		}
	}
	return n
}

// divide chooses one heading for each section, in order. A section that holds a
// table begins with the last heading before its table; the others with the
// first after the section before, unless the lines are a list of contents.
func divide(candidates [][]heading, tableAt []int, form *templates.Template, f *finding) division {
	d := division{heads: make([]*heading, len(candidates))}
	floor := -1
	for k := range candidates {
		ceiling := nextBound(k, tableAt, candidates)
		var best *heading
		for i := range candidates[k] {
			h := &candidates[k][i]
			if h.line <= floor || h.line > ceiling {
				continue
			}
			if best == nil || h.quality >= best.quality && (h.quality > best.quality || tableAt[k] >= 0 || beforeTables(k, tableAt)) {
				best = h
			}
		}
		if best == nil {
			p := problem.Problem{Severity: problem.Error, Code: codeSection, Path: form.Sections[k].Key, Place: form.Sections[k].Heading,
				Message: "没有找到这一部分的标题", Fix: "核对文件里这一部分的标题是不是和格式一样"}
			if tableAt[k] >= 0 {
				p.Severity, p.Path = problem.Notice, ""
			}
			f.add(p)
			continue
		}
		d.heads[k] = best
		floor = max(floor, best.line)
		if tableAt[k] > floor {
			floor = tableAt[k] - 1
		}
		if best.other {
			f.add(problem.Problem{Severity: problem.Notice, Code: codeHeading, Path: form.Sections[k].Key, Place: form.Sections[k].Heading,
				Message: "标题写的是" + quote(best.words) + "，按“" + form.Sections[k].Heading + "”读"})
		}
	}
	return d
}

// beforeTables: a section of prose that a table follows. Of several headings
// the last before the table counts: those further up are a list of contents.
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
