package queue

import (
	"fmt"
	"testing"
)

// More files than may be on their way at once are marked, for the marks before are waited for.
func TestManyFilesOfOneContent(t *testing.T) {
	q := opened(t)
	var sources []string
	for i := range 2 * mostPending {
		sources = append(sources, fmt.Sprintf("%04d.json", i))
	}
	key, _ := submit(t, q, "content", sources...)
	built(t, q, key)
	o, err := q.TakeOut(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ready := o.Ready()
	if len(ready) != 1 || len(ready[0].Files) != len(sources) {
		t.Fatalf("%d contents are ready", len(ready))
	}
	for _, f := range ready[0].Files {
		if err := o.Mark(t.Context(), f, Laid{Folder: "here"}); err != nil {
			t.Fatal(err)
		}
		if n := len(o.marks); n >= mostPending {
			t.Fatalf("%d marks are on their way", n)
		}
	}
	if err := o.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	files, err := q.Files(t.Context())
	if err != nil || len(files) != len(sources) {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		if f.Laid == nil {
			t.Errorf("%s is not marked", f.Name)
		}
	}
}
