package pdf

import (
	"bytes"
	"testing"

	"nianbao/fixtures"
)

func TestAttached(t *testing.T) {
	l := set(t, fixtures.Named(t, "minimal"), false)
	want := []byte(`{"edition": "2021", "agency": "甲县\nstream\nendstream"}`)
	file, err := Write(l, Options{Conformance: PDFA3a, Attachment: want})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Attached(file)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	plain, err := Write(l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"without": plain, "cut": file[:len(file)-9], "changed": bytes.Replace(file, []byte("/EmbeddedFile"), []byte("/EmbeddedFilf"), 1), "none": nil} {
		if _, err := Attached(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
