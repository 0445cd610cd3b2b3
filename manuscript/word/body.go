package word

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
)

// A body is a document while it is read.
type body struct {
	x      *ooxml.Scanner
	styles styles
	lists  lists
	flow   flow
	fields []field // that have begun and not ended, outer before inner

	size, paragraphs, cells int // so far; text in bytes
	tableDepth              int
	prompting               bool // in a control that was marked as empty

	remarks
}

// read walks through the main part.
func (b *body) read(x *ooxml.Scanner) {
	b.x = x
	if root := x.Root(); root != "w:document" && x.Err() == nil {
		x.Fail(errNotWord)
	}
	for name := range x.Children() {
		if name == "w:body" {
			b.blocks(&b.flow)
			b.flow.end(b)
		}
	}
}

// A flow is a run of paragraphs and tables: the body's, a cell's, a text box's.
type flow struct {
	pieces []piece
	open   *paragraph // whose mark was deleted: the next one goes on with it
}

// A piece is a paragraph or a table.
type piece struct {
	paragraph *manuscript.Paragraph
	table     *table
}

// blocks reads what is in the element that has just begun into a flow.
func (b *body) blocks(f *flow) {
	for name := range b.x.Children() {
		b.block(name, f)
	}
}

func (b *body) block(name string, f *flow) {
	switch name {
	case "w:p":
		b.paragraph(f)
	case "w:tbl":
		f.end(b)
		if t := b.table(); t != nil {
			f.pieces = append(f.pieces, piece{table: t})
		}
	case "w:sdt":
		b.control(func() { b.blocks(f) })
	case "w:customXml", "w:ins", "w:moveTo":
		b.blocks(f)
	case "mc:AlternateContent":
		b.alternate(func() { b.blocks(f) })
	case "w:altChunk":
		b.insertedFiles++
	}
}

// control reads a content control (ISO/IEC 29500-1, 17.5.2). What it shows while
// it is empty is marked as that; not every program takes the mark off when it is
// filled in, so that the words decide.
func (b *body) control(read func()) {
	around := b.prompting
	for name := range b.x.Children() {
		switch name {
		case "w:sdtPr":
			for name := range b.x.Children() {
				if name == "w:showingPlcHdr" {
					b.prompting = flag(b.x) == on
				}
			}
		case "w:sdtContent":
			read()
		}
	}
	b.prompting = around
}

// isPrompt: Word's own words in an empty control.
func isPrompt(text string) bool {
	for _, start := range []string{"单击", "点击", "请单击", "请点击", "选择一项", "Click ", "Choose an item", "Enter "} {
		if strings.HasPrefix(strings.TrimSpace(text), start) {
			return true
		}
	}
	return false
}

// alternate reads one of the ways in which something is written, the first that
// is understood: each shows the same.
func (b *body) alternate(read func()) {
	taken := false
	for name := range b.x.Children() {
		if taken || name != "mc:Fallback" && !(name == "mc:Choice" && b.understands(b.x.Attribute("Requires"))) {
			continue
		}
		taken = true
		read()
	}
}

// understands reports whether all namespaces are known that a way of writing
// needs, given by their prefixes.
func (b *body) understands(prefixes string) bool {
	for prefix := range strings.FieldsSeq(prefixes) {
		if !understood[b.x.Namespace(prefix)] {
			return false
		}
	}
	return true
}

// wrote counts text, and stops at the limit.
func (b *body) wrote(text string) {
	if b.size += len(text); b.size > maxText {
		b.x.Fail(fmt.Errorf("文件的文字超过 %d MB"+ooxml.TooMuch, maxText>>20))
	}
}

func (b *body) hide(text string) { b.hidden += utf8.RuneCountInString(bare(text)) }

var errParagraphs = fmt.Errorf("文件超过 %d 段"+ooxml.TooMuch, maxParagraphs)

// manuscript is the file as its readers see it.
func (b *body) manuscript() *manuscript.Manuscript {
	m := &manuscript.Manuscript{}
	paragraphs, tables := 0, 0
	for _, piece := range flatten(nil, b.flow.pieces) {
		if piece.paragraph != nil {
			if bare(piece.paragraph.Text) == "" {
				continue // a number alone
			}
			paragraphs++
			piece.paragraph.Place = fmt.Sprintf("正文第 %d 段", paragraphs)
			m.Blocks = append(m.Blocks, manuscript.Block{Paragraph: piece.paragraph})
			continue
		}
		tables++
		m.Blocks = append(m.Blocks, manuscript.Block{Table: b.lay(piece.table, fmt.Sprintf("第 %d 个表", tables))})
	}
	m.Notes = b.notes(m)
	return m
}
