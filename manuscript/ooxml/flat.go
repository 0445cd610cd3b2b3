package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrNotFlat: the XML is no package in one file.
var ErrNotFlat = errors.New("no flat package")

const (
	flatSpace = "http://schemas.microsoft.com/office/2006/xmlPackage"
	// LargestFlat is how much is read of a package in one XML file.
	LargestFlat = 16 << 20
)

// Zip is the usual package of one that stands in one XML file (“Word XML 文档”),
// without its pictures and other parts that are no XML. What is inside is read
// and judged as of any other package.
func Zip(src io.Reader) ([]byte, error) {
	file, err := io.ReadAll(io.LimitReader(src, LargestFlat+1))
	if err != nil {
		return nil, err
	}
	if len(file) > LargestFlat {
		return nil, fmt.Errorf("文件超过 %d MB"+TooMuch, LargestFlat>>20)
	}
	if crowded(file) {
		return nil, ErrTooMany
	}
	d := xml.NewDecoder(bytes.NewReader(file))
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	part, parts, from, depth := "", 0, int64(0), 0
	for {
		before := d.InputOffset()
		token, err := d.RawToken()
		if err == io.EOF && depth == 0 && parts > 0 {
			err := w.Close()
			return out.Bytes(), err
		}
		if err != nil {
			return nil, ErrCut
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			switch {
			case depth == 1 && (token.Name.Local != "package" || !declares(token.Attr)):
				return nil, ErrNotFlat
			case depth == 2 && token.Name.Local == "part":
				part = named(token.Attr)
			case depth == 3 && token.Name.Local == "xmlData":
				from = d.InputOffset()
			}
		case xml.EndElement:
			if depth == 3 && token.Name.Local == "xmlData" && part != "" {
				if parts++; parts > 2000 {
					return nil, ErrTooMany
				}
				f, err := w.Create(strings.TrimPrefix(part, "/"))
				if err != nil {
					return nil, err
				}
				if _, err := f.Write(file[from:before]); err != nil {
					return nil, err
				}
			}
			depth--
		}
	}
}

// crowded reports whether a tag has more attributes than a Scanner bears: the
// decoder would hold all of them.
func crowded(document []byte) bool {
	var s Scanner
	for rest := document; ; {
		at := bytes.IndexByte(rest, '<')
		if at < 0 {
			return false
		}
		rest = rest[at:]
		n, closing := 0, ">"
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			closing = "-->"
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			closing = "]]>"
		case bytes.HasPrefix(rest, []byte("</")), bytes.HasPrefix(rest, []byte("<!")), bytes.HasPrefix(rest, []byte("<?")):
		default:
			if n = s.parseTag(rest); n == 0 {
				return s.err == ErrTag // all else the decoder refuses
			}
		}
		if n == 0 {
			if n = bytes.Index(rest, []byte(closing)); n < 0 {
				return false
			}
		}
		rest = rest[n:]
	}
}

// declares: the root element names the namespace of such files.
func declares(attributes []xml.Attr) bool {
	for _, a := range attributes {
		if a.Value == flatSpace {
			return true
		}
	}
	return false
}

func named(attributes []xml.Attr) string {
	for _, a := range attributes {
		if a.Name.Local == "name" {
			return a.Value
		}
	}
	return ""
}
