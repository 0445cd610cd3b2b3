package source

import (
	"fmt"
	"io"
	"os"
	"strings"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/manuscript"
)

// Claims are the files of a batch by whose report they are. The data, the Word file
// that was made of it and its copies in other folders are one report; files of one
// agency and year that print differently are a question to people.
type Claims struct {
	same  map[string]string // a file → the best source of what it prints
	other map[string]string // a file → one of the same agency and year that prints otherwise
}

// Same is the file that is worked on in the place of one that prints the same; "": it
// is worked on itself.
func (c *Claims) Same(file string) string { return c.same[file] }

// Rival asks which of two files is the report; nil: there is no other.
func (c *Claims) Rival(file string) error {
	other := c.other[file]
	if other == "" {
		return nil
	}
	return Differ(other, file)
}

// Differ says that a file and another are both an agency's report of one year, and
// print differently.
func Differ(other, file string) error {
	return fmt.Errorf("与“%s”是同一机关同一年的报告，内容不同，用哪一份？请只留一份再运行（哪里不同：nianbao diff %s %s）", Name(other), Quoted(other), Quoted(file))
}

// Claims looks at what the files print, before anything is made of them. What takes
// an office program to read is left for later, since it would be converted twice, and
// so is what can be read but once. fill says what blank cells stand for, and step is
// called after every file.
func (b *Batch) Claims(stdin io.Reader, stop <-chan struct{}, step func(), fill func(*Source)) *Claims {
	c := &Claims{same: map[string]string{}, other: map[string]string{}}
	if len(b.Files) < 2 {
		return c
	}
	type claim struct {
		file, of string
		digest   filing.Digest
	}
	var claims []claim
	best := map[claim]string{} // the file of an agency, year and digest
	InOrderUntil(len(b.Files), stop, func(i int) (found claim) {
		file := b.Files[i]
		if k := manuscript.ByName(file); readOnce(file) || k != nil && k.Convertible {
			return found
		}
		s, err := b.Read(file, stdin)
		if err != nil {
			return found
		}
		fill(&s)
		r := s.Report
		if r.Template == nil || r.Broken || strings.TrimSpace(r.Agency) == "" || r.Year == 0 {
			return found
		}
		_ = Guarded(file, func() { // who works on the file says what went wrong
			d := document.Fill(r, document.Options{})
			found = claim{file, d.Agency + d.Heading, filing.DigestOf(d)}
		})
		return found
	}, func(_ int, found claim) {
		step()
		if found.file == "" {
			return
		}
		claims = append(claims, found)
		print := claim{of: found.of, digest: found.digest}
		if known, ok := best[print]; !ok || manuscript.Rank(found.file) < manuscript.Rank(known) {
			best[print] = found.file
		}
	})
	prints := map[string][]claim{} // of an agency and year, in the order of the files
	for _, found := range claims {
		if file := best[claim{of: found.of, digest: found.digest}]; file == found.file {
			prints[found.of] = append(prints[found.of], found)
		} else {
			c.same[found.file] = file
		}
	}
	for _, of := range prints {
		for i := range of {
			if len(of) > 1 {
				c.other[of[i].file] = of[(i+1)%len(of)].file
			}
		}
	}
	return c
}

// readOnce: standard input, and the pipes of a shell, <(...), are empty afterwards.
func readOnce(file string) bool {
	if file == StandardInput {
		return true
	}
	info, err := os.Stat(file)
	return err == nil && !info.Mode().IsRegular()
}
