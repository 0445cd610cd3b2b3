package report

// Uncovered are the cells that no check reads: they stand in no sum and no
// sentence of the prose speaks of them. last may be nil.
func Uncovered(r, last *Report) []string {
	if r.Template == nil {
		return nil
	}
	covered := map[string]bool{}
	for _, e := range r.Template.Equations() {
		for _, leaf := range e.Left {
			covered[leaf.Path] = true
		}
		for _, leaf := range e.Right {
			covered[leaf.Path] = true
		}
	}
	for _, m := range r.Mentions() {
		for _, meaning := range m.Means {
			for _, leaf := range meaning.Leaves {
				covered[leaf.Path] = true
			}
		}
	}
	var places []string
	for _, leaf := range r.Template.Leaves() {
		if covered[leaf.Path] {
			continue
		}
		if last != nil {
			if _, both := last.Numbers[leaf.Path]; both {
				continue
			}
		}
		places = append(places, leaf.Place)
	}
	return places
}

// Verdict is what became of a mention, for people.
func (m Mention) Verdict() string {
	if m.Reason != "" {
		return "没有核对：" + m.Reason
	}
	for _, meaning := range m.Means {
		if m.Agrees && m.holds(meaning) {
			return "相符：" + meaning.Name + " " + meaning.Shown
		}
	}
	return "不符：" + m.Means[0].Name + " " + m.Means[0].Shown
}
