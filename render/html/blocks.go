package html

import (
	"strconv"
	"strings"

	"nianbao/document"
	"nianbao/render/style"
)

// blocks writes all that stands below the title.
func (p *markup) blocks(d *document.Document) {
	var open []int // the levels of the headings that the current one stands under
	about := ""
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			for len(open) > 0 && open[len(open)-1] >= block.Level {
				open = open[:len(open)-1]
			}
			open = append(open, block.Level)
			p.heading(1+len(open), block)
			about = subject(block.Text)
		case document.Paragraph:
			p.paragraph(block)
		case document.Table:
			p.table(block, about)
		case document.Signature:
			p.signature(block)
		}
	}
}

// subject is a heading without its numeral: 三、… as a table's name.
func subject(heading string) string {
	if _, after, ok := strings.Cut(heading, "、"); ok {
		return after
	}
	return heading
}

// heading: no level is skipped downwards, whatever the report's author did.
func (p *markup) heading(level int, h document.Heading) {
	tag := "h" + strconv.Itoa(level)
	p.raw("<", tag)
	if h.NewPage && !p.plain {
		p.raw(` class="page"`)
	}
	p.raw(">").text(h.Text).raw("</", tag, ">\n")
}

func (p *markup) paragraph(para document.Paragraph) {
	switch {
	case para.Blank && p.plain:
		p.raw("<p>&#160;</p>\n")
		return
	case para.Blank:
		p.raw(`<p class="blank" data-say="`).text(style.UnwrittenText).raw("\"></p>\n")
		return
	}
	p.raw("<p>")
	if para.Lead != "" {
		p.raw("<strong>").text(para.Lead).raw("</strong>")
	}
	p.text(para.Text).raw("</p>\n")
}

func (p *markup) signature(s document.Signature) {
	open := "<p>"
	if !p.plain {
		p.raw("<div class=\"signed\">\n")
	}
	for _, line := range []string{s.Signatory, s.Date} {
		if line != "" {
			p.raw(open).text(line).raw("</p>\n")
		}
	}
	if !p.plain {
		p.raw("</div>\n")
	}
}
