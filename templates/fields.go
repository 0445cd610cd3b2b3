package templates

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// checkFields refuses a JSON object that has one field twice: encoding/json
// would keep the last and drop, say, a part's first list of sums in silence.
func checkFields(data []byte) error {
	return checkValue(json.NewDecoder(bytes.NewReader(data)))
}

func checkValue(decoder *json.Decoder) error {
	token, err := decoder.Token()
	if err != nil {
		return err
	}
	open, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	fields := map[string]bool{}
	for decoder.More() {
		if open == '{' {
			field, err := decoder.Token()
			if err != nil {
				return err
			}
			name := field.(string) // the decoder lets no other key through
			if fields[name] {
				return fmt.Errorf("byte %d: the field %q stands twice in one object", decoder.InputOffset(), name)
			}
			fields[name] = true
		}
		if err := checkValue(decoder); err != nil {
			return err
		}
	}
	_, err = decoder.Token()
	return err
}
