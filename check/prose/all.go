package prose

import "strings"

// all reads a clause that says of the whole group just counted what became of
// it: 行政复议5件，均获维持 counts five that were upheld.
func (w *reader) all(c clause) bool {
	rest := c.text
	found := false
	for _, word := range []string{"均", "全部", "都"} {
		if after, ok := strings.CutPrefix(strings.TrimPrefix(rest, "现"), word); ok {
			rest, found = after, true
		}
	}
	if !found || w.last < 0 || w.lastLeft != w.left {
		return false
	}
	counted := w.found[w.last]
	for again := true; again; {
		again = false
		for _, word := range []string{"获", "被", "为", "已", "得到", "是", "属", "依法"} {
			if after, ok := strings.CutPrefix(rest, word); ok {
				rest, again = after, true
			}
		}
	}
	if w.topic == nil || w.topic.Within != requests {
		return false
	}
	matches := best(w.topic.Readings(), context{before: rest}, saying)
	if len(matches) == 0 || matches[0].reading.Whole || strings.Join(matches[0].words, "") != rest {
		return false
	}
	n := counted.number
	w.hold(n, c.text, matches)
	return true
}
