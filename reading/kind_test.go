package reading

import (
	"errors"
	"strings"
	"testing"

	"nianbao/manuscript"
)

// Every kind of the list is read, or refused with what to do.
func TestEveryKindIsReadOrRefused(t *testing.T) {
	if len(manuscript.Kinds) < 10 {
		t.Fatal("the kinds are gone")
	}
	for _, kind := range manuscript.Kinds {
		head := "x"
		if len(kind.Begins) > 0 {
			head = kind.Begins[0]
		}
		_, err := ReadNamed(strings.NewReader(head), int64(len(head)), "a"+kind.Extensions[0])
		refused := new(manuscript.Refused)
		switch {
		case err == nil || err.Error() == "":
			t.Errorf("%s: a file of %q is read, or refused without a word", kind.Name, head)
		case errors.As(err, &refused) && (refused.Kind != kind || kind.Refusal == ""):
			t.Errorf("%s is taken for %s, or has neither a case in read.go nor a Refusal", kind.Name, refused.Kind.Name)
		}
	}
}
