package web

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/manuscript"
	"nianbao/problem"
)

var declaration = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([-_a-z0-9]+)`)
})

// declaredWithin is how far into a page its encoding is looked for. Browsers
// stop at 1,024 bytes; the pages of some editors begin with a long script.
const declaredWithin = 16 << 10

// decode is a page's text as UTF-8. What the bytes are weighs more than what
// the page says they are: browsers and people save pages in another encoding
// and leave the declaration as it was.
func decode(src []byte) (io.Reader, *manuscript.Note) {
	switch {
	case bytes.HasPrefix(src, []byte("\xef\xbb\xbf")):
		return bytes.NewReader(src[3:]), nil
	case bytes.HasPrefix(src, []byte("\xff\xfe")), bytes.HasPrefix(src, []byte("<\x00")):
		return through(src, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)), nil
	case bytes.HasPrefix(src, []byte("\xfe\xff")), bytes.HasPrefix(src, []byte("\x00<")):
		return through(src, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)), nil
	case utf8.Valid(src):
		return bytes.NewReader(src), nil
	}
	name := ""
	if found := declaration().FindSubmatch(src[:min(len(src), declaredWithin)]); found != nil {
		name = strings.ToLower(string(found[1]))
	}
	switch name {
	case "utf-8", "utf8":
		if mostlyUTF8(src) {
			return bytes.NewReader(src), &manuscript.Note{Code: problem.CodeImportEncoding,
				Message: "网页里有几个字节不是文字，换成了 �", Fix: "看看有 � 的地方原来是什么字"}
		}
	case "big5", "big5-hkscs":
		return through(src, traditionalchinese.Big5), nil
	case "iso-8859-1", "latin1", "windows-1252", "us-ascii":
		if !looksChinese(src) {
			return through(src, charmap.Windows1252), nil
		}
	}
	// GB 18030 holds GBK and GB 2312.
	return through(src, simplifiedchinese.GB18030), nil
}

func through(src []byte, e encoding.Encoding) io.Reader {
	return e.NewDecoder().Reader(bytes.NewReader(src))
}

// mostlyUTF8 tells a page with a few damaged bytes from one in another encoding.
func mostlyUTF8(src []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		i += size
	}
	return good > 4*bad
}

// looksChinese reports whether most bytes beyond ASCII stand in pairs, as they
// do in GBK and hardly ever in a Western page.
func looksChinese(src []byte) bool {
	pairs, single := 0, 0
	for i := 0; i < len(src); i++ {
		if src[i] < utf8.RuneSelf {
			continue
		}
		if i+1 < len(src) && src[i+1] >= utf8.RuneSelf {
			pairs++
			i++
		} else {
			single++
		}
	}
	return pairs > 2*single
}
