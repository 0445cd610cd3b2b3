// Package word reads Word files (.docx, ECMA-376) into manuscripts, as a reader
// would see them with all tracked changes accepted. It reads part by part in
// one pass, within limits: a file is not to be trusted.
package word

import (
	"errors"
	"io"

	"nianbao/manuscript"
)

// What is read at the most. A published report has 300 paragraphs and 700 cells
// in a document part of some 200 KB; pictures stand in parts that are not read.
const (
	maxPart       = 32 << 20 // bytes of one part, unpacked
	maxEntries    = 20_000   // parts of a file
	maxDepth      = 300      // elements within elements
	maxParagraphs = 50_000
	maxCells      = 50_000
	maxColumns    = 500
	maxPlaces     = 500_000 // rows times columns of a table
	maxText       = 4 << 20
)

// ErrNotWord: the file is no Word file at all.
var ErrNotWord = errors.New("这不是 Word 文件（.docx）")

// Read reads a Word file. Its errors are Chinese sentences without a full stop.
func Read(r io.ReaderAt, size int64) (*manuscript.Manuscript, error) {
	p, err := open(r, size)
	if err != nil {
		return nil, err
	}
	main, err := p.main()
	if err != nil {
		return nil, err
	}
	s := &story{numbering: numbering{counts: map[string][]int{}}}
	if s.styles, err = readStyles(p, p.beside(main, "styles")); err != nil {
		return nil, err
	}
	if err = s.numbering.read(p, p.beside(main, "numbering")); err != nil {
		return nil, err
	}
	if err := p.parse(main, func(x *part) error { return s.document(x) }); err != nil {
		return nil, err
	}
	m := &manuscript.Manuscript{Blocks: s.blocks}
	if m.Data, err = p.data(); err != nil {
		return nil, err
	}
	if m.Notes, err = s.notes(p, main, m.Data != nil); err != nil {
		return nil, err
	}
	return m, nil
}
