package style

import "strings"

// GB/T 15834-2011, 5.1: the marks that begin no line, and those that end none.
// The dash and the ellipsis are two characters long and never split; as neither
// half may begin a line, the mark as a whole does not either.
const (
	neverFirst = "。，、；：？！”’）〕】》〉」』］｝…—–-～·•%％‰℃°′″.,:;?!)]}﹚﹜﹞"
	neverLast  = "“‘（〔【《〈「『［｛([{﹙﹛﹝￥$"
)

// hanging are the marks that may stand in the margin when a line has no room
// left for them (5.1.8: a mark at a line's end may be pushed out or squeezed).
const hanging = "。，、；：？！"

// MayHang reports whether r may stand beyond a line's end.
func MayHang(r rune) bool { return strings.ContainsRune(hanging, r) }

// NeverFirst reports whether r may not begin a line.
func NeverFirst(r rune) bool { return strings.ContainsRune(neverFirst, r) }

// NeverLast reports whether r may not end a line.
func NeverLast(r rune) bool { return strings.ContainsRune(neverLast, r) }

// ForbiddenMarks are both sets as a word processor wants them.
func ForbiddenMarks() (first, last string) { return neverFirst, neverLast }
