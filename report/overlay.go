package report

import "maps"

// Overlay is the report with what a file shows of it in place of its own: the
// file was edited after it was written. What no file shows (contact, blank_as …)
// stays; a number that the file leaves blank is blank.
func (r *Report) Overlay(shown *Report) *Report {
	n := *r
	n.Numbers, n.Prose = maps.Clone(r.Numbers), maps.Clone(r.Prose)
	cleared := false
	for _, d := range Differences(r, shown) {
		switch d.Kind {
		case DiffersInHead:
			n.Agency, n.Year, n.Signatory, n.Date = shown.Agency, shown.Year, shown.Signatory, shown.Date
		case DiffersInProse:
			n.overlayProse(shown, d.Path)
		case DiffersInNumber:
			cleared = !n.overlayNumber(shown, d.Path) || cleared
		}
	}
	if cleared {
		n.spellOutBlanks()
	}
	out, _ := Decode(n.Encode())
	// A total that was left to the program prints as it was when the numbers
	// below it are edited.
	stale := false
	for _, leaf := range r.Template.Leaves() {
		now, then := out.Numbers[leaf.Path], shown.Numbers[leaf.Path]
		if leaf.Total && then.Origin == Given && now.Text != then.Text {
			n.overlayNumber(shown, leaf.Path)
			stale = true
		}
	}
	if stale {
		out, _ = Decode(n.Encode())
	}
	for path := range shown.doubtful {
		out.Doubt(path)
	}
	return out
}

func (r *Report) overlayProse(shown *Report, key string) {
	if prose, ok := shown.Prose[key]; ok {
		r.Prose[key] = prose
	} else {
		delete(r.Prose, key)
	}
}

// overlayNumber takes one number over; false where the file has none.
func (r *Report) overlayNumber(shown *Report, path string) bool {
	number, ok := shown.Numbers[path]
	if ok {
		r.Numbers[path] = number
	} else {
		delete(r.Numbers, path)
	}
	return ok
}

// spellOutBlanks writes the zeros that blank_as stands for, so that a number
// which was taken out stays out.
func (r *Report) spellOutBlanks() {
	r.BlankAs = ""
	for path, number := range r.Numbers {
		if number.Origin == Filled {
			number.Origin = Given
			r.Numbers[path] = number
		}
	}
}
