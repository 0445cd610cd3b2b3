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

// A file that is put in with another content while its first is laid is not counted as
// laid, and knows where the first lies.
func TestPutInAnewMeanwhile(t *testing.T) {
	q := opened(t)
	key, _ := submit(t, q, "first", "a.json")
	built(t, q, key)
	o, err := q.TakeOut(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	key, _ = submit(t, q, "second", "a.json")
	file := o.Files[0]
	if err := o.Mark(t.Context(), file, Laid{Folder: "here", Paths: []string{"a.docx"}}); err != nil {
		t.Fatal(err)
	}
	if err := o.Settle(t.Context()); err != nil || o.Marked(file) {
		t.Errorf("marked: %t, %v", o.Marked(file), err)
	}
	files, err := q.Files(t.Context())
	if err != nil || len(files) != 1 {
		t.Fatal(len(files), err)
	}
	if f := files[0]; f.Key != key || f.Laid != nil || f.Old == nil || f.Old.Paths[0] != "a.docx" {
		t.Errorf("%+v", f)
	}
	// Put in a third time, it still does.
	submit(t, q, "third", "a.json")
	if files, err = q.Files(t.Context()); err != nil || files[0].Old == nil || files[0].Old.Paths[0] != "a.docx" {
		t.Errorf("%+v, %v", files[0], err)
	}
}
