package naming

// An element is one label on the way to a row or column, from the outermost in.
type Element struct {
	Label
	Inherited bool // the cell is blank, and the label is that of the row above it
}

// margin is how much better the best line must be than the next.
const margin = 100

// Find is the line that a path of labels stands for, and how well. Where several
// are as good, there is none (-1) and they are the rivals.
func (m *Matcher) Find(path []Element, l *Lines) (best, likeness int, rivals []int) {
	if m.Spent() {
		return -1, 0, nil
	}
	// The labels of a group stand beside all of its rows.
	if m.foundIn != l {
		m.foundIn, m.found = l, map[string]answer{}
	}
	key := keyOf(path)
	f, ok := m.found[key]
	if !ok {
		f.best, f.likeness, f.rivals = m.find(path, l)
		if len(m.found) < mostFound {
			m.found[key] = f
		}
	}
	return f.best, f.likeness, f.rivals
}

// mostFound bounds the memory for that.
const mostFound = 2_000

// An answer is what Find returns.
type answer struct {
	best, likeness int
	rivals         []int
}

// keyOf spells all of a path that Find looks at.
func keyOf(path []Element) string {
	var room [256]byte
	key := room[:0]
	for _, e := range path {
		key = append(key, byte(e.Numeral.Kind), byte(e.Numeral.Value), byte(e.Numeral.Value>>8))
		if e.Inherited {
			key = append(key, 1)
		}
		key = append(append(key, e.Text...), 0)
	}
	return string(key)
}

func (m *Matcher) find(path []Element, l *Lines) (best, likeness int, rivals []int) {
	best = -1
	second := 0
	var room [mostMerged]Label
	inners := room[:min(mostMerged, len(path))]
	for i := range inners {
		inners[i] = Merge(path[len(path)-1-i:])
	}
	if one := m.same(path, inners, l); one >= 0 {
		return one, Same, nil
	}
	scores := m.scores[:0]
	for i := range l.All {
		score := m.likeLine(path, inners, &l.All[i], l.known)
		scores = append(scores, score)
		if score > likeness {
			best, second, likeness = i, likeness, score
		} else {
			second = max(second, score)
		}
	}
	m.scores = scores
	if likeness == 0 {
		return -1, 0, nil
	}
	if second == likeness || likeness < Same && likeness-second < margin {
		for i, score := range scores {
			if score > 0 && likeness-score < margin {
				rivals = append(rivals, i)
			}
		}
		return -1, likeness, rivals
	}
	return best, likeness, nil
}

// same is the one line that has the very words of a path; -1 if there is none, or
// several. No other line can be as good, so that nearly all labels of nearly all
// files are compared with one of the form's.
func (m *Matcher) same(path []Element, inners []Label, l *Lines) int {
	found := -1
	for i, inner := range inners {
		if i > 0 && inner.Text == inners[i-1].Text {
			continue
		}
		for _, at := range l.ends[inner.Text] {
			if at != found && m.likeLine(path, inners, &l.All[at], l.known) == Same {
				if found >= 0 {
					return -1
				}
				found = at
			}
		}
	}
	return found
}

// mostMerged is how many cells one label of the form may be spread over: 商业 |
// 企业 in two rows, 1. | 属于国家秘密 in two columns.
const mostMerged = 3

// likeLine compares a path of the file with one of the form. The innermost
// labels must be alike; those further out must not contradict. inners are the
// last one, two and three labels of the path.
func (m *Matcher) likeLine(file []Element, inners []Label, l *Line, known map[string]bool) int {
	best, form := 0, l.Path
	for i, inner := range inners {
		outer := file[:len(file)-i-1]
		for from := len(form) - 1; from >= 0; from-- {
			// A label of the file may also hold several of the form: （三）不予公开1.属于国家秘密.
			likeness := m.Like(inner, l.Ends[from])
			if from < len(form)-1 && likeness < Same {
				likeness = 0
			}
			if likeness == 0 {
				continue
			}
			best = max(best, likeness-m.contradiction(outer, form[:from], known))
		}
	}
	if best < near-margin {
		return 0
	}
	return best
}

// unknown is what a label further out costs that is none of the form's. Three
// of them in front of a name are a row of heads.
const Unknown = 120

// contradiction is what the outer labels take from a likeness.
func (m *Matcher) contradiction(file []Element, form []Label, known map[string]bool) int {
	level, taken := len(form)-1, 0
	for i := len(file) - 1; i >= 0; i-- {
		at := level
		for at >= 0 && m.Like(file[i].Label, form[at]) < near {
			at--
		}
		switch {
		case at >= 0:
			level = at - 1
		case file[i].Inherited:
			taken += 10
		case known[file[i].String()]:
			return Same // it stands below another label of the form
		default:
			taken += Unknown
		}
	}
	return taken
}

// Merge is one label of several cells.
func Merge(path []Element) Label {
	if len(path) == 1 {
		return path[0].Label
	}
	words := make([]rune, 0, 2*longestLabel)
	for _, e := range path {
		words = append(words, e.Words...)
	}
	return New(path[0].Numeral, words)
}

// Group reports whether a path ends in a label that names several lines.
func (m *Matcher) Group(path []Element, l *Lines) bool {
	if len(path) == 0 {
		return false
	}
	last := path[len(path)-1].Label
	if l.Groups[last.String()] {
		return true
	}
	for i := range l.All {
		for _, outer := range l.All[i].Path[:len(l.All[i].Path)-1] {
			if m.Like(last, outer) >= part {
				return true
			}
		}
	}
	return false
}

// Exact reports whether the words are the form's, not only like them.
func Exact(likeness int) bool { return likeness > Same-margin/2 }
