// Package web reads web pages, saved from a browser or by an office program,
// into manuscripts. Pages are taken as they are: elements that were never
// closed, cells that overlap, tables that only arrange the page.
package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"

	"nianbao/manuscript"
)

// What is read at the most. A published report has 60 to 600 KB of markup, some
// 300 paragraphs and 700 cells; pictures within the page make files of megabytes.
const (
	MaxSize       = 16 << 20 // bytes
	maxToken      = 8 << 20  // a tag or a script: pictures may stand in them
	maxText       = 2 << 20
	maxDepth      = 10_000 // elements that are open at a time
	maxTableDepth = 32     // tables within tables
	maxParagraphs = 50_000
	maxCells      = 50_000 // rows and the empty places of the grids count too
	maxColumns    = 500
)

// Read reads a page. Its errors are Chinese sentences without a full stop.
func Read(r io.Reader) (*manuscript.Manuscript, error) {
	src, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, err
	}
	switch head := bytes.TrimSpace(src[:min(len(src), 64)]); {
	case len(src) > MaxSize:
		return nil, fmt.Errorf("网页超过 %d MB，没有读；一份报告的网页只有几百 KB，请看看是不是拿错了文件", MaxSize>>20)
	case len(bytes.TrimSpace(src)) == 0:
		return nil, errors.New("文件是空的")
	case isArchive(head):
		return nil, errors.New("这是网页存档（.mht），读不了；请在浏览器里打开报告，另存为“网页，仅 HTML”（.html）")
	}
	text, note := decode(src)
	p := newPage()
	p.note(note)
	z := html.NewTokenizer(text)
	z.SetMaxBuf(maxToken)
	if err := p.read(z); err != nil {
		return nil, err
	}
	m := p.manuscript()
	if p.tooLarge != nil {
		return nil, p.tooLarge
	}
	if len(m.Blocks) == 0 {
		return nil, errors.New("网页里没有文字，正文可能是打开网页以后才由程序取来的；请在浏览器里看到正文后另存，或者用报告的 Word 文件")
	}
	return m, nil
}

// isArchive reports whether a file is a page with its pictures in one (RFC 2557),
// which begins with the head of a mail.
func isArchive(head []byte) bool {
	for _, key := range []string{"MIME-Version:", "From: ", "Subject: ", "Content-Type: multipart/"} {
		if bytes.HasPrefix(head, []byte(key)) {
			return true
		}
	}
	return false
}
