package word

import (
	"fmt"

	"nianbao/manuscript"
)

// A story is the text of a document part on its way to blocks.
type story struct {
	styles     styles
	numbering  numbering
	blocks     []manuscript.Block
	paragraphs int // read so far, with those in cells
	tables     int
	cells      int
	bytes      int
	fields     []bool     // open fields: whether their result has begun
	deleted    *paragraph // one whose end is deleted: the next goes on with it
	seen       remarks
	boxes      int // text boxes open
}

// remarks count what a reader of the file would not see, or not see as it is.
type remarks struct {
	insertions, deletions, hidden, symbols, notes, boxes int
}

// document finds the body and reads it.
func (s *story) document(x *part) error {
	found := false
	err := x.children(func(e element) error {
		if e.name != "document" {
			return x.skip()
		}
		return x.children(func(e element) error {
			if e.name != "body" {
				return x.skip()
			}
			found = true
			return s.content(x, func(b manuscript.Block) { s.blocks = append(s.blocks, b) })
		})
	})
	if err == nil && !found {
		return errDamaged
	}
	return err
}

// content reads paragraphs and tables, in whatever they are wrapped.
func (s *story) content(x *part, add func(manuscript.Block)) error {
	return x.children(func(e element) error { return s.block(x, e, add) })
}

func (s *story) block(x *part, e element, add func(manuscript.Block)) error {
	switch e.name {
	case "p":
		return s.paragraph(x, add)
	case "tbl":
		return s.table(x, add)
	case "sdt", "sdtContent", "customXml", "smartTag", "AlternateContent", "ins", "moveTo":
		return s.wrapped(x, e, func(e element) error { return s.block(x, e, add) })
	case "del", "moveFrom":
		s.seen.deletions++
	}
	return x.skip()
}

// wrapped hands on what stands within an element that is none of the text's own.
// Of alternatives the first is read.
func (s *story) wrapped(x *part, e element, f func(element) error) error {
	taken := false
	if e.name == "ins" || e.name == "moveTo" {
		s.seen.insertions++
	}
	return x.children(func(inner element) error {
		switch {
		case inner.name == "sdtPr" || inner.name == "sdtEndPr" || inner.name == "customXmlPr" || inner.name == "smartTagPr":
			return x.skip()
		case e.name == "AlternateContent":
			if taken || inner.name != "Choice" && inner.name != "Fallback" {
				return x.skip()
			}
			taken = true
			return x.children(f)
		case inner.name == "sdtContent":
			return x.children(f)
		}
		return f(inner)
	})
}

// bounds stops a file that holds more than any report.
func (s *story) bounds() error {
	switch {
	case s.paragraphs > maxParagraphs:
		return fmt.Errorf("Word 文件超过 %d 段，没有读；请只留下报告另存一份", maxParagraphs)
	case s.cells > maxCells:
		return fmt.Errorf("Word 文件里的表格超过 %d 格，没有读；请只留下报告另存一份", maxCells)
	case s.bytes > maxText:
		return fmt.Errorf("Word 文件里的文字超过 %d MB，没有读；请只留下报告另存一份", maxText>>20)
	}
	return nil
}
