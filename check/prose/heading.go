package prose

import "strings"

// Heading is the lead-in of a paragraph that begins with （一）; "" for others.
func Heading(paragraph string) string {
	if !strings.HasPrefix(paragraph, "（") {
		return ""
	}
	end := strings.Index(paragraph, "）")
	if end < 0 || end > len("（十一") || strings.Trim(paragraph[len("（"):end], "一二三四五六七八九十") != "" {
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
		for _, number := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
			if after, ok := strings.CutPrefix(rest, number+"是"); ok {
				return leadIn(after)
			}
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
