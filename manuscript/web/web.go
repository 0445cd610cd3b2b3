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
	maxBlanks     = 100_000 // in one tag: each may part two attributes, which take room
	maxDepth      = 10_000  // elements that are open at a time
	maxTableDepth = 32      // tables within tables
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
	switch {
	case len(src) > MaxSize:
		return nil, fmt.Errorf("网页超过 %d MB，没有读；一份报告的网页只有几百 KB，请看看是不是拿错了文件", MaxSize>>20)
	case len(bytes.TrimSpace(src)) == 0:
		return nil, errors.New("文件是空的")
	}
	if manuscript.Recognise(src[:min(len(src), manuscript.HeadSize)], "") == manuscript.Archive {
		if src, err = pageIn(src); err != nil {
			return nil, err
		}
	}
	if largestTag(src) > maxBlanks {
		return nil, errors.New("网页里有一个标签带着几十万个属性" + advice)
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

// largestTag is how many blanks the tag has that has the most, a slash counting
// as a quarter, for pictures in a tag have many. A script's < may look like a
// tag's; none has so many blanks behind it.
func largestTag(src []byte) int {
	most, quarters, inside := 0, 0, false
	for _, b := range src {
		switch {
		case b == '<':
			inside, quarters = true, 0
		case b == '>':
			inside = false
		case inside && b == '/':
			quarters++
			most = max(most, quarters)
		case inside && (b == ' ' || b == '\n' || b == '\t' || b == '\f' || b == '\r'):
			quarters += 4
			most = max(most, quarters)
		}
	}
	return most / 4
}
