package sheet

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nianbao/manuscript/workbook"
)

// Mark is what a workbook of lists says of itself: its kind, and a digest of all
// that people are not to write in.
func Mark(kind string, lists []List) string {
	var rows []string
	for i, l := range lists {
		for _, row := range l.Rows {
			texts := make([]string, len(row))
			for j, c := range row {
				texts[j] = c.shown()
			}
			rows = append(rows, fixed(i, l.Columns, texts))
		}
	}
	return marked(kind, rows)
}

func marked(kind string, rows []string) string {
	rows = slices.DeleteFunc(rows, func(row string) bool { return row == "" })
	slices.Sort(rows) // people sort lists
	return fmt.Sprintf("nianbao %s %x", kind, sha256.Sum256([]byte(strings.Join(rows, "\x00"))))[:len("nianbao ")+len(kind)+33]
}

// fixed is a row without what people write in it.
func fixed(list int, columns []Column, texts []string) string {
	row := strconv.Itoa(list)
	for i, c := range columns {
		row += "\x01"
		if !c.Typed && i < len(texts) {
			row += plain(texts[i])
		}
	}
	return row
}

// plain is a text without blanks: programs keep their number, but not always their kind.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// shown is a cell as our reader gives it back.
func (c Cell) shown() string {
	if f, err := strconv.ParseFloat(c.Text, 64); c.Number && err == nil {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return clean(c.Text)
}

// A Kept is a workbook of lists that was written before, and perhaps written in.
type Kept struct {
	Lists  [][]map[string]string // the rows, by the heads of the columns
	Edited bool                  // more was changed than what people were to write in
	Title  string                // of the first list
}

// Read reads a workbook that holds lists of these columns. Its error is a sentence
// without a full stop; ok is false for another workbook.
func Read(file []byte, kind string, lists []List) (k Kept, ok bool, err error) {
	book, err := workbook.ReadBook(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return k, false, err
	}
	k.Edited = len(book.Sheets) != len(lists)
	var rows []string
	for i, l := range lists {
		k.Lists = append(k.Lists, nil)
		if i >= len(book.Sheets) {
			continue
		}
		all := book.Sheets[i].Rows
		columns, body := headed(all, l.Columns)
		if columns == nil && i == 0 {
			return k, false, nil
		}
		if i == 0 {
			k.Title = all[0].At(0)
		}
		for _, row := range body {
			texts, byHead := make([]string, len(columns)), map[string]string{}
			for j, at := range columns {
				texts[j] = row.At(at)
				byHead[l.Columns[j].Head] = texts[j]
			}
			for at := range row.Cells {
				k.Edited = k.Edited || row.At(at) != "" && !slices.Contains(columns, at)
			}
			rows = append(rows, fixed(i, l.Columns, texts))
			k.Lists[i] = append(k.Lists[i], byHead)
		}
	}
	k.Edited = k.Edited || marked(kind, rows) != book.Description
	return k, true, nil
}

// headed finds the row of the heads, and where each column is; what stands above
// is the title.
func headed(rows []workbook.Row, columns []Column) (at []int, body []workbook.Row) {
	for i, row := range rows[:min(len(rows), 10)] {
		at = nil
		for _, c := range columns {
			at = append(at, slices.Index(row.Cells, c.Head))
		}
		if !slices.Contains(at, -1) {
			return at, rows[i+1:]
		}
	}
	return nil, nil
}

// Edited reports whether a file is none of these lists, or more was changed in it
// than what people were to write in.
func Edited(file []byte, kind string, lists []List) bool {
	k, ok, err := Read(file, kind, lists)
	return err != nil || !ok || k.Edited
}
