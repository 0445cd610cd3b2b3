package report

import (
	"reflect"
	"strings"
)

// Choices are the values that a key of the head may have, such as scope; none
// where any text may stand.
func Choices(key string) []string {
	for _, f := range HeadFields {
		if f.Path != key {
			continue
		}
		for tag := range strings.SplitSeq(reflect.TypeFor[Report]().FieldByIndex(f.Index).Tag.Get("validate"), ",") {
			if values, ok := strings.CutPrefix(tag, "oneof="); ok {
				return strings.Fields(values)
			}
		}
	}
	return nil
}
