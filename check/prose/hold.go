package prose

import "nianbao/templates"

// leave notes a number that is not held.
func (w *reader) leave(n numeral, reason string) {
	w.left++
	w.leftUnit = n.unit
	m := Mention{Text: n.text, Reason: reason, number: n}
	if len(n.digits) >= nearLength {
		m.Near = w.near(n, reason)
	}
	if !w.heldOnly || m.Near != nil {
		w.add(m)
	}
}

// hold compares a number with everything that it may mean.
func (w *reader) hold(n numeral, text string, matches []match) {
	m := Mention{Text: text, number: n, amount: n.amount()}
	for _, match := range matches {
		for _, quantity := range match.reading.Means {
			meaning, ok := w.meaning(quantity)
			if !ok {
				continue
			}
			m.Means = append(m.Means, meaning)
			m.Agrees = m.Agrees || m.Holds(meaning)
		}
	}
	if len(m.Means) == 0 {
		m.Reason = reasonBlank
	}
	w.add(m)
}

func (w *reader) add(m Mention) {
	m.Section, m.Sentence, m.Line = w.section, w.sentence, w.r.Line(w.section)
	w.found = append(w.found, m)
}

// meaning is a quantity with what it comes to in the report; false where one of
// its cells has no number.
func (w *reader) meaning(quantity templates.Quantity) (Meaning, bool) {
	sum, ok := w.r.Sum(quantity.Leaves)
	if !ok {
		return Meaning{}, false
	}
	meaning := Meaning{Quantity: quantity, Value: sum.Value}
	if len(quantity.Leaves) == 1 {
		meaning.Shown = w.r.Numbers[quantity.Leaves[0].Path].Text
	} else {
		meaning.Shown = sum.Value.String()
	}
	if quantity.Leaves[0].Kind == templates.Amount {
		meaning.Shown += " 万元"
	}
	return meaning, true
}
