package collecting

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"nianbao/collecting/sheet"
	"nianbao/filing/disk"
)

// How large a list may be, in bytes: one of all units, and one that a unit sends back.
const (
	mostList   = 64 << 20
	mostAnswer = 16 << 20
)

// readKept reads a workbook of an earlier run; nil: there is none. Its error is a
// sentence.
func readKept(path, kind string, columns []sheet.Column) (*sheet.Kept, error) {
	content, err := disk.Read(path, mostList)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("不能读已有的“%s”：%s", path, disk.Reason(err))
	}
	kept, ok, err := sheet.Read(content, kind, []sheet.List{{Columns: columns}})
	if err != nil {
		return nil, fmt.Errorf("已有的“%s”读不了：%w；请先把它改名", path, err)
	}
	if !ok {
		return nil, fmt.Errorf("已有的“%s”不是程序写的那张表，没有覆盖；请先把它改名", path)
	}
	return &kept, nil
}

// chosenIn is what people wrote into the overview's column of files, by unit.
func chosenIn(kept *sheet.Kept) map[string]string {
	out := map[string]string{}
	if kept != nil {
		for _, row := range kept.Lists[0] {
			if row[chosenHead] != "" {
				out[row[unitHead]] = row[chosenHead]
			}
		}
	}
	return out
}

// entriesIn are the lines of a list of faults.
func entriesIn(kept *sheet.Kept) []Entry {
	var out []Entry
	if kept != nil {
		for _, row := range kept.Lists[0] {
			out = append(out, entryOf(row))
		}
	}
	return out
}

// ofUnit: a unit wrote the line of its own accord; ours all have a weight.
func (e Entry) ofUnit() bool { return e.Weight == "" || e.Weight == addition }

func (e Entry) typed() bool {
	return e.Handling != "" || e.Statement != "" || e.Review != "" && !fate(e.Review)
}

// fate reports whether a text is what the program itself says of a review.
func fate(text string) bool {
	return slices.Contains([]string{mended, unmended, appeared, explained}, text)
}

// carry puts what people wrote into the entries that it was written to. What is
// left over comes back.
func carry(entries []Entry, from []Entry) (left []Entry) {
	byKey := map[string][]int{}
	for i, e := range entries {
		byKey[e.key()] = append(byKey[e.key()], i)
	}
	for _, exact := range []bool{true, false} {
		from = slices.DeleteFunc(slices.Clone(from), func(f Entry) bool {
			same := byKey[f.key()]
			at := slices.IndexFunc(same, func(i int) bool {
				return !exact || plainly(entries[i].Problem) == plainly(f.Problem) && plainly(entries[i].Quote) == plainly(f.Quote)
			})
			if at < 0 {
				return false
			}
			entries[same[at]].take(f)
			byKey[f.key()] = slices.Delete(slices.Clone(same), at, at+1)
			return true
		})
	}
	return from
}

// take adds what was written elsewhere to an entry, and loses nothing.
func (e *Entry) take(f Entry) {
	e.Handling = both(e.Handling, f.Handling)
	e.Statement = both(e.Statement, f.Statement)
	if !fate(f.Review) {
		e.Review = both(e.Review, f.Review)
	}
}

func both(a, b string) string {
	switch {
	case strings.Contains(a, b):
		return a
	case strings.Contains(b, a):
		return b
	}
	return a + "\n" + b
}

// plainly is a text without blanks, as office programs may change them.
func plainly(text string) string { return strings.Join(strings.Fields(text), "") }
