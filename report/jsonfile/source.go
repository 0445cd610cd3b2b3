package jsonfile

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"nianbao/problem"
)

// MaxSize is the largest file that is read, in bytes. A real report has 12 to
// 60 KB; this leaves room for a hundred times that.
const MaxSize = 8 << 20

// plainSource is the file's text as UTF-8 without a byte order mark, which
// Windows Notepad writes; false if it cannot be read as text at all.
func plainSource(src []byte, found *findings) ([]byte, bool) {
	if len(src) > MaxSize {
		found.add(problem.Problem{Code: problem.CodeSize,
			Message: fmt.Sprintf("文件太大：超过 %d MB", MaxSize>>20),
			Fix:     "一份年度报告只有几十 KB；看看是不是拿错了文件，或者把图片、附件也放进来了"})
		return nil, false
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if name, line := otherEncoding(src); name != "" {
		found.add(problem.Problem{Code: problem.CodeEncoding, Line: line,
			Message: "文件的编码不是 UTF-8，像是 " + name,
			Fix:     "用记事本或 WPS 打开，“另存为”时编码选 UTF-8，再试一次"})
		return nil, false
	}
	return src, true
}

// otherEncoding names the encoding of a text that is not UTF-8 as a whole, and
// the line where that shows. A text with a few bad bytes is still UTF-8.
func otherEncoding(src []byte) (name string, line int) {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) ||
		bytes.HasPrefix(src, []byte("{\x00")) || bytes.HasPrefix(src, []byte("\x00{")) {
		return "UTF-16（记事本里叫 Unicode）", 1
	}
	if utf8.Valid(src) {
		return "", 0
	}
	good, bad, first := 0, 0, 0
	for i := 0; i < len(src); {
		_, size := utf8.DecodeRune(src[i:])
		switch {
		case size > 1:
			good++
		case src[i] >= utf8.RuneSelf:
			if bad == 0 {
				first = i
			}
			bad++
		}
		i += size
	}
	line = 1 + bytes.Count(src[:first], []byte("\n"))
	switch {
	case bad <= good+4: // a Chinese text in GBK has hundreds, and hardly a good one
		return "", 0
	case isGBK(src):
		return "GBK（记事本里叫 ANSI）", line
	}
	return "别的编码，或者不是文本文件", line
}

// isGBK reports whether all bytes beyond ASCII pair up as GBK (GB 18030 has
// four-byte characters besides, which hardly occur).
func isGBK(src []byte) bool {
	for i := 0; i < len(src); i++ {
		if src[i] < utf8.RuneSelf {
			continue
		}
		if src[i] == 0x80 || src[i] == 0xff || i+1 == len(src) {
			return false
		}
		i++
		if src[i] < 0x40 || src[i] == 0x7f || src[i] == 0xff {
			return false
		}
	}
	return true
}
