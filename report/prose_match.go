package report

import (
	"strings"

	"nianbao/templates"
)

// fillers may stand between a phrase and its number.
var fillers = []string{"总共", "共计", "合计", "总计", "累计", "共", "计", "有", "为", "是", "达到", "达", "了", "的", "约",
	"数量", "总数", "件数", "数", "总量", "案件", "情况", "均", "全部", "已", "仅", "只", "另", "各", "则", "就", "在内", "事项共", "事宜", "）"}

// nothings begin a statement of none. What follows is held against the phrases.
var nothings = []string{"没有", "未", "无", "零"}

// verbsOfNone may follow 未 before the phrase begins.
var verbsOfNone = []string{"曾", "再", "发生", "出现", "产生", "引发", "涉及", "存在", "有", "被", "因", "针对", "提起"}

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
	weight  int // bytes of the words that fit
	years   bool
}

// fits says how well a pattern fits; 0: not at all.
func fits(p templates.Pattern, c context) (weight int, years bool) {
	rest := c.before
	for i := len(p.Before) - 1; i >= 0; i-- {
		adjacent := i == len(p.Before)-1 && !p.BeforeGap
		word, at := lastOf(p.Before[i], rest, adjacent)
		if word == "" {
			return 0, false
		}
		rest = rest[:at]
		weight += len(word)
		years = years || strings.Contains(word, "上年") || strings.Contains(word, "下年")
	}
	rest = c.after
	for i, words := range p.After {
		word, end := firstOf(words, rest, i == 0 && !p.AfterGap)
		if word == "" {
			return 0, false
		}
		rest = rest[end:]
		weight += len(word)
		years = years || strings.Contains(word, "上年") || strings.Contains(word, "下年")
	}
	return weight, years
}

func lastOf(words []string, text string, adjacent bool) (word string, at int) {
	at = -1
	for _, w := range words {
		if adjacent {
			if strings.HasSuffix(text, w) {
				return w, len(text) - len(w)
			}
			continue
		}
		if i := strings.LastIndex(text, w); i > at {
			word, at = w, i
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

// best are the readings of a topic that fit best; none: no reading does.
func best(readings []*templates.Reading, c context, patterns func(*templates.Reading) []templates.Pattern) []match {
	var found []match
	for _, r := range readings {
		for _, p := range patterns(r) {
			weight, years := fits(p, c)
			if weight == 0 || len(found) > 0 && weight < found[0].weight {
				continue
			}
			if len(found) > 0 && weight > found[0].weight {
				found = found[:0]
			}
			if len(found) == 0 || found[len(found)-1].reading != r {
				found = append(found, match{r, weight, years})
			}
		}
	}
	return found
}

func saying(r *templates.Reading) []templates.Pattern  { return r.Say }
func denying(r *templates.Reading) []templates.Pattern { return r.None }
