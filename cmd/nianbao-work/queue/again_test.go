package queue

import (
	"testing"

	"nianbao/cmd/nianbao-work/job"
)

// What is put in again, to be built anew, while it is taken out, comes out anew, whenever
// in between it is put in and built.
func TestAgainWhileItIsTakenOut(t *testing.T) {
	const steps = 5
	for again := range steps {
		for building := again; building < steps; building++ {
			q := opened(t)
			key, _ := submit(t, q, "content", "a.json")
			built(t, q, key)
			finished(t, q, key)
			o, err := q.TakeOut(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for i, step := range [steps]func() error{
				func() error { _, err := o.Result(t.Context(), key); return err },
				func() error { return o.Mark(t.Context(), o.Files[0], Laid{Folder: "here"}) },
				func() error { return o.Settle(t.Context()) },
				func() error { _, err := o.Release(t.Context(), []string{key}); return err },
				func() error { return o.Remove(t.Context(), []string{key}) },
			} {
				if err := step(); err != nil {
					t.Fatal(err)
				}
				if i == again {
					submitAgain(t, q, "content", "a.json")
				}
				if i == building {
					built(t, q, key)
				}
			}
			finished(t, q, key)
			if o, err = q.TakeOut(t.Context()); err != nil {
				t.Fatal(err)
			}
			if n := len(o.Ready()); n != 1 {
				t.Errorf("put in again after step %d, built after %d: %d contents are ready", again, building, n)
				continue
			}
			if _, err := o.Result(t.Context(), key); err != nil {
				t.Errorf("put in again after step %d, built after %d: %v", again, building, err)
			}
		}
	}
}

// submitAgain puts a file in, though its content was built.
func submitAgain(t *testing.T, q *Queue, content, source string) {
	t.Helper()
	s, err := q.Submit(t.Context(), job.Order{}, true)
	if err == nil {
		err = s.Add("here:/"+source, source, []byte(content))
	}
	if err == nil {
		_, _, err = s.Settle()
	}
	if err != nil {
		t.Fatal(err)
	}
}
