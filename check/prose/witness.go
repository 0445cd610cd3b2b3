package prose

import "github.com/shopspring/decimal"

// doubt keeps the whole for its parts to speak for it.
func (w *reader) doubt(n numeral, matches []match, reason string) {
	if isLeftOver(reason) && matches[0].reading.Whole && !w.path.parted {
		w.path.doubtful = &doubtful{n: n, matches: matches}
		w.path.partsSeen, w.path.partsSum = 0, decimal.Zero
	}
}

// leastWitness is how large a number must be for its being a cell's to bear
// witness: small ones are so by chance.
var leastWitness = decimal.NewFromInt(10)

// isCell: the number is that of its cell, so that what stands below it is of the
// whole that the cell counts, whatever the word that was not understood.
func (w *reader) isCell(n numeral, matches []match) bool {
	value := n.amount()
	if value.value.LessThan(leastWitness) {
		return false
	}
	for _, m := range matches {
		for _, quantity := range m.reading.Means {
			if meaning, ok := w.meaning(quantity); ok && value.agrees(meaning.Value) {
				return true
			}
		}
	}
	return false
}

// part adds up the parts that 其中 names of the number before it.
func (w *reader) part(n numeral) {
	if w.path.parted {
		w.path.partsSeen++
		w.path.partsSum = w.path.partsSum.Add(n.amount().value)
	}
}

// witness holds a doubtful whole whose parts add up to its cell: the cell is the
// one that is spoken of.
func (w *reader) witness() {
	d := w.path.doubtful
	if d == nil || w.path.partsSeen < 2 {
		return
	}
	w.path.doubtful = nil
	for _, m := range d.matches {
		for _, quantity := range m.reading.Means {
			meaning, ok := w.meaning(quantity)
			if ok && meaning.Value.IsPositive() && meaning.Value.Equal(w.path.partsSum) {
				w.hold(d.n, d.n.text, []match{{reading: m.reading}})
				return
			}
		}
	}
}
