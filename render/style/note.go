package style

import "strings"

// A Piece of a label is set in one face.
type Piece struct {
	Text string
	Note bool
}

// NoteRole is the face of a remark within a label (the national form: 楷体).
const NoteRole = Kai

// Pieces cuts a label before and behind a remark: brackets that hold a sentence,
// as （区分处理的，只计这一情形，不计其他情形） does and （一） does not.
func Pieces(label string) []Piece {
	from := strings.LastIndex(label, "（")
	if from < 0 || !strings.HasSuffix(label, "）") || !strings.Contains(label[from:], "，") {
		return []Piece{{Text: label}}
	}
	if from == 0 {
		return []Piece{{Text: label, Note: true}}
	}
	return []Piece{{Text: label[:from]}, {Text: label[from:], Note: true}}
}
