package report

// Verdict is what became of a mention, for people.
func (m Mention) Verdict() string {
	if m.Reason != "" {
		return "没有核对：" + m.Reason
	}
	for _, meaning := range m.Means {
		if m.Agrees && m.holds(meaning) {
			return "相符：" + meaning.Name() + " " + meaning.Shown
		}
	}
	return "不符：" + m.Means[0].Name() + " " + m.Means[0].Shown
}
