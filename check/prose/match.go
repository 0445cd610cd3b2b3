package prose

import (
	"strings"
	"unicode/utf8"

	"nianbao/templates"
)

// fillers may stand between a phrase and its number.
var fillers = []string{"总共", "共计", "合计", "总计", "累计", "共", "计", "有", "为主", "为", "是", "达到", "达", "了", "的", "约",
	"数量", "总数", "件数", "数", "总量", "案件", "情况", "均", "全部", "已", "仅", "只", "另", "各", "则", "就", "在内", "事项共", "事宜", "）"}

// trimFillers takes fillers off the end of a text.
func trimFillers(text string) string {
	for again := true; again; {
		again = false
		for _, f := range fillers {
			if strings.HasSuffix(text, f) {
				text, again = text[:len(text)-len(f)], true
			}
		}
	}
	return text
}

// A context is what stands around a number in its clause.
type context struct{ before, after string }

// A match is a reading that fits a context. Of several the one with the most
// words counts.
type match struct {
	reading *templates.Reading
	fit
	leftOver  string // the first word around it that is not understood
	shortened string // the text that it was found in, where that is not all of what stands before
	behind    string // the text that it was found in behind the number, likewise
	bracketed bool   // it takes in what stands in a bracket
}

// A fit is how a pattern sits in a context.
type fit struct {
	words    []string  // of the pattern, as they stand there
	before   []stretch // where those before the number stand, from the number outwards
	after    []stretch
	weight   int    // their bytes; 0: it does not fit
	gap      string // what it leaves out between the last two words before the number
	adjacent bool   // a word stands right before the number
}

// A stretch of a text.
type stretch struct{ from, to int }

func (f *fit) take(word string) {
	f.words = append(f.words, word)
	f.weight += len(word)
}

// years: words of the fit itself name the year before or after.
func (f fit) years() bool {
	return HasAny(strings.Join(f.words, " "), []string{"上年", "下年"})
}

// outside is a text without the words of the fit.
func (f fit) outside(text string) string {
	for _, word := range f.words {
		text = strings.Replace(text, word, " ", 1)
	}
	return text
}

// fits says how well a pattern sits in a context.
func fits(p *templates.Pattern, c context) fit {
	f := fit{adjacent: len(p.Before) > 0 && !p.BeforeGap}
	rest := c.before
	for i := len(p.Before) - 1; i >= 0; i-- {
		word, at := lastOf(p.Before[i], rest, i == len(p.Before)-1 && !p.BeforeGap)
		if word == "" {
			return fit{}
		}
		if i == len(p.Before)-2 {
			f.gap = rest[at+len(word):]
		}
		f.before = append(f.before, stretch{at, at + len(word)})
		rest = rest[:at]
		f.take(word)
	}
	rest = c.after
	for i, words := range p.After {
		word, end := firstOf(words, rest, i == 0 && !p.AfterGap)
		if word == "" {
			return fit{}
		}
		f.after = append(f.after, stretch{len(c.after) - len(rest) + end - len(word), len(c.after) - len(rest) + end})
		rest = rest[end:]
		f.take(word)
	}
	return f
}

// lastOf is the word that ends last in a text; of words that end there the longest,
// which stands first.
func lastOf(words []string, text string, adjacent bool) (word string, at int) {
	at, end := -1, -1
	for _, w := range words {
		if adjacent {
			if strings.HasSuffix(text, w) {
				return w, len(text) - len(w)
			}
			continue
		}
		if i := strings.LastIndex(text, w); i >= 0 && i+len(w) > end {
			word, at, end = w, i, i+len(w)
		}
	}
	return word, at
}

func firstOf(words []string, text string, adjacent bool) (word string, end int) {
	at := len(text)
	for _, w := range words {
		if adjacent {
			if strings.HasPrefix(text, w) {
				return w, len(w)
			}
			continue
		}
		if i := strings.Index(text, w); i >= 0 && i < at {
			word, at = w, i
		}
	}
	return word, at + len(word)
}

// A look at a context's characters, which tells most patterns off.
type look struct {
	before, after templates.Runes
	last          rune
}

func lookAt(c context) look {
	last, _ := utf8.DecodeLastRuneInString(c.before)
	return look{templates.RunesOf(c.before), templates.RunesOf(c.after), last}
}

func (l *look) mayFit(p *templates.Pattern) bool { return p.MayFit(&l.before, &l.after, l.last) }
