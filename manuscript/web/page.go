package web

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/manuscript"
)

// A page is a web page while it is read.
type page struct {
	flows []*flow // the page's, and those of the cells that are open
	boxes []*box  // outer before inner
	notes []manuscript.Note
	title strings.Builder

	depth, paragraphs, cells int
	filled                   int   // positions of the grids
	size                     int   // of the text, in bytes
	tooLarge                 error // a limit that shows in the grid

	// What there is to say of the page.
	hidden, outside, pictures, overlaps int
	struck                              int // pieces

	styles   styles
	children map[*box][]*box // see box.go
}

func newPage() *page {
	root := &box{}
	return &page{flows: []*flow{{box: root}}, boxes: []*box{root}, styles: styles{}}
}

func (p *page) note(n *manuscript.Note) {
	if n != nil {
		p.notes = append(p.notes, *n)
	}
}

// flow is the innermost.
func (p *page) flow() *flow { return p.flows[len(p.flows)-1] }

// read reads the page to its end. Its errors are limits that were passed.
func (p *page) read(z *html.Tokenizer) error {
	for {
		switch z.Next() {
		case html.ErrorToken:
			switch err := z.Err(); {
			case errors.Is(err, html.ErrBufferExceeded):
				return fmt.Errorf("网页里有一处超过 %d MB"+advice, maxToken>>20)
			case err != io.EOF:
				return fmt.Errorf("读网页时中断：%w", err)
			}
			p.closeAll()
			return nil
		case html.TextToken:
			p.text(z)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			a := attributesOf(z, more)
			a.hidden = a.hidden || p.styles.hide(a.class, a.id)
			p.start(atom.String(name), a)
		case html.EndTagToken:
			name, _ := z.TagName()
			p.endTag(atom.String(name))
		}
		if err := p.withinLimits(); err != nil {
			return err
		}
	}
}

const advice = "，不像是一份报告，没有读；请看看是不是拿错了文件"

// withinLimits is an error once the page has passed one.
func (p *page) withinLimits() error {
	switch {
	case p.depth+len(p.flow().open) > maxDepth:
		return fmt.Errorf("网页的标签套得太深（超过 %d 层）"+advice, maxDepth)
	case len(p.flows) > maxTableDepth:
		return fmt.Errorf("网页里表格套表格超过 %d 层"+advice, maxTableDepth)
	case p.size > maxText:
		return fmt.Errorf("网页的文字超过 %d MB"+advice, maxText>>20)
	case p.paragraphs > maxParagraphs:
		return fmt.Errorf("网页超过 %d 段"+advice, maxParagraphs)
	case p.cells > maxCells:
		return fmt.Errorf("网页里的表格超过 %d 格"+advice, maxCells)
	}
	return nil
}

func (p *page) text(z *html.Tokenizer) {
	f := p.flow()
	top := f.top()
	l := top.look
	switch {
	case top.tag == "title" && p.title.Len() == 0 && len(p.flows) == 1:
		p.title.Write(z.Text())
	case top.tag == "style":
		p.styles.read(z.Text())
	case l.dropped:
	case l.hidden || l.tiny:
		p.hidden += utf8.RuneCountInString(bare(string(z.Text())))
	default:
		text := z.Text()
		if p.size += len(text); p.size <= maxText {
			f.write(p.setApart(text, l), l)
		}
	}
}

// setApart is a text as it is read: what was struck out is left away, and in a cell it
// stands in brackets, so that it is no part of the number beside it. So does what is
// raised, which in a sentence says so by its characters.
func (p *page) setApart(text []byte, l look) []byte {
	inCell := len(p.flows) > 1
	if !l.apart && !l.struck && !l.deleted || bare(string(text)) == "" {
		return text
	}
	if l.struck || l.deleted {
		p.struck++
	}
	switch {
	case l.deleted, l.struck && !inCell:
		return nil
	case inCell:
		return append(append([]byte("〔"), text...), "〕"...)
	}
	return []byte(manuscript.Shifted(string(text), l.lowered))
}

// end ends the paragraph that is being read.
func (p *page) end() {
	f := p.flow()
	if f.strong+f.plain == 0 {
		f.end(nil)
		return
	}
	p.paragraphs += f.end(p.innermost(f))
}

// start opens an element; what it cannot stand in is closed first.
func (p *page) start(tag string, a attributes) {
	if p.tableTag(tag, a) {
		return
	}
	f := p.flow()
	l := f.top().look.inside(tag, a)
	if tag == "textarea" && len(p.flows) > 1 { // a field in a cell
		l.dropped = f.top().look.dropped
	}
	if tag == "option" { // readers see the one that was chosen
		l.dropped = !a.selected || len(p.flows) == 1 || f.droppedAround("select")
	}
	isBlock := blocks[tag] || strings.Contains(a.style, "display:block") || strings.Contains(a.style, "display: block")
	switch {
	case tag == "br":
		if !l.dropped && !l.hidden {
			f.lineBreak()
		}
		return
	case tag == "input":
		p.field(a, l)
		return
	case tag == "img" || tag == "image":
		if !l.dropped && !l.hidden {
			p.pictures++
			f.image = len(p.flows) > 1
		}
		return
	case isBlock:
		p.end()
	}
	if void[tag] {
		return
	}
	p.closeBefore(tag, f)
	f.push(tag, l)
	top := &f.open[len(f.open)-1]
	switch tag {
	case "ol", "ul", "menu", "dir":
		top.list, top.item = newList(tag, a), 0
	case "li":
		if top.list != nil {
			f.number = top.list.item(a)
		}
		top.item = len(f.open)
	}
}

// field writes what stands in a field of a form, in a cell of a table: pages that
// were printed from the form that offices fill in have their numbers there.
func (p *page) field(a attributes, l look) {
	kind := strings.ToLower(a.kind)
	if len(p.flows) == 1 || l.dropped || l.hidden || a.value == "" || kind != "" && kind != "text" && kind != "number" && kind != "tel" {
		return
	}
	if p.size += len(a.value); p.size <= maxText {
		p.flow().write([]byte(a.value), l)
	}
}

// droppedAround: there is no element of a name around, or what stands around it is
// no text of the page.
func (f *flow) droppedAround(tag string) bool {
	for i := len(f.open) - 1; i >= 0; i-- {
		switch {
		case f.open[i].tag != tag:
		case i > 0:
			return f.open[i-1].look.dropped
		default:
			return f.base.dropped
		}
	}
	return true
}

// closeBefore ends the elements that the beginning of another one ends.
func (p *page) closeBefore(tag string, f *flow) {
	switch {
	case tag == "li":
		if item := f.top().item; item > 0 {
			f.cut(item - 1)
		}
	case tag == "dd" || tag == "dt":
		if !f.pop("dd") {
			f.pop("dt")
		}
	case tag == "option":
		f.pop("option")
	case len(tag) == 2 && tag[0] == 'h' && '1' <= tag[1] && tag[1] <= '6':
		for _, other := range []string{"h1", "h2", "h3", "h4", "h5", "h6"} {
			f.pop(other)
		}
	}
	if blocks[tag] {
		f.pop("p")
	}
}

func (p *page) endTag(tag string) {
	if p.tableEnd(tag) {
		return
	}
	f := p.flow()
	switch {
	case tag == "br":
		f.lineBreak()
		return
	case blocks[tag]:
		p.end()
		f.number = ""
	}
	f.pop(tag)
}

// closeAll ends everything that the page left open.
func (p *page) closeAll() {
	for len(p.flows) > 1 {
		p.endTable()
		if len(p.flows) > 1 {
			p.endCell()
		}
	}
	p.end()
	p.endTable()
}
