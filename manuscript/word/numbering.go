package word

import (
	"strconv"
	"strings"

	"nianbao/manuscript/ooxml"
)

// listDepth is how many levels a list has (ISO/IEC 29500-1, 17.9.6).
const listDepth = 9

// lists are the automatic numbers of a file: each list goes by a pattern, and
// lists of one pattern count on together.
type lists struct {
	patterns map[string]*pattern // by abstractNumId
	lists    map[string]*list    // by numId
	byStyle  map[string]string   // a style of lists: the pattern that makes it
}

// A pattern has the levels of a list, and how far it has been counted.
type pattern struct {
	levels [listDepth]level
	style  string // another pattern's by the name of its style
	counts [listDepth]int
	begun  [listDepth]bool
}

type level struct {
	start   int
	format  string
	text    string // %1、 with the numbers of the levels
	style   string // of the paragraphs on this level
	restart int    // −1: after every higher level; 0: never; n: after level n
	legal   bool   // all numbers in digits
}

// A list is a pattern in use, with levels of its own.
type list struct {
	pattern string
	starts  map[int]int
	levels  map[int]level
	begun   bool
}

// read reads the part of numbering.
func (l *lists) read(x *ooxml.Scanner) {
	l.patterns, l.lists, l.byStyle = map[string]*pattern{}, map[string]*list{}, map[string]string{}
	x.Root()
	for name := range x.Children() {
		if len(l.patterns)+len(l.lists) > maxLists {
			x.Fail(ooxml.ErrTooMany)
		}
		switch name {
		case "w:abstractNum":
			l.patterns[x.Attribute("w:abstractNumId")] = l.readPattern(x, x.Attribute("w:abstractNumId"))
		case "w:num":
			l.lists[x.Attribute("w:numId")] = readList(x)
		}
	}
}

func (l *lists) readPattern(x *ooxml.Scanner, id string) *pattern {
	p := &pattern{}
	for name := range x.Children() {
		switch name {
		case "w:lvl":
			if n, ok := levelOf(x); ok {
				p.levels[n] = readLevel(x)
			}
		case "w:styleLink":
			l.byStyle[x.Attribute("w:val")] = id
		case "w:numStyleLink":
			p.style = x.Attribute("w:val")
		}
	}
	return p
}

func levelOf(x *ooxml.Scanner) (int, bool) {
	n, err := strconv.Atoi(x.Attribute("w:ilvl"))
	return n, err == nil && 0 <= n && n < listDepth
}

// maxLevelText bounds the text around a number; Word's own has a few characters.
const maxLevelText = 100

func readLevel(x *ooxml.Scanner) level {
	l := level{start: 0, format: "decimal", restart: -1}
	for name := range x.Children() {
		value := x.Attribute("w:val")
		switch name {
		case "w:start":
			l.start = count(value)
		case "w:numFmt":
			l.format = value
		case "mc:AlternateContent": // a format of a newer Word: it says which is nearest
			for name := range x.Children() {
				if name != "mc:Fallback" {
					continue
				}
				for name := range x.Children() {
					if name == "w:numFmt" {
						l.format = x.Attribute("w:val")
					}
				}
			}
		case "w:lvlText":
			if l.text = value; len(value) > maxLevelText {
				l.text = ""
			}
		case "w:pStyle":
			l.style = value
		case "w:lvlRestart":
			l.restart = count(value)
		case "w:isLgl":
			l.legal = flag(x) == on
		}
	}
	return l
}

func readList(x *ooxml.Scanner) *list {
	l := &list{starts: map[int]int{}}
	for name := range x.Children() {
		switch name {
		case "w:abstractNumId":
			l.pattern = x.Attribute("w:val")
		case "w:lvlOverride":
			n, ok := levelOf(x)
			for name := range x.Children() {
				switch {
				case !ok:
				case name == "w:startOverride":
					l.starts[n] = count(x.Attribute("w:val"))
				case name == "w:lvl":
					if l.levels == nil {
						l.levels = map[int]level{}
					}
					l.levels[n] = readLevel(x)
				}
			}
		}
	}
	return l
}

// count is a number to begin with; what is none, or is none that a list could
// reach, is 0.
func count(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 || n > 1_000_000 {
		return 0
	}
	return n
}

// next is the number before a paragraph of a list, as shown; "" for none.
func (l *lists) next(id string, depth int, style string) string {
	list := l.lists[id]
	if list == nil {
		return ""
	}
	p := l.patterns[list.pattern]
	if p != nil && p.style != "" {
		p = l.patterns[l.byStyle[p.style]]
	}
	if p == nil {
		return ""
	}
	at := func(n int) level {
		level := p.levels[n]
		if own, ok := list.levels[n]; ok {
			level = own
		}
		if start, ok := list.starts[n]; ok {
			level.start = start
		}
		return level
	}
	if depth < 0 { // the style's own level, if the list names it
		depth = 0
		for n := range listDepth {
			if at(n).style == style && style != "" {
				depth = n
			}
		}
	}
	if !list.begun {
		list.begun = true
		for n := range list.starts {
			p.begun[n] = false
		}
	}
	p.step(depth, at)
	return p.show(depth, at)
}

// step counts a paragraph on a level, and begins the levels below anew.
func (p *pattern) step(depth int, at func(int) level) {
	if !p.begun[depth] {
		p.begun[depth], p.counts[depth] = true, at(depth).start-1
	}
	p.counts[depth]++
	for n := depth + 1; n < listDepth; n++ {
		if restart := at(n).restart; restart < 0 || restart > depth {
			p.begun[n] = false
		}
	}
}

// show writes the number, such as （一）: of the levels above where they are
// named in it, as they stand.
func (p *pattern) show(depth int, at func(int) level) string {
	own := at(depth)
	switch own.format {
	case "none", "bullet": // a sign that says nothing without its face
		return ""
	}
	var b strings.Builder
	for text := own.text; text != ""; {
		before, after, found := strings.Cut(text, "%")
		b.WriteString(before)
		if !found {
			break
		}
		if after == "" || after[0] < '1' || after[0] > '9' {
			b.WriteByte('%')
			text = after
			continue
		}
		n := int(after[0] - '1')
		number := p.counts[n]
		if !p.begun[n] {
			number = at(n).start
		}
		format := at(n).format
		if own.legal {
			format = "decimal"
		}
		b.WriteString(numeral(number, format))
		text = after[1:]
	}
	return b.String()
}
