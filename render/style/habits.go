package style

// Habits are what office programs do each in its own way, where a file has no say.
type Habits struct {
	// Gap is the automatic space between a Chinese character and a Latin letter or
	// digit beside it, in thousandths of an em. It is never typed, and none stands at
	// a line's end.
	Gap int
	// Hanging: a mark that finds no room at a line's end stands in the margin.
	Hanging bool
	// TrackingEnds: letter spacing is not added to the last letter before another script.
	TrackingEnds bool
	// LatinBreaks: Latin text breaks wherever UAX #14 has it, behind the slashes of a web
	// address too, and not behind spaces and hyphens alone.
	LatinBreaks bool
}

var (
	// Word is how Word and WPS set a page, and so how the files are laid out: a quarter
	// of an em where autoSpaceDE and autoSpaceDN hold (ISO/IEC 29500-1, 17.3.1.2 and
	// 17.3.1.3, do not say how much; exports of Word measure so), nothing in the margin
	// where overflowPunct is off (17.3.1.21), spacing after every letter (17.3.2.35).
	Word = Habits{Gap: 250}

	// LibreOffice is how LibreOffice 7.4 sets the same file: a fifth of an em, and
	// overflowPunct read upside down. It is there to be compared with.
	LibreOffice = Habits{Gap: 200, Hanging: true, TrackingEnds: true, LatinBreaks: true}
)

// AutoSpace is the automatic space between two characters; latin tells which of
// them are set in the Latin face.
func (h Habits) AutoSpace(before, after rune, latinBefore, latinAfter bool, size Length) Length {
	if latinBefore == latinAfter || !wordly(before) || !wordly(after) {
		return 0
	}
	return size * Length(h.Gap) / 1000
}
