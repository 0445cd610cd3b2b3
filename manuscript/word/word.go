// Package word reads Word files (.docx, ISO/IEC 29500, transitional and strict)
// into manuscripts. A file is read as it comes, part by part, in bounded memory;
// nothing of it is unpacked to the disk.
package word

import (
	"errors"
	"io"

	"nianbao/manuscript"
	"nianbao/manuscript/word/markup"
)

// What is read at the most. A published report has some 300 paragraphs and 700
// cells, and 2 MB of markup; pictures are never unpacked.
const (
	MaxUnpacked   = 64 << 20 // bytes of all the parts that are read
	maxDirectory  = 2 << 20  // bytes of the zip's list of parts
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
		return nil, explain(err)
	}
	return m, nil
}

func readFile(r io.ReaderAt, size int64) (*manuscript.Manuscript, error) {
	p, err := open(r, size)
	if err != nil {
		return nil, err
	}
	parts, err := p.related("")
	if err != nil {
		return nil, err
	}
	main, err := p.mainPart(parts)
	if err != nil {
		return nil, err
	}
	around, err := p.related(main)
	if err != nil {
		return nil, err
	}
	b := &body{}
	for _, step := range []struct {
		part string
		read func(*markup.Scanner)
	}{
		{around.first("styles"), b.styles.read},
		{around.first("numbering"), b.lists.read},
		{main, b.read},
		{parts.first("core-properties"), b.readProperties},
	} {
		if p.parts[partName(step.part)] == nil {
			continue
		}
		if err := p.read(step.part, step.read); err != nil {
			return nil, err
		}
	}
	marks, err := p.marks(around["customXml"])
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
