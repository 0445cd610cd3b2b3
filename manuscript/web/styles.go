package web

import (
	"regexp"
	"strings"
	"sync"
)

// The styles are what the page's own styles hide: names of classes (.name) and of
// elements (#name). Rules for several conditions, and those for print or for
// small screens alone, are left out: what they hide is seen elsewhere.
type styles map[string]bool

// hides is a rule that shows nothing, and its selectors.
var (
	comment = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)/\*.*?\*/`) })
	rule    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`) })
	nothing = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)(^|[;\s])display\s*:\s*none`) })
	simple  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-zA-Z]*([.#][-_a-zA-Z0-9]+)$`) })
)

// maxSheet is how much of one style element is read.
const maxSheet = 256 << 10

func (s styles) read(style []byte) {
	if len(style) > maxSheet {
		return
	}
	text := comment().ReplaceAllString(string(style), "")
	for {
		// A condition's rules stand in brackets of their own.
		at := strings.IndexByte(text, '@')
		plain := text
		if at >= 0 {
			plain = text[:at]
		}
		s.rules(plain)
		if at < 0 {
			return
		}
		text = afterCondition(text[at:])
	}
}

// afterCondition is what follows an at-rule, with its block if it has one.
func afterCondition(text string) string {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case ';':
			if depth == 0 {
				return text[i+1:]
			}
		case '{':
			depth++
		case '}':
			if depth--; depth <= 0 {
				return text[i+1:]
			}
		}
	}
	return ""
}

func (s styles) rules(text string) {
	for _, found := range rule().FindAllStringSubmatch(text, -1) {
		if !nothing().MatchString(found[2]) {
			continue
		}
		for selector := range strings.SplitSeq(found[1], ",") {
			if name := simple().FindStringSubmatch(strings.TrimSpace(selector)); name != nil {
				s[name[1]] = true
			}
		}
	}
}

// hide reports whether an element with these classes and this name is hidden.
func (s styles) hide(classes, id string) bool {
	if len(s) == 0 {
		return false
	}
	if id != "" && s["#"+id] {
		return true
	}
	for class := range strings.FieldsSeq(classes) {
		if s["."+class] {
			return true
		}
	}
	return false
}
