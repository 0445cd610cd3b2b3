package web

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// Limits of an archive: the page is one of its first parts, the pictures follow.
const (
	maxParts     = 2_000
	maxPartDepth = 4
)

var errArchive = errors.New("网页存档（.mht）里没有网页，或者已经损坏；请在浏览器里打开报告，另存为“网页，仅 HTML”（.html）")

// pageIn is the page in an archive of a page and its pictures (RFC 2557), as
// Chrome, Edge and Internet Explorer write it: a mail of several parts.
func pageIn(archive []byte) ([]byte, error) {
	r := bufio.NewReader(bytes.NewReader(bytes.TrimLeft(bytes.TrimPrefix(archive, []byte("\xef\xbb\xbf")), " \t\r\n")))
	head, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil && len(head) == 0 {
		return nil, errArchive
	}
	parts := maxParts
	if page := pageOf(head, r, 0, &parts); page != nil {
		return page, nil
	}
	return nil, errArchive
}

// pageOf is the first page in a part and the parts of it; nil: there is none.
func pageOf(head textproto.MIMEHeader, body io.Reader, depth int, parts *int) []byte {
	kind, parameters, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil {
		kind, _, _ = strings.Cut(head.Get("Content-Type"), ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
	}
	switch {
	case kind == "text/html" || kind == "application/xhtml+xml":
		return decoded(head.Get("Content-Transfer-Encoding"), body)
	case !strings.HasPrefix(kind, "multipart/") || depth == maxPartDepth || parameters["boundary"] == "":
		return nil
	}
	several := multipart.NewReader(body, parameters["boundary"])
	for *parts > 0 {
		*parts--
		part, err := several.NextRawPart()
		if err != nil {
			return nil
		}
		if page := pageOf(part.Header, part, depth+1, parts); page != nil {
			return page
		}
	}
	return nil
}

// decoded is a part's content. One that ends too soon gives nothing: half a page
// is none.
func decoded(encoding string, body io.Reader) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	page, err := io.ReadAll(io.LimitReader(body, MaxSize+1))
	if err != nil || len(page) > MaxSize {
		return nil
	}
	return page
}
