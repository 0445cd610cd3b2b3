// Package html writes a document for a website: a whole page, a fragment for the
// editor of a content management system, the same as plain text, and an index of
// many pages. The same document gives the same bytes.
package html

import (
	"bytes"
	_ "embed"
	"unicode/utf8"

	"nianbao/document"
	"nianbao/render/sealed"
	"nianbao/render/style"
)

// A Link leads to another file of the report beside the page.
type Link struct {
	File string // its name
	Text string // what it is
}

//go:embed style.css
var sheet string

// Page is the whole page.
func Page(d *document.Document, beside ...Link) []byte {
	p := &markup{ids: true}
	p.open(d.FileTitle(), description(d), draftText(d))
	// What China's rules for government websites want of an article's page
	// (国办发〔2017〕47号, annex 网页设计规范), as far as a report knows it.
	p.raw(`<meta name="ArticleTitle" content="`).text(d.FileTitle()).raw("\">\n")
	if d.Author != "" {
		p.raw(`<meta name="ContentSource" content="`).text(d.Author).raw("\">\n")
	}
	p.raw("</head>\n<body>\n<main>\n")
	if d.Draft {
		p.raw(`<div class="draft" data-say="`).text(draftText(d)).raw("\"></div>\n")
	}
	p.raw(`<h1>`).titleLines(d).raw("</h1>\n")
	if len(beside) > 0 {
		p.raw(`<nav aria-label="下载">下载：`)
		for i, l := range beside {
			if i > 0 {
				p.raw(`　`)
			}
			p.raw(`<a href="`).text(address(l.File)).raw(`">`).text(l.Text).raw(`</a>`)
		}
		p.raw("</nav>\n")
	}
	p.blocks(d)
	p.raw("</main>\n</body>\n</html>\n")
	return sealed.Text(p.bytes, d.Digest)
}

// draftText is what every page of a draft says; "": it is none.
func draftText(d *document.Document) string {
	if !d.Draft {
		return ""
	}
	return style.DraftText + d.Lacking
}

// open writes a page's head up to what is its own. On paper, every page of a draft
// says that it is one.
func (p *markup) open(title, description, draft string) {
	p.raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
	p.text(title).raw("</title>\n<meta name=\"description\" content=\"").text(description).
		raw("\">\n<style>\n", sheet)
	if draft != "" {
		p.raw(`@page { @top-right { content: "`, draft, `"; font: bold 16pt SimHei, 黑体, "Noto Sans CJK SC", sans-serif; } }`, "\n")
	}
	p.raw("</style>\n")
}

// description is what lists of search results show: the report's own first words.
func description(d *document.Document) string {
	const most = 100 // characters
	for _, block := range d.Blocks {
		if _, ok := block.(document.Heading); ok {
			break
		}
		if para, ok := block.(document.Paragraph); ok && para.Text != "" {
			text := []rune(para.Lead + para.Text)
			if len(text) > most {
				return string(text[:most]) + "…"
			}
			return string(text)
		}
	}
	return d.FileTitle()
}

// titleLines is the title, broken where the office wants it to be, else between
// words where the screen is narrow.
func (p *markup) titleLines(d *document.Document) *markup {
	pieces, between := d.Broken, "<br>"
	if pieces == nil {
		pieces, between = style.Words(d.Title()), "<wbr>"
	}
	for i, piece := range pieces {
		if i > 0 {
			p.raw(between)
		}
		p.text(piece)
	}
	return p
}

// markup is a page while it is written.
type markup struct {
	bytes []byte
	ids   bool // cells name their heads
	plain bool // for an editor: styles stand in tables and cells
}

// raw appends markup.
func (p *markup) raw(pieces ...string) *markup {
	for _, s := range pieces {
		p.bytes = append(p.bytes, s...)
	}
	return p
}

// text appends characters. Spaces that follow another are kept from falling into
// one. What HTML forbids never gets here from a report that can be filed; in a
// draft U+FFFD shows it.
func (p *markup) text(s string) *markup {
	before := rune(0)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			p.raw("&amp;")
		case r == '<':
			p.raw("&lt;")
		case r == '>':
			p.raw("&gt;")
		case r == '"':
			p.raw("&quot;")
		case r == ' ' && before == ' ':
			p.raw("&#160;")
		case forbidden(r) || r == utf8.RuneError && n == 1:
			p.raw("\uFFFD")
		default:
			p.bytes = append(p.bytes, s[i:i+n]...)
		}
		before = r
		i += n
	}
	return p
}

// forbidden are control characters and noncharacters (HTML, 13.2.3.5).
func forbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || 0x7f <= r && r <= 0x9f || 0xfdd0 <= r && r <= 0xfdef || r&0xfffe == 0xfffe
}

// address is a file's name as a relative address: what stands for something else
// there is written in percents, so a colon in a name begins no scheme.
func address(file string) string {
	const digits = "0123456789ABCDEF"
	var out bytes.Buffer
	for i := range len(file) {
		if c := file[i]; c > ' ' && c < 0x7f && !bytes.ContainsRune([]byte("\"#%&'+/:<>?@[\\]^`{|}"), rune(c)) {
			out.WriteByte(c)
		} else {
			out.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return out.String()
}
