package filing

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"strconv"

	"nianbao/document"
)

// A Digest tells apart what reports print. Two files of one report, its data
// and the Word file that was made of it, have the same.
type Digest [sha256.Size]byte

// String is the digest as files carry it.
func (d Digest) String() string { return fmt.Sprintf("%x", d[:16]) }

// DigestOf sums up what a document prints, and nothing that stands in a file
// besides.
func DigestOf(d *document.Document) Digest {
	h := sha256.New()
	add(h, "document", d.Agency, d.Heading, d.Draft)
	if d.Broken != nil {
		add(h, "lines", d.Broken)
	}
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			add(h, "heading", block.Level, block.Text)
		case document.Paragraph:
			add(h, "paragraph", block.Level, block.Lead, block.Text, block.Blank)
		case document.Signature:
			add(h, "signature", block.Signatory, block.Date, block.Sealed)
		case document.Table:
			add(h, "table", len(block.Rows))
			for _, row := range block.Rows {
				for _, cell := range row {
					add(h, cell.Kind, cell.Text, cell.Column, cell.ColSpan, cell.RowSpan)
				}
			}
		}
	}
	return Digest(h.Sum(nil))
}

// add writes values so that no two lists of them look alike.
func add(h hash.Hash, values ...any) {
	var line []byte
	for _, value := range values {
		var text string
		switch value := value.(type) { // the many; fmt says the same of them, and is slow
		case string:
			text = value
		case int:
			text = strconv.Itoa(value)
		default:
			text = fmt.Sprint(value)
		}
		line = append(strconv.AppendQuote(line, text), ' ')
	}
	h.Write(append(line, '\n')) // a hash returns no errors
}
