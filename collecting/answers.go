package collecting

import (
	"nianbao/collecting/sheet"
	"nianbao/filing/disk"
	"nianbao/manuscript"
)

// Answers are the lines of a list of faults that a unit filled in and sent back.
type Answers struct{ Entries []Entry }

// The kinds of workbook that a collection writes. Where one comes back it is known by
// its heads, for some office programs drop what a file says of itself.
const (
	kindStates = "collected"
	kindFaults = "faults"
)

// readAnswers reads a list of faults; nil: the file is none.
func readAnswers(path string) *Answers {
	if manuscript.ByName(path) != manuscript.Workbook {
		return nil
	}
	content, err := disk.Read(path, mostAnswer)
	if err != nil {
		return nil
	}
	kept, ok, err := sheet.Read(content, kindFaults, []sheet.List{{Columns: entryColumns}})
	if err != nil || !ok {
		if _, ok, err := sheet.Read(content, kindStates, []sheet.List{{Columns: stateColumns}}); err == nil && ok {
			return &Answers{} // an overview of an earlier collection
		}
		return nil
	}
	a := &Answers{}
	for _, row := range kept.Lists[0] {
		a.Entries = append(a.Entries, entryOf(row))
	}
	return a
}
