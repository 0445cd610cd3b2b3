package collecting

import (
	"nianbao/collecting/roster"
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

// Explained is how many of the lines say something, and how many of these are of nobody
// whom the roster has.
func (a *Answers) Explained(r *roster.Roster) (said, strange int) {
	for _, e := range a.Entries {
		if !e.typed() {
			continue
		}
		said++
		if _, _, ok := r.Find(e.Unit); !ok {
			strange++
		}
	}
	return said, strange
}

// settle writes the units' names as the roster has them; a list without any is of
// the unit in its file's name.
func (a *Answers) settle(r *roster.Roster, path string) {
	for i := range a.Entries {
		e := &a.Entries[i]
		unit, _, ok := r.Find(e.Unit)
		if !ok && e.Unit == "" {
			unit, ok = r.InFile(path)
		}
		if ok {
			e.Unit = r.Units[unit].Name
		}
	}
}

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
