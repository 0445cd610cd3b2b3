package filing

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"testing"
)

// What is added is what fmt makes of it, which digests in files of years past are of.
func TestAdd(t *testing.T) {
	values := []any{"", "一\n\"二\"", "\xff\x00", "𬭚", -7, 0, 12, true, []string{"a", "b c"}, nil, struct{ A, B int }{1, 2}}
	plain := sha256.New()
	for _, value := range values {
		fmt.Fprintf(plain, "%q ", fmt.Sprint(value))
	}
	fmt.Fprintln(plain)
	quick := sha256.New()
	add(quick, values...)
	if !bytes.Equal(plain.Sum(nil), quick.Sum(nil)) {
		t.Error("another digest")
	}
}
