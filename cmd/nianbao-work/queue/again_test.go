package queue

import (
	"testing"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
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
				func() error { return released(t, o, key) },
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

// released lays what Release says is to be laid as well, as who takes out does.
func released(t *testing.T, o *Out, keys ...string) error {
	t.Helper()
	for {
		late, err := o.Release(t.Context(), keys)
		if err != nil || len(late) == 0 {
			return err
		}
		marked(t, o, late...)
	}
}

// What is put in again while its job is not ended comes out once, as what the job has come to.
func TestAgainWhileItIsBuilt(t *testing.T) {
	q := opened(t)
	key, _ := submit(t, q, "content", "a.json")
	built(t, q, key) // its worker is about to acknowledge
	submitAgain(t, q, "content", "a.json")
	finished(t, q, key)
	o, err := q.TakeOut(t.Context())
	if err != nil || len(o.Ready()) != 1 {
		t.Errorf("%d contents are ready, %v", len(o.Ready()), err)
	}
}

// What is built after it was read what is, is built again all the same.
func TestAgainOfWhatIsBuiltMeanwhile(t *testing.T) {
	q := opened(t)
	key, _ := submit(t, q, "content", "a.json")
	s := submitter(t, q, true)
	built(t, q, key)
	finished(t, q, key)
	if err := s.Add("here:/a.json", "a.json", []byte("content")); err != nil {
		t.Fatal(err)
	}
	if _, told, err := s.Settle(); err != nil || told.New != 1 {
		t.Errorf("%+v, %v", told, err)
	}
	o, err := q.TakeOut(t.Context())
	if err != nil || len(o.Ready()) != 0 {
		t.Errorf("%d contents are ready, of which none was built again; %v", len(o.Ready()), err)
	}
}

// Two who put a content in again at the same time get neither what was built before.
func TestAgainByTwo(t *testing.T) {
	q := opened(t)
	key, _ := submit(t, q, "content", "a.json")
	built(t, q, key)
	finished(t, q, key)
	first := submitter(t, q, true)
	before, err := q.buildAnew(t.Context(), key, first.done[key])
	if err != nil {
		t.Fatal(err)
	}
	submitAgain(t, q, "content", "a.json") // the second is quicker
	p := pending{message: &nats.Msg{Subject: jobSubject + key, Data: []byte("content")}, expect: []jetstream.PublishOpt{jetstream.WithExpectLastSequencePerSubject(0)}}
	if err := first.sendAnew(p, before); err != nil {
		t.Fatal(err)
	}
	o, err := q.TakeOut(t.Context())
	if err != nil || len(o.Ready()) != 0 {
		t.Errorf("%d contents are ready, of which none was built again; %v", len(o.Ready()), err)
	}
}

// submitAgain puts a file in, though its content was built.
func submitAgain(t *testing.T, q *Queue, content, source string) {
	t.Helper()
	s := submitter(t, q, true)
	err := s.Add("here:/"+source, source, []byte(content))
	if err == nil {
		_, _, err = s.Settle()
	}
	if err != nil {
		t.Fatal(err)
	}
}
