package word

import (
	"errors"

	"nianbao/manuscript/word/markup"
)

// maxCustomParts is how many parts of data are looked into for the report's.
const maxCustomParts = 50

// reportData is the report's JSON that the program put into the file, as the
// text of the one element of a part; nil: none. A part of others that cannot be
// read is no harm.
func (p *pack) reportData(parts []string) ([]byte, error) {
	for _, part := range parts[:min(len(parts), maxCustomParts)] {
		var data []byte
		err := p.read(part, func(x *markup.Scanner) {
			if x.Root() == "report:report" {
				data = []byte(x.Text(maxData))
			}
		})
		switch {
		case errors.Is(err, errUnpacked):
			return nil, err
		case err == nil && len(data) > 0:
			return data, nil
		}
	}
	return nil, nil
}
