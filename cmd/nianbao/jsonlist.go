package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"

	project "nianbao"
	"nianbao/document"
	"nianbao/filing/folder"
	"nianbao/report"
)

// A jsonList is what a command prints of many files for programs, each file's
// part as soon as it is known: {"version": …, "files": [ … ], …}.
type jsonList struct {
	out *bufio.Writer
	n   int
}

func (l *jsonList) add(value any) {
	if l.n == 0 {
		fmt.Fprintf(l.out, "{\n  \"version\": %s,\n  \"files\": [\n    ", indented(project.Revision(), ""))
	} else {
		l.out.WriteString(",\n    ")
	}
	l.n++
	l.out.Write(indented(value, "    "))
}

// end closes the list with what there is to say of the call as a whole.
func (l *jsonList) end(r rest) {
	if l.n == 0 {
		fmt.Fprintf(l.out, "{\n  \"version\": %s,\n  \"files\": [", indented(project.Revision(), ""))
	}
	r.Skipped = append([]folder.Skipped{}, r.Skipped...)
	r.Notes = append([]string{}, r.Notes...)
	fmt.Fprintf(l.out, "\n  ],%s\n", indented(r, "")[1:])
}

// The rest is what is said beside the files of a call.
type rest struct {
	Skipped []folder.Skipped `json:"skipped"` // what in folders is no document
	Prints  int              `json:"prints"`  // PDFs and pages that were not read, a report of the same name being beside them
	Data    int              `json:"data,omitempty"`
	Notes   []string         `json:"notes"` // Chinese sentences
}

// indented is a value as people can read it too. It may hold any text, and
// nothing in it is escaped for HTML. What it is written to says later whether
// that succeeded.
func indented(value any, prefix string) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(prefix, "  ")
	if err := encoder.Encode(value); err != nil {
		panic(err) // all that is printed is of our own types
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

// An identity is whose report of which year a file holds.
type identity struct {
	Agency  string `json:"agency"`
	Year    int    `json:"year"` // 0: unknown
	Title   string `json:"title"`
	Edition string `json:"edition"`
}

func identify(r *report.Report) identity {
	id := identity{Agency: r.Agency, Year: r.Year, Edition: r.Edition}
	if r.Template != nil {
		id.Title = document.Fill(r, document.Options{}).Title()
	}
	return id
}
