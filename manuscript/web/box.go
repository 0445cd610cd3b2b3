package web

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/templates/numeral"
)

// A box is an element that holds something, or a cell. A page keeps the report
// in one box, and menus, links and imprints in others around it.
type box struct {
	parent *box
	// What stands in it, boxes in it included.
	tables, prose int
	first, last   int // among the pieces, from 1
}

func (p *page) newBox(parent *box) *box {
	b := &box{parent: parent}
	p.boxes = append(p.boxes, b)
	return b
}

// innermost is the box of what is found next in a flow.
func (p *page) innermost(f *flow) *box {
	i := len(f.open)
	for i > 0 && f.open[i-1].box == nil {
		i--
	}
	b := f.box
	if i > 0 {
		b = f.open[i-1].box
	}
	for ; i < len(f.open); i++ {
		if !leaf[f.open[i].tag] {
			b = p.newBox(b)
		}
		f.open[i].box = b
	}
	return b
}

// leaf elements are no boxes: each holds a paragraph or less.
var leaf = set("p h1 h2 h3 h4 h5 h6 li dd dt pre a b i u em strong font small big sub sup s strike caption")

// report is the part of a page that is the report, with the page's title where
// that stands apart. Only what looks like neither a section's heading nor prose
// is left out; where no box holds all of those, nothing is.
func (p *page) report(pieces []piece) []piece {
	p.weigh(pieces)
	root := p.boxes[0]
	within := root
	for next := p.boxWithAll(within); next != nil; next = p.boxWithAll(within) {
		within = next
	}
	if within == root || within.first == 0 {
		return pieces
	}
	from, to := within.first-1, within.last
	// The signature and the date may stand below the box.
	for i := to; i < min(to+3, len(pieces)); i++ {
		if isDate(pieces[i]) {
			to = i + 1
		}
	}
	kept := slices.Concat(p.titleAbove(pieces[:from], pieces[from:to]), pieces[from:to])
	p.outside += len(pieces) - len(kept)
	return kept
}

// weigh adds up what stands in each box.
func (p *page) weigh(pieces []piece) {
	for i, piece := range pieces {
		b := piece.box
		if b.first == 0 {
			b.first = i + 1
		}
		b.last = i + 1
		if piece.table != nil {
			b.tables++
		} else if isProse(piece.paragraph.Text) {
			b.prose++
		}
	}
	for i := len(p.boxes) - 1; i > 0; i-- {
		b := p.boxes[i]
		if b.first == 0 {
			continue
		}
		outer := b.parent
		outer.tables += b.tables
		outer.prose += b.prose
		if outer.first == 0 || b.first < outer.first {
			outer.first = b.first
		}
		outer.last = max(outer.last, b.last)
	}
	p.children = map[*box][]*box{}
	for _, b := range p.boxes[1:] {
		if b.first > 0 {
			p.children[b.parent] = append(p.children[b.parent], b)
		}
	}
}

// boxWithAll is the box directly in another one that has all its tables, prose
// and headings; nil: there is none.
func (p *page) boxWithAll(outer *box) *box {
	for _, b := range p.children[outer] {
		if b.tables == outer.tables && b.prose == outer.prose && b.tables+b.prose > 0 {
			return b
		}
	}
	return nil
}

var (
	numbered = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[\s\p{Zs}]*(第?[` + numeral.Counting + `]+[、.．，章]|（[` + numeral.Counting + `]+）|\([` + numeral.Counting + `]+\))`)
	})
	title    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9]{4}年.{4,}报告$`) })
	barTitle = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^_|—<>»-]*[0-9]{4}年[^_|—<>»-]{4,}报告`) })
	date     = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[\s\p{Zs}]*[0-9０-９` + numeral.Zeros + numeral.Digits + `]{4}年[0-9０-９` + numeral.Counting + `]{1,3}月[0-9０-９` + numeral.Counting + `]{1,3}日[\s\p{Zs}]*$`)
	})
)

// isProse reports whether a paragraph looks like a part of a report: a sentence,
// or a numbered heading.
func isProse(text string) bool {
	return strings.Contains(text, "。") && utf8.RuneCountInString(text) >= 8 || numbered().MatchString(text)
}

func isDate(p piece) bool { return p.paragraph != nil && date().MatchString(p.paragraph.Text) }

// titleAbove is the report's title where it stands above the report: what the
// page calls itself, a heading, or what reads like a title, and the lines of the
// same kind before it. None where the report has it.
func (p *page) titleAbove(above, report []piece) []piece {
	name := bare(p.title.String())
	for i := len(above) - 1; i >= 0; i-- {
		text := titleText(above[i])
		if !(text != "" && strings.HasPrefix(name, text) || text != "" && above[i].paragraph.Level == 1 || title().MatchString(text)) {
			continue
		}
		for _, piece := range report[:min(5, len(report))] {
			if piece.paragraph != nil && strings.HasPrefix(text, bare(piece.paragraph.Text)) {
				return nil
			}
		}
		from := i
		for from > 0 && i-from < 2 && sameLook(above[from-1], above[i]) {
			from--
		}
		return above[from : i+1]
	}
	return nil
}

// titleBar is the report's title as the browser's bar has it; "" where the text
// has one, or the bar shows something else.
func (p *page) titleBar(pieces []piece) string {
	for _, piece := range pieces {
		if piece.paragraph != nil && title().MatchString(bare(piece.paragraph.Text)) {
			return ""
		}
	}
	return barTitle().FindString(bare(p.title.String()))
}

// titleText is a paragraph's text if it is long enough for a title.
func titleText(p piece) string {
	if p.paragraph == nil {
		return ""
	}
	text := bare(p.paragraph.Text)
	if utf8.RuneCountInString(text) < 8 {
		return ""
	}
	return text
}

// sameLook tells the first line of a title from what else may stand above one.
func sameLook(a, b piece) bool {
	return a.paragraph != nil && a.paragraph.Level == b.paragraph.Level && a.paragraph.Centre == b.paragraph.Centre &&
		(a.paragraph.Level > 0 || a.paragraph.Centre)
}

// bare is a text without blanks.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if isBlank(r) || r == '\r' || unseen(r) {
			return -1
		}
		return r
	}, text)
}
