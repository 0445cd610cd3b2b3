package prose

import (
	"strings"
	"unicode/utf8"

	"nianbao/templates"
)

// oneBody: the sentence has turned to the count of one body among those whose
// numbers the tables hold, or of a body that is not the report's.
func (w *reader) oneBody() bool {
	bodies, wholes := templates.BodyWords(), templates.WholeWords()
	for i := len(w.prior) - 2; i >= 0; i-- {
		text := w.prior[i]
		at, all, name := -1, -1, ""
		for j, first := range text {
			for _, suffix := range bodies.Beginning(first) {
				if strings.HasPrefix(text[j:], suffix) && isSubject(text, j, suffix) {
					at, name = j, text[:j+len(suffix)]
					break
				}
			}
			for _, word := range wholes.Beginning(first) {
				if strings.HasPrefix(text[j:], word) {
					all = j
					break
				}
			}
		}
		switch {
		case at < 0 && all < 0:
			continue
		case all >= 0 && all >= at-30:
			return false
		case at < 0:
			continue
		}
		return !w.ownName(name)
	}
	return false
}

// isSubject: a body's name ends here and the clause goes on with what it did.
func isSubject(text string, at int, suffix string) bool {
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); strings.ContainsRune("布格结全各该上当双政", before) && len([]rune(suffix)) == 1 {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(text); at < len("市人力资源和社会保障局") && strings.ContainsRune("市县区省州", first) && at > 0 && len(suffix) == len("局") {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[at+len(suffix):])
	return next == utf8.RuneError || strings.ContainsRune("共受收接办答作新全年上本下0123456789依、制印行政因", next) || strings.HasPrefix(text[at+len(suffix):], "本年")
}

// ownName: the body is the one that reports, and reports for itself.
func (w *reader) ownName(name string) bool {
	own := w.r.Scope != "whole"
	for _, mine := range []string{"我局", "我委", "我办", "我厅", "我镇", "我乡", "我街道", "本局", "本机关", "本委", "本办", "我中心", "本单位", "本行政机关", "本办公室", "我单位", "各级行政机关", "行政机关"} {
		if strings.HasSuffix(name, mine) {
			return own || strings.HasSuffix(name, "行政机关") && !strings.HasSuffix(name, "本行政机关")
		}
	}
	for _, mine := range w.ownNames {
		if strings.HasSuffix(name, mine) {
			return true
		}
	}
	if !own {
		return false
	}
	if strings.HasSuffix(name, "本级") && !w.holdsMore() {
		return true
	}
	if strings.HasSuffix(w.r.Agency, "政府") {
		name = strings.TrimSuffix(name, "办公室") // a government's own numbers are those of its office
	}
	tail := []rune(name)
	if len(tail) > 3 {
		tail = tail[len(tail)-3:]
	}
	return shortens(tail, w.r.Agency) || shortens(tail, w.r.Signatory)
}

// shortens: a name has the characters of a short one, in that order: 监管局 is
// 市场监督管理局.
func shortens(short []rune, name string) bool {
	for _, c := range name {
		if len(short) > 0 && c == short[0] {
			short = short[1:]
		}
	}
	return len(short) == 0
}
