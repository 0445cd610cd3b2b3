package word

import (
	"errors"

	"nianbao/manuscript/ooxml"
)

// maxCustomParts is how many parts of data are looked into for the marks.
const maxCustomParts = 50

// marks are what the program put into the file, as the text of the one element
// of a part; nil: nothing. A part of others that cannot be
// read is no harm.
func marksOf(p *ooxml.Package, parts []string) ([]byte, error) {
	for _, part := range parts[:min(len(parts), maxCustomParts)] {
		var marks []byte
		err := p.Read(part, func(x *ooxml.Scanner) {
			if x.Root() == "report:report" {
				marks = []byte(x.Text(maxMarks))
			}
		})
		switch {
		case errors.Is(err, ooxml.ErrUnpacked):
			return nil, err
		case err == nil && len(marks) > 0:
			return marks, nil
		}
	}
	return nil, nil
}
