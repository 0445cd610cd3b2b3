package queue

import (
	"testing"
	"time"

	"nianbao/cmd/nianbao-work/job"
)

// What killed programs leave is swept, and nothing else.
func TestSweep(t *testing.T) {
	q, ctx := opened(t), t.Context()
	// One file was put in with one content, then with another; both are built.
	submitter, err := q.Submit(ctx, job.Order{}, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, content := range []string{"old", "new"} {
		if err := submitter.Add("here:/a.json", "a.json", []byte(content)); err != nil {
			t.Fatal(err)
		}
		r := &job.Result{Findings: []byte(`{"files": [{}]}`)}
		if err := q.store(ctx, job.Order{}.Key("a.json", []byte(content)), r); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := submitter.Settle(); err != nil {
		t.Fatal(err)
	}
	// An upload that was broken off, and a content of which there is no job.
	if _, err := q.js.Publish(ctx, q.results.piecesOf("broken"), []byte("half")); err != nil {
		t.Fatal(err)
	}
	if err := q.inputs.put(ctx, "nobody", []byte("content")); err != nil {
		t.Fatal(err)
	}
	if swept, err := q.Sweep(ctx, time.Hour); err != nil || swept != (Swept{}) {
		t.Errorf("what is young is swept: %+v, %v", swept, err)
	}
	if swept, err := q.Sweep(ctx, 0); err != nil || swept != (Swept{Pieces: 1, Results: 1, Inputs: 1}) {
		t.Errorf("%+v, %v", swept, err)
	}
	if r, err := result(t, q, job.Order{}.Key("a.json", []byte("new"))); err != nil || r == nil {
		t.Errorf("the result that is waited for has gone: %v", err)
	}
	if swept, err := q.Sweep(ctx, 0); err != nil || swept != (Swept{}) {
		t.Errorf("the second time: %+v, %v", swept, err)
	}
}

// A worker that was late may say that it has made what was just taken out and removed; the
// next file of that content is built all the same.
func TestSweepOfLateWorkers(t *testing.T) {
	q := opened(t)
	o, key := laid(t, q, "content", "a.json")
	if late, err := o.Release(t.Context(), []string{key}); err != nil || len(late) > 0 {
		t.Fatal(late, err)
	}
	if err := o.Remove(t.Context(), []string{key}); err != nil {
		t.Fatal(err)
	}
	if err := q.setDone(t.Context(), key, Done{Size: 1}); err != nil { // of what it had put in before
		t.Fatal(err)
	}
	if _, err := q.Sweep(t.Context(), time.Hour); err != nil {
		t.Fatal(err)
	}
	if _, told := submit(t, q, "content", "b.json"); told.New != 1 {
		t.Errorf("%+v", told)
	}
}
