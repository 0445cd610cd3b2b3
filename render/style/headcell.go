package style

import "nianbao/document"

// CellInsets is the air inside a cell beside CellSide, left and right. Text that
// begins at a rule keeps away from it, and sentences from the one they run towards. A label in the middle of its cell that
// takes several lines and cannot break where its sense does (CellLines) is given room
// for even ones.
func CellInsets(cell document.Cell, room, size Length) (left, right Length) {
	if cell.Align == document.Left {
		if cell.Kind == document.Words {
			return CellInset, CellInset
		}
		return CellInset, 0
	}
	if !isLabel(cell) || CellLines(cell, room, size) != nil {
		return 0, 0
	}
	text := []rune(cell.Text)
	lines := lineCount(text, int(room*1000/size))
	if lines < 2 {
		return 0, 0
	}
	per := (len(text) + lines - 1) / lines
	narrow := Length(per)*size + size/2
	if narrow >= room || lineCount(text, int(narrow*1000/size)) != lines {
		return 0, 0
	}
	inset := (room - narrow) / 2 / Twip * Twip
	return inset, inset
}

// CellLines are the lines of a label that stands in the middle of its cell, where it
// takes several and breaks as its sense does; nil: it breaks as it falls.
func CellLines(cell document.Cell, room, size Length) []string {
	if !isLabel(cell) || cell.Align == document.Left {
		return nil
	}
	return LabelLines(cell.Text, room, size)
}

func isLabel(cell document.Cell) bool {
	return cell.Kind == document.ColumnHead || cell.Kind == document.RowLabel || cell.Kind == document.Words
}

// lineCount is how many lines a label takes in a room of so many thousandths of an em.
func lineCount(text []rune, room int) int {
	lines := 1
	for start, i, used := 0, 0, 0; i < len(text); i++ {
		used += Advance(text[i])
		if used <= room || i == start {
			continue
		}
		end := i
		for end > start+1 && !canBreak(text[end-1], text[end]) {
			end--
		}
		lines++
		start, i, used = end, end-1, 0
	}
	return lines
}
