package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"sync"
	"testing"

	"nianbao/fixtures"
)

func forget() { kept.faces = nil }

// A file is the same whether its faces were kept of another, kept of itself or cut
// for it, also when several are written at once.
func TestKeptFaces(t *testing.T) {
	var all [][]byte
	layouts := fixtures.Good(t)
	for _, c := range layouts {
		forget()
		all = append(all, write(t, set(t, c, false), PDFA2a))
	}
	forget()
	for range 2 {
		var writers sync.WaitGroup
		for i, c := range layouts {
			l := set(t, c, false)
			writers.Go(func() {
				if b, err := Write(l, options(PDFA2a)); err != nil || !bytes.Equal(b, all[i]) {
					t.Errorf("%s: another file with kept faces (%v)", c.Name, err)
				}
			})
		}
		writers.Wait()
	}
	if n := len(kept.faces); n == 0 || n > keptMost {
		t.Errorf("%d faces are kept", n)
	}
}

// Only the same characters, in the same order, of the same face are the same; the
// one that was asked for longest ago drops out, and a large one is never kept.
func TestWhichFacesAreKept(t *testing.T) {
	forget()
	defer forget()
	faceOf := func(text string) *face {
		f := &face{length: manyFrom - 1, program: []byte(text)}
		for _, r := range text {
			f.shown = append(f.shown, character{rune: r})
		}
		return f
	}
	is := func(text string) bool {
		c := keptFor(nil, faceOf(text).shown)
		if c != nil && string(c.program) != text {
			t.Errorf("%q is kept for %q", c.program, text)
		}
		return c != nil
	}
	for _, text := range []string{"一二", "二一", "一二三"} {
		if is(text) {
			t.Errorf("%q is kept before it was cut", text)
		}
		keep(faceOf(text))
	}
	for i := range keptMost {
		if !is("一二") {
			t.Fatalf("what is asked for all the time has dropped out after %d", i)
		}
		keep(faceOf(fmt.Sprint(i)))
	}
	if is("二一") || len(kept.faces) != keptMost {
		t.Errorf("%d faces are kept, and that not asked for among them", len(kept.faces))
	}
	large := faceOf("大")
	large.length = manyFrom
	if keep(large); is("大") || slices.ContainsFunc(kept.faces, func(c *cutFace) bool { return c.length >= manyFrom }) {
		t.Error("a large face is kept")
	}
}
