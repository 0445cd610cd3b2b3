package sheet

import "github.com/xuri/excelize/v2"

// Sizes of type, in points.
const (
	textSize  = 10
	titleSize = 16
)

// grounds of the tones: they stay apart in grey.
var grounds = [...]string{NoTone: "", Red: "F4B6B6", Yellow: "FFF2B3", Green: "E2F0D9", Grey: "E7E6E6"}

// style is the number of a style in the file, made when it is first used.
func (w *writer) style(s Style) int {
	if id, ok := w.styles[s]; ok {
		return id
	}
	e := &excelize.Style{
		Font:      &excelize.Font{Family: "宋体", Size: textSize},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"},
	}
	if !s.Wide {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			e.Border = append(e.Border, excelize.Border{Type: side, Color: "808080", Style: 1})
		}
	}
	if s.Left {
		e.Alignment.Horizontal = "left"
	}
	switch s.Kind {
	case Head:
		e.Font.Family, e.Font.Bold = "黑体", true
		e.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E2F3"}}
	case Title:
		e.Font.Family, e.Font.Bold, e.Font.Size = "黑体", true, titleSize
	}
	if ground := grounds[s.Tone]; ground != "" {
		e.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{ground}}
	}
	id, err := w.file.NewStyle(e)
	w.do(err)
	w.styles[s] = id
	return id
}
