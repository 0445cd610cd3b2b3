package compare

import (
	"maps"

	"nianbao/report"
	"nianbao/report/jsonfile"
)

// Overlay is the report with what a file shows of it in place of its own: the
// file was edited after it was written. What no file shows (contact, blank_as …)
// stays; a number that the file leaves blank is blank.
func Overlay(r, shown *report.Report) *report.Report {
	n := *r
	n.Numbers, n.Prose = maps.Clone(r.Numbers), maps.Clone(r.Prose)
	cleared := false
	for _, d := range Differences(r, shown) {
		switch d.Kind {
		case DiffersInHead:
			n.Agency, n.Year, n.Signatory, n.Date = shown.Agency, shown.Year, shown.Signatory, shown.Date
		case DiffersInProse:
			overlayProse(&n, shown, d.Path)
		case DiffersInNumber:
			cleared = !overlayNumber(&n, shown, d.Path) || cleared
		}
	}
	if cleared {
		spellOutBlanks(&n)
	}
	out, _ := jsonfile.Decode(jsonfile.Encode(&n))
	// A total that was left to the program prints as it was when the numbers
	// below it are edited.
	stale := false
	for _, leaf := range r.Template.Leaves() {
		now, then := out.Numbers[leaf.Path], shown.Numbers[leaf.Path]
		if leaf.Total && then.Origin == report.Given && now.Text != then.Text {
			overlayNumber(&n, shown, leaf.Path)
			stale = true
		}
	}
	if stale {
		out, _ = jsonfile.Decode(jsonfile.Encode(&n))
	}
	for _, path := range shown.Doubts() {
		out.Doubt(path)
	}
	return out
}

func overlayProse(r, shown *report.Report, key string) {
	if prose, ok := shown.Prose[key]; ok {
		r.Prose[key] = prose
	} else {
		delete(r.Prose, key)
	}
}

// overlayNumber takes one number over; false where the file has none.
func overlayNumber(r, shown *report.Report, path string) bool {
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
func spellOutBlanks(r *report.Report) {
	r.BlankAs = ""
	for path, number := range r.Numbers {
		if number.Origin == report.Filled {
			number.Origin = report.Given
			r.Numbers[path] = number
		}
	}
}
