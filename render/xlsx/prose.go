package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"nianbao/document"
)

const (
	proseWidth = 72     // fits the page's width in every program
	spareRows  = 24     // for paragraphs that are still to be typed
	mostText   = 32_767 // what a cell can hold, in UTF-16
)

func (s *sheet) title(text string) {
	s.rows = append(s.rows, row{height: 36, cells: []cell{{look: look{font: titleFont, align: "center", wrap: true}, text: text}}})
}

// heading is a section's, over so many columns.
func (s *sheet) heading(text string, columns int) {
	s.merge(0, 0, 1, columns)
	s.rows = append(s.rows, row{height: 28, cells: []cell{{look: look{font: headFont}, text: text}}})
}

// prose is a text, a paragraph a cell, with room for more.
func (s *sheet) prose(path, place, text string) {
	first := len(s.rows)
	open := look{font: proseFont, align: "left", wrap: true, boxed: true, open: true}
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			s.paragraph(open, line)
		}
	}
	for range spareRows {
		s.paragraph(open, "")
	}
	last := len(s.rows) - 1
	s.call(path, fixed(first, 0)+":"+fixed(last, 0))
	s.rules = append(s.rules, rule{title: place, prompt: "每格写一段。小标题单独写一格，例如（一）……；格不够时可以插入行。", cells: []string{position(first, 0) + ":" + position(last, 0)}})
}

func (s *sheet) paragraph(l look, text string) {
	if len(utf16.Encode([]rune(text))) > mostText {
		s.book.fail(fmt.Errorf("“%s”里有一段超过 %d 个字，表格的一格放不下；请分成几段", s.name, mostText))
	}
	lines := (len([]rune(text))*2 + proseWidth - 1) / (proseWidth - 1)
	s.rows = append(s.rows, row{height: float64(17*max(1, lines) + 4), grows: true, cells: []cell{{look: l, text: text}}})
}

func (b *book) fail(err error) {
	if b.fault == nil {
		b.fault = err
	}
}

// signature is who signs and the date, a cell each.
func (s *sheet) signature(d *document.Document) {
	var signed document.Signature
	if len(d.Blocks) > 0 {
		signed, _ = d.Blocks[len(d.Blocks)-1].(document.Signature)
	}
	open := look{font: proseFont, align: "right", boxed: true, open: true}
	day := open
	day.date = true
	s.rows = append(s.rows, row{height: 24, cells: []cell{{look: open, text: signed.Signatory}}}, row{height: 24, cells: []cell{{look: day, text: signed.Date}}})
	s.call("signatory", fixed(0, 0))
	s.call("date", fixed(1, 0))
	s.rules = append(s.rules,
		rule{title: "署名", prompt: "落款署名：机关的全称。不落款就空着。", cells: []string{position(0, 0)}},
		rule{title: "成文日期", prompt: "成文日期，例如 2025年1月18日。不落款就空着。", cells: []string{position(1, 0)}})
}
