package style

import "nianbao/document"

// The page of GB/T 9704-2012, 5.1 and 5.2: A4, 37 mm above and 28 mm left of
// the text, 26 mm right and 35 mm below it. Its lines and their characters are
// counted in package document.
const (
	PageWidth    = 11906 * Twip
	PageHeight   = 16838 * Twip
	MarginTop    = 2098 * Twip
	MarginBottom = 1984 * Twip
	MarginLeft   = 1587 * Twip
	MarginRight  = 1474 * Twip
	TextWidth    = PageWidth - MarginLeft - MarginRight
	TextHeight   = PageHeight - MarginTop - MarginBottom

	// Pitch is the height of a line: 579 twips, of which 22 fill the page.
	Pitch = TextHeight / document.LinesOfPage / Twip * Twip

	// Tracking is added to every character of 三号 type, so that 28 of them
	// fill a line of 156 mm: 28 × (16 − 0.25) pt = 441 pt of 442.25 pt.
	Tracking = -5 * Twip

	// Indent is two characters before a paragraph's first line.
	Indent = 640 * Twip

	// FooterDistance, from the page's lower edge to the foot of the page
	// number's line, puts its dashes 7 mm below the text (7.5).
	FooterDistance = 1387 * Twip
	FooterLine     = 400 * Twip
	FooterInset    = 280 * Twip // one character of 四号 in from the outer edge

	// HeaderDistance, from the page's upper edge to the draft's mark.
	HeaderDistance = 1134 * Twip
	HeaderLine     = Pitch
)
