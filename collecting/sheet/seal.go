package sheet

import (
	"bytes"
	"strings"

	"nianbao/manuscript/workbook"
)

// Sealed is the description of a workbook in which nobody is to write: of its kind,
// with a digest of all cells.
func Sealed(kind string, sheets []Sheet) string {
	var rows []string
	for _, s := range sheets {
		for _, row := range s.Rows {
			texts := make([]string, len(row.Cells))
			for i, c := range row.Cells {
				texts[i] = c.shown()
			}
			rows = append(rows, whole(s.Name, texts))
		}
	}
	return marked(kind, rows)
}

// Broken reports whether a workbook is not as Sealed describes it, whatever
// program has saved it since.
func Broken(file []byte, kind string) bool {
	book, err := workbook.ReadBook(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return true
	}
	var rows []string
	for _, s := range book.Sheets {
		for _, row := range s.Rows {
			rows = append(rows, whole(s.Name, row.Cells))
		}
	}
	return marked(kind, rows) != book.Description
}

// whole is a row as the digest takes it; one in which nothing stands is "".
func whole(sheet string, texts []string) string {
	row := ""
	for i, text := range texts {
		if text = plain(text); text != "" {
			row += strings.Repeat("\x01", i) + text + "\x02"
		}
	}
	if row != "" {
		row = sheet + "\x03" + row
	}
	return row
}
