package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

var (
	errTooLarge = errors.New("Word 文件展开以后大得不正常，没有读；请在 Word 或 WPS 里打开，只留下报告另存一份")
	errTooDeep  = errors.New("Word 文件里层层相套得不正常，没有读；请在 Word 或 WPS 里打开，另存一份")
	errDamaged  = errors.New("Word 文件已经损坏，读到一半读不下去；请在 Word 或 WPS 里打开，另存一份")
	errEntity   = errors.New("Word 文件里有不该有的实体声明（DTD），没有读；请在 Word 或 WPS 里打开，另存一份")
)

// A part is one XML file of the package, read once from front to back.
type part struct {
	decoder *xml.Decoder
	depth   int
}

// An element is the start of one; its name is without a namespace.
type element struct {
	name       string
	space      string
	attributes []xml.Attr
}

// value is an attribute's, by its name without a namespace.
func (e element) value(name string) string {
	for _, a := range e.attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on is the value of an element that switches something: <w:b/>, <w:b w:val="0"/>.
func (e element) on() bool {
	switch e.value("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// parse reads a part. The reader is given the part before its first element.
func (p *pack) parse(name string, read func(*part) error) error {
	content, err := p.parts[name].Open()
	if err != nil {
		return errDamaged
	}
	defer content.Close()
	limited := &limited{r: content, left: maxPart}
	x := &part{decoder: xml.NewDecoder(limited)}
	x.decoder.CharsetReader = func(string, io.Reader) (io.Reader, error) {
		return nil, errDamaged // the standard allows UTF-8 and UTF-16 (ECMA-376-2, 8.1.3); every program writes UTF-8
	}
	err = read(x)
	var bad *xml.SyntaxError
	switch {
	case limited.over:
		return errTooLarge
	case errors.As(err, &bad), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errDamaged
	case err != nil && !isSentence(err):
		return errDamaged // a checksum, a method of packing
	}
	return err
}

func isSentence(err error) bool { return strings.ContainsAny(err.Error(), "，文") }

// children hands each element within the one that has begun to f, which reads
// it to its end, by children, text or skip.
func (x *part) children(f func(element) error) error {
	if x.depth++; x.depth > maxDepth {
		return errTooDeep
	}
	defer func() { x.depth-- }()
	top := x.depth == 1
	for {
		token, err := x.decoder.Token()
		if top && err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := f(element{token.Name.Local, token.Name.Space, token.Attr}); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		case xml.Directive:
			if bytes.HasPrefix(bytes.ToUpper(token), []byte("DOCTYPE")) {
				return errEntity
			}
		}
	}
}

// skip reads over what an element holds.
func (x *part) skip() error {
	return x.children(func(element) error { return x.skip() })
}

// text is the characters within an element, without those of inner elements.
func (x *part) text() (string, error) {
	var b strings.Builder
	for {
		token, err := x.decoder.Token()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.StartElement:
			if err := x.skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return b.String(), nil
		}
	}
}

// limited stops a part that unpacks to more than anything real.
type limited struct {
	r    io.Reader
	left int
	over bool
}

func (l *limited) Read(b []byte) (int, error) {
	if l.left <= 0 {
		l.over = true
		return 0, errTooLarge
	}
	n, err := l.r.Read(b[:min(len(b), l.left)])
	l.left -= n
	return n, err
}
