package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	chinese "nianbao/templates/numeral"
)

// headingOf tells whether a line of prose is, or begins with, a heading of
// level 2 (（一）) or 3 (1.). When a sentence follows the heading's full stop on
// the same line, only what stands before is the heading: lead and rest. A
// line that is no heading comes back as rest.
func headingOf(line string) (level int, lead, rest string) {
	mark := numeral(line)
	if mark == "" {
		return 0, "", line
	}
	level = 3
	if strings.HasPrefix(mark, "（") {
		level = 2
	}
	if at := strings.Index(line, "。"); at >= 0 {
		at += len("。")
		if after := line[at:]; strings.TrimSpace(after) != "" && !closing(after) {
			return level, line[:at], after
		}
	}
	return level, line, ""
}

// numeral is the （一） or 1. that a line starts with, or "".
func numeral(line string) string {
	if inner, ok := strings.CutPrefix(line, "（"); ok {
		end := strings.Index(inner, "）")
		if end > 0 && strings.Trim(inner[:end], chinese.Counting) == "" {
			return line[:len("（")+end+len("）")]
		}
		return ""
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits == 0 || digits > 2 {
		return ""
	}
	for _, dot := range []string{".", "．"} {
		if after, ok := strings.CutPrefix(line[digits:], dot); ok {
			// 1.5万条 is a number that begins a sentence.
			if next, _ := utf8.DecodeRuneInString(after); after != "" && !unicode.IsDigit(next) {
				return line[:digits+len(dot)]
			}
		}
	}
	return ""
}

// closing reports whether only closing marks are left, as in 。”
func closing(s string) bool { return strings.Trim(s, "”’」』》〉）") == "" }
