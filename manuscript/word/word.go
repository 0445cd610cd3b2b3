// Package word reads Word files (.docx, ISO/IEC 29500, transitional and strict)
// into manuscripts. A file is read as it comes, part by part, in bounded memory;
// nothing of it is unpacked to the disk.
package word

import (
	"errors"
	"io"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
)

// What is read at the most. A published report has some 300 paragraphs and 700
// cells, and 2 MB of markup; pictures are never unpacked.
const (
	maxText       = 2 << 20
	maxParagraphs = 50_000
	maxCells      = 50_000 // the empty places of the grids count too
	maxColumns    = 500    // Word itself makes 63
	maxTableDepth = 32     // tables within tables
	maxStyles     = 10_000
	maxLists      = 50_000
	maxMarks      = 64 << 10 // that the program put there
)

// Read reads a Word file. Its errors are Chinese sentences without a full stop.
func Read(r io.ReaderAt, size int64) (*manuscript.Manuscript, error) {
	m, err := readFile(r, size)
	if err != nil {
		return nil, ooxml.Explain(err)
	}
	return m, nil
}

func readFile(r io.ReaderAt, size int64) (*manuscript.Manuscript, error) {
	if err := refuse(r, size); err != nil {
		return nil, err
	}
	p, err := ooxml.Open(r, size, spaces)
	if err != nil {
		return nil, err
	}
	parts, err := p.Related("")
	if err != nil {
		return nil, err
	}
	if len(parts) == 0 {
		return nil, otherKind(p)
	}
	main, err := mainPart(p, parts)
	if err != nil {
		return nil, err
	}
	around, err := p.Related(main)
	if err != nil {
		return nil, err
	}
	b := &body{}
	for _, step := range []struct {
		part string
		read func(*ooxml.Scanner)
	}{
		{around.First("styles"), b.styles.read},
		{around.First("numbering"), b.lists.read},
		{main, b.read},
		{parts.First("core-properties"), b.readProperties},
	} {
		if !p.Has(step.part) {
			continue
		}
		if err := p.Read(step.part, step.read); err != nil {
			return nil, err
		}
	}
	marks, err := marksOf(p, around["customXml"])
	if err != nil {
		return nil, err
	}
	m := b.manuscript()
	m.Marks = marks
	switch {
	case b.tooLarge != nil:
		return nil, b.tooLarge
	case len(m.Blocks) > 0:
		return m, nil
	case b.pictures > 0:
		return nil, errors.New("文件里只有图片，没有文字；请用有文字的 Word 文件")
	}
	return nil, errors.New("文件里没有文字；请看看是不是拿错了文件")
}
