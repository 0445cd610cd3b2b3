// Package ofd reads fixed-layout documents (GB/T 33190-2016) of the program's own into
// manuscripts, by what their pages show and where: rules make tables, indents
// paragraphs. Others' files place and cut up their text in ways that cannot be told
// apart from what it means, and are refused.
package ofd

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
)

// What is read at the most. A report of 46 pages has 6,000 objects.
const (
	maxPages   = 500
	maxObjects = 100_000
	maxText    = 2 << 20
	maxRules   = 50_000
	maxShades  = 5_000
)

var spaces = map[string]string{"http://www.ofdspec.org/2016": "o"}

// creator is what DocInfo calls the program.
const creator = "nianbao"

// What is said of files that are not read.
var (
	errForeign = errors.New("这份 OFD 不是 nianbao 写的，里面的表格读不准，没有读；请用报告的 Word 文件（.docx），或者照着填")
	errChanged = errors.New("这份 OFD 的页面后来改过，读不准，没有读；请用报告的 Word 文件（.docx）")
	errTooMuch = errors.New("文件里的内容太多" + ooxml.TooMuch)
	errDamaged = errors.New("这份 OFD 不完整或者已经损坏，" + ooxml.FetchAgain)
	errLocked  = errors.New("这份 OFD 加了密，读不了；请用没有加密的，或者报告的 Word 文件（.docx）")
)

// Read reads a file. Its errors are Chinese sentences without a full stop.
func Read(r io.ReaderAt, size int64) (*manuscript.Manuscript, error) {
	m, err := readFile(r, size)
	if err != nil {
		return nil, explain(err)
	}
	return m, nil
}

// explain is an error as people read it; no office program mends these files.
func explain(err error) error {
	for _, broken := range []error{ooxml.ErrSyntax, ooxml.ErrDoctype, ooxml.ErrEncoding, ooxml.ErrCut} {
		if errors.Is(err, broken) {
			return errDamaged
		}
	}
	if errors.Is(err, ooxml.ErrLocked) {
		return errLocked
	}
	if err = ooxml.Explain(err); errors.Is(err, ooxml.ErrCut) {
		return errDamaged
	}
	return err
}

// walk reads a part to its end.
func walk(p *ooxml.Package, part string, read func(*ooxml.Scanner)) error {
	if !p.Has(part) {
		return errDamaged
	}
	return p.ReadWhole(part, read)
}

func readFile(r io.ReaderAt, size int64) (*manuscript.Manuscript, error) {
	p, err := ooxml.Open(r, size, spaces)
	if err != nil {
		return nil, err
	}
	root, err := entry(p)
	if err != nil {
		return nil, err
	}
	pages, err := pageList(p, root)
	if err != nil {
		return nil, err
	}
	f := &file{}
	for i, part := range pages {
		page, err := f.page(p, part)
		if err != nil {
			return nil, err
		}
		if err := f.set(page, i%2 == 0); err != nil {
			return nil, err
		}
	}
	f.endParagraph()
	if len(f.blocks) == 0 {
		return nil, errors.New("这份 OFD 里没有文字；请看看是不是拿错了文件")
	}
	m := &manuscript.Manuscript{Blocks: f.blocks}
	number(m)
	return m, nil
}

// Attached is the report's JSON that an OFD-A carries; nil where there is none. Whoever
// asks knows that the file is as it was written.
func Attached(r io.ReaderAt, size int64) ([]byte, error) {
	p, err := ooxml.Open(r, size, spaces)
	if err != nil {
		return nil, err
	}
	if !p.Has(attachment) {
		return nil, nil
	}
	data, err := p.Content(attachment)
	if err != nil {
		return nil, explain(err)
	}
	return data, nil
}

const attachment = "Doc_0/Attachs/report.txt"

// number gives the blocks their places.
func number(m *manuscript.Manuscript) {
	paragraphs, tables := 0, 0
	for _, b := range m.Blocks {
		if b.Table != nil {
			tables++
			b.Table.Place = fmt.Sprintf("第 %d 个表", tables)
		} else {
			paragraphs++
			b.Paragraph.Place = fmt.Sprintf("正文第 %d 段", paragraphs)
		}
	}
}

// entry reads OFD.xml and returns where the document is.
func entry(p *ooxml.Package) (root string, err error) {
	ours, bodies := false, 0
	err = walk(p, "OFD.xml", func(x *ooxml.Scanner) {
		x.Root()
		for name := range x.Children() {
			if name != "o:DocBody" {
				continue
			}
			bodies++
			for name := range x.Children() {
				switch name {
				case "o:DocRoot":
					root = x.Text(maxText)
				case "o:DocInfo":
					for name := range x.Children() {
						if name == "o:Creator" {
							ours = x.Text(maxText) == creator
						}
					}
				}
			}
		}
	})
	if err == nil && (!ours || bodies != 1) {
		err = errForeign
	}
	return strings.TrimLeft(root, "/"), err
}

// pageList reads Document.xml and returns where the pages are, in their order.
func pageList(p *ooxml.Package, root string) (pages []string, err error) {
	folder := path.Dir(root)
	err = walk(p, root, func(x *ooxml.Scanner) {
		x.Root()
		for name := range x.Children() {
			if name != "o:Pages" {
				continue
			}
			for name := range x.Children() {
				if name != "o:Page" {
					continue
				}
				if len(pages) == maxPages {
					x.Fail(errTooMuch)
				}
				where := x.Attribute("BaseLoc")
				if !strings.HasPrefix(where, "/") {
					where = path.Join(folder, where)
				}
				pages = append(pages, strings.TrimLeft(where, "/"))
			}
		}
	})
	return pages, err
}
