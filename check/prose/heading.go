package prose

import (
	"strings"

	chinese "nianbao/templates/numeral"
)

// Heading is the lead-in of a paragraph that begins with （一）; "" for others.
func Heading(paragraph string) string {
	if !strings.HasPrefix(paragraph, "（") {
		return ""
	}
	end := strings.Index(paragraph, "）")
	if end < 0 || end > len("（十一") || strings.Trim(paragraph[len("（"):end], chinese.Counting) != "" {
		return ""
	}
	return leadIn(paragraph[end+len("）"):])
}

// leadIn is what stands before a text's first comma, colon or full stop.
func leadIn(text string) string {
	if end := strings.IndexAny(text, "。，："); end >= 0 {
		return text[:end]
	}
	return text
}

// itemHeading is the lead-in of a paragraph or sentence that begins with 1. or
// （1） or 一是; "" for others.
func itemHeading(text string) string {
	rest := strings.TrimPrefix(text, "（")
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	switch {
	case digits == 0 && len(rest) == len(text):
		if len(rest) > 6 && rest[3:6] == "是" && strings.Contains(chinese.Counting, rest[:3]) {
			return leadIn(rest[6:])
		}
		return ""
	case digits == 0 || digits > 2:
		return ""
	}
	rest = rest[digits:]
	for _, mark := range []string{".", "、", "）"} {
		if after, ok := strings.CutPrefix(rest, mark); ok && (mark == "）") == strings.HasPrefix(text, "（") {
			return leadIn(after)
		}
	}
	return ""
}
