package style

import (
	"strings"

	"nianbao/document"
)

// A Piece of a label is set in one face.
type Piece struct {
	Text string
	Note bool
}

// NoteRole is the face of a remark within a label (the national form: 楷体).
const NoteRole = Kai

// CellPieces are the pieces of each line of a cell; room is what is between its sides,
// and size that of its text.
func CellPieces(cell document.Cell, room, size Length) [][]Piece {
	if !isLabel(cell) || cell.Kind == document.Words && cell.Align == document.Left { // a number; a sentence
		return [][]Piece{{{Text: cell.Text}}}
	}
	whole := Pieces(cell.Text)
	lines := CellLines(cell, room, size)
	if lines == nil || len(whole) > 1 || cell.Kind == document.Words { // a remark breaks as a sentence does
		return [][]Piece{whole}
	}
	pieces := make([][]Piece, len(lines))
	for i, line := range lines {
		pieces[i] = []Piece{{Text: line, Note: whole[0].Note}}
	}
	return pieces
}

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
