package prose

import (
	"strings"

	"nianbao/templates"
)

// nearLength is how many digits a number needs for a likeness to say anything.
const nearLength = 3

// near is the quantity that a number which was not held may have been meant for:
// its words stand in the sentence, and one digit is another, or two are exchanged.
func (w *reader) near(n numeral, reason string) *Meaning {
	if len(n.digits) < nearLength || n.exponent != 0 || n.more || !isDigits(n.digits) || n.unit == "" || !w.named || !isLeftOver(reason) {
		return nil
	}
	var found *standing
	for i, s := range w.allStanding() {
		if len(s.digits) != len(n.digits) || s.digits != n.digits && !oneSlip(s.digits, n.digits) || !s.reading.Topic.Counts(n.unit) || !standsIn(s.reading, w.sentence) {
			continue
		}
		if s.digits == n.digits || saysNumber(w.sentence, s.digits) {
			return nil // the sentence says the cell's number, and this one beside it
		}
		if found == nil {
			found = &w.standing[i]
		}
	}
	if found == nil {
		return nil
	}
	meaning, _ := w.meaning(*found.quantity)
	return &meaning
}

// saysNumber: a number stands in a sentence.
func saysNumber(sentence, digits string) bool {
	for at := 0; ; {
		i := strings.Index(sentence[at:], digits)
		if i < 0 {
			return false
		}
		from, to := at+i, at+i+len(digits)
		if (from == 0 || !isDigit(sentence[from-1])) && (to == len(sentence) || !isDigit(sentence[to])) {
			return true
		}
		at = to
	}
}

// isLeftOver: the number was left alone because something was not understood, and
// not because it was understood to be another thing.
func isLeftOver(reason string) bool {
	return strings.HasPrefix(reason, "“") || reason == reasonPhrase || reason == reasonTopic || reason == reasonOther
}

func (w *reader) allStanding() []standing {
	if w.standing != nil {
		return w.standing
	}
	w.standing = []standing{}
	for i := range w.r.Template.Topics {
		for _, reading := range w.r.Template.Topics[i].Readings() {
			for j := range reading.Means {
				quantity := &reading.Means[j]
				if quantity.Leaves[0].Kind == templates.Amount || !w.mayBeLong(quantity.Leaves) {
					continue
				}
				if sum, ok := w.r.Sum(quantity.Leaves); ok {
					if digits := sum.Value.String(); len(digits) >= nearLength {
						w.standing = append(w.standing, standing{reading, quantity, digits})
					}
				}
			}
		}
	}
	return w.standing
}

// mayBeLong: a sum may have as many digits as a likeness needs. Most numbers of a
// report are far too small.
func (w *reader) mayBeLong(leaves []templates.Leaf) bool {
	total := 0 // more than the sum can be
	for _, leaf := range leaves {
		switch n := len(w.r.Numbers[leaf.Path].Text); {
		case n >= nearLength:
			return true
		case n == 2:
			total += 100
		case n == 1:
			total += 10
		}
	}
	return total > 100
}

// oneSlip: two numbers of one length differ by one digit, or by two that are exchanged.
func oneSlip(a, b string) bool {
	var at [2]int
	n := 0
	for i := range len(a) {
		if a[i] == b[i] {
			continue
		}
		if n == len(at) {
			return false
		}
		at[n] = i
		n++
	}
	return n == 1 || n == 2 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]]
}

// standsIn: all the words of one of a reading's patterns stand in a text.
func standsIn(reading *templates.Reading, text string) bool {
	for _, p := range reading.Say {
		all := true
		for _, places := range [][][]string{p.Before, p.After} {
			for _, words := range places {
				all = all && HasAny(text, words)
			}
		}
		if all {
			return true
		}
	}
	return false
}
