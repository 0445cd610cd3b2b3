package queue

import (
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
)

// marked gets the results of contents, and says that all their files were laid.
func marked(t *testing.T, o *Out, ready ...*Ready) {
	t.Helper()
	for _, r := range ready {
		if _, err := o.Result(t.Context(), r.Key); err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Files {
			if err := o.Mark(t.Context(), f, Laid{Folder: "here"}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := o.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// A file that is put in while others are taken out is laid with its content, whichever turn
// that has.
func TestLateFileOfALaterTurn(t *testing.T) {
	q := opened(t)
	var keys []string
	for _, content := range []string{"first", "second"} {
		key, _ := submit(t, q, content, content+".json")
		built(t, q, key)
		finished(t, q, key)
		keys = append(keys, key)
	}
	o, err := q.TakeOut(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ready := o.Ready()
	marked(t, o, ready[0])
	if _, told := submit(t, q, "second", "late.json"); told.Built != 1 {
		t.Fatalf("%+v", told)
	}
	if late, err := o.Release(t.Context(), keys[:1]); err != nil || len(late) != 0 {
		t.Fatalf("%d are late, %v", len(late), err)
	}
	marked(t, o, ready[1])
	late, err := o.Release(t.Context(), keys)
	if err != nil || len(late) != 1 || late[0].Files[0].Name != "late.json" {
		t.Errorf("%d are late, %v", len(late), err)
	}
}

// Two files of one content are put in, and the first is built and taken out before the
// second is put in: that is built once more. What was taken out itself is not.
func TestTakenOutWhileOthersArePutIn(t *testing.T) {
	for _, again := range []bool{false, true} {
		q := opened(t)
		s := submitter(t, q, again)
		add := func(source string) {
			t.Helper()
			if err := s.Add("here:/"+source, source, []byte("content")); err != nil {
				t.Fatal(err)
			}
		}
		key := job.Order{}.Key("a.json", []byte("content"))
		add("a.json")
		for began := time.Now(); ; time.Sleep(10 * time.Millisecond) {
			if left, err := q.Left(t.Context()); err != nil || time.Since(began) > time.Minute {
				t.Fatal(left, err)
			} else if left == 1 {
				break
			}
		}
		built(t, q, key)
		finished(t, q, key)
		o, err := q.TakeOut(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		marked(t, o, o.Ready()...)
		if err := released(t, o, key); err != nil {
			t.Fatal(err)
		}
		if err := o.Remove(t.Context(), []string{key}); err != nil {
			t.Fatal(err)
		}
		add("b.json")
		missed, told, err := s.Settle()
		if err != nil || len(missed) != 1 || missed[0] != "here:/b.json" || told != (Tally{New: 1}) {
			t.Fatalf("%v are to be added again; %+v, %v", missed, told, err)
		}
		add("b.json")
		if missed, told, err = s.Settle(); err != nil || len(missed) != 0 || told != (Tally{New: 2}) {
			t.Errorf("%v are to be added again; %+v, %v", missed, told, err)
		}
		files, err := q.Files(t.Context())
		if err != nil || len(files) != 2 || files[0].Laid == nil || files[1].Laid != nil {
			t.Errorf("%d files, %v", len(files), err)
		}
	}
}

// Who takes out ends when all files of a content were laid, but for one that was put in
// just then: that comes out the next time.
func TestEndedBeforeTheLateFiles(t *testing.T) {
	q := opened(t)
	o, key := laid(t, q, "content", "a.json")
	if _, told := submit(t, q, "content", "late.json"); told.Built != 1 {
		t.Fatalf("%+v", told)
	}
	if late, err := o.Release(t.Context(), []string{key}); err != nil || len(late) != 1 {
		t.Fatalf("%d are late, %v", len(late), err)
	}
	o, err := q.TakeOut(t.Context())
	if err != nil || len(o.Ready()) != 1 || o.Ready()[0].Files[0].Name != "late.json" {
		t.Fatalf("%d are ready, %v", len(o.Ready()), err)
	}
	marked(t, o, o.Ready()...)
	if late, err := o.Release(t.Context(), []string{key}); err != nil || len(late) != 0 {
		t.Errorf("%d are late, %v", len(late), err)
	}
	if err := o.Remove(t.Context(), []string{key}); err != nil {
		t.Error(err)
	}
	if _, told := submit(t, q, "content", "later.json"); told.New != 1 {
		t.Errorf("%+v", told)
	}
	if o, err := q.TakeOut(t.Context()); err != nil || len(o.Ready()) != 0 {
		t.Errorf("%d are ready, %v", len(o.Ready()), err)
	}
}

// Another build than the one that is said to be there is not taken out.
func TestAnotherBuild(t *testing.T) {
	q := opened(t)
	key, _ := submit(t, q, "content", "a.json")
	built(t, q, key)
	packed, err := (&job.Result{Findings: []byte(`{"files": []}`)}).Pack()
	if err == nil {
		err = q.results.put(t.Context(), key, packed)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := result(t, q, key); err == nil {
		t.Error("it is taken out")
	}
}

// What lies where an object was got from goes; what was put in its place stays.
func TestRemoveWhatWasGot(t *testing.T) {
	q, ctx := opened(t), t.Context()
	if err := q.results.put(ctx, "name", []byte("old")); err != nil {
		t.Fatal(err)
	}
	_, at, err := q.results.get(ctx, "name")
	if err != nil {
		t.Fatal(err)
	}
	if err := q.results.put(ctx, "name", []byte("newest")); err != nil {
		t.Fatal(err)
	}
	if err := q.results.remove(ctx, at); err != nil {
		t.Fatal(err)
	}
	content, at, err := q.results.get(ctx, "name")
	if err != nil || string(content) != "newest" {
		t.Fatalf("%q, %v", content, err)
	}
	if err := q.results.remove(ctx, at); err != nil {
		t.Fatal(err)
	}
	if info, err := q.results.stream.Info(ctx, jetstream.WithSubjectFilter(">")); err != nil || len(info.State.Subjects) != 1 {
		t.Errorf("there are %v, %v", info.State.Subjects, err)
	}
}

// Who puts a file in that others have put in, or taken out, since it was looked what is
// there, takes nothing back.
func TestPutInByTwo(t *testing.T) {
	q := opened(t)
	add := func(s *Submitter, content string) *File {
		if err := s.Add("here:/a.json", "a.json", []byte(content)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Settle(); err != nil {
			t.Fatal(err)
		}
		files, err := q.Files(t.Context())
		if err != nil || len(files) != 1 {
			t.Fatalf("%d files, %v", len(files), err)
		}
		return files[0]
	}
	same, other := submitter(t, q, false), submitter(t, q, false)
	_, key := laid(t, q, "content", "a.json")
	if f := add(same, "content"); f.Laid == nil {
		t.Error("what was taken out waits again")
	}
	if f := add(other, "other"); f.Key == key || f.Laid != nil || f.Old == nil {
		t.Errorf("another content: %+v", f)
	}
}
