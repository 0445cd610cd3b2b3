package templates

import (
	"bytes"
	"fmt"
)

// checkFields refuses a JSON object that has one field twice: encoding/json
// would keep the last and drop, say, a part's first list of sums in silence.
// It takes fields that differ in case alone for the same, as encoding/json does.
// The data must be JSON.
func checkFields(data []byte) error {
	var fields [][]byte // so far, of every object that is open
	var open []int      // where those of each object, or array, begin
	for at := 0; at < len(data); at++ {
		switch data[at] {
		case '{', '[':
			open = append(open, len(fields))
		case '}', ']':
			fields, open = fields[:open[len(open)-1]], open[:len(open)-1]
		case '"':
			from := at + 1
			for at = from; data[at] != '"'; at++ {
				if data[at] == '\\' {
					at++
				}
			}
			if after := bytes.TrimLeft(data[at+1:], " \t\r\n"); len(after) == 0 || after[0] != ':' {
				continue // a value
			}
			field := data[from:at]
			if bytes.IndexByte(field, '\\') >= 0 {
				return fmt.Errorf("byte %d: the field %q is spelled with an escape", from, field)
			}
			for _, other := range fields[open[len(open)-1]:] {
				if bytes.EqualFold(field, other) {
					return fmt.Errorf("byte %d: the field %q stands twice in one object", from, field)
				}
			}
			fields = append(fields, field)
		}
	}
	return nil
}
