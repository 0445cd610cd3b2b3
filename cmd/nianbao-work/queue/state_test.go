package queue

import (
	"errors"
	"testing"
	"time"

	"github.com/nats-io/nats.go"

	"nianbao/cmd/nianbao-work/job"
)

// A result that cannot be read is one content's failure; said to be lost, it is built anew
// when its file is put in again.
func TestLostResult(t *testing.T) {
	q := opened(t)
	for name, harm := range map[string]func(key string){
		"gone":    func(key string) { q.results.Delete(t.Context(), key) },
		"a piece": func(key string) { harmed(t, q, key, nil) },
		"digest":  func(key string) { harmed(t, q, key, []byte("something else")) },
		"no zip":  func(key string) { q.results.put(t.Context(), key, []byte("no zip")) },
	} {
		key, _ := submit(t, q, name, name+".json")
		built(t, q, key)
		harm(key)
		r, err := result(t, q, key)
		if damaged := (*Damaged)(nil); r != nil || !errors.As(err, &damaged) {
			t.Errorf("%s: %v", name, err)
		}
		finished(t, q, key)
		if _, told := submit(t, q, name, name+".json"); told.Built != 1 {
			t.Errorf("%s: before it is known: %+v", name, told)
		}
		o, err := q.TakeOut(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if is, err := o.Lost(t.Context(), key); !is || err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, told := submit(t, q, name, name+".json"); told.New != 1 {
			t.Errorf("%s: put in again: %+v", name, told)
		}
		built(t, q, key)
		if is, err := o.Lost(t.Context(), key); is || err != nil {
			t.Errorf("%s: what was made anew is lost, %v", name, err)
		}
		finished(t, q, key)
	}
}

// Results in several pieces come out whole.
func TestPieces(t *testing.T) {
	q := opened(t)
	content := make([]byte, 2*mostChunk+1)
	for i := range content {
		content[i] = byte(i % 251)
	}
	r := &job.Result{Findings: []byte(`{"files": [{}]}`), Files: []job.File{{Name: "a.pdf", Content: content}}}
	if err := q.store(t.Context(), "key", r); err != nil {
		t.Fatal(err)
	}
	got, err := result(t, q, "key")
	if err != nil || len(got.Files) != 1 || string(got.Files[0].Content) != string(content) {
		t.Fatalf("it does not come out as it went in: %v", err)
	}
	harmed(t, q, "key", nil)
	if _, err = result(t, q, "key"); !errors.As(err, new(*Damaged)) {
		t.Errorf("with a piece too few: %v", err)
	}
}

// harmed replaces the last piece of a result's content by another, or removes it.
func harmed(t *testing.T, q *Queue, key string, by []byte) {
	t.Helper()
	info, err := q.results.GetInfo(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	subject := q.results.piecesOf(info.NUID)
	m, err := q.results.stream.GetLastMsgForSubject(t.Context(), subject)
	if err == nil {
		err = q.results.stream.DeleteMsg(t.Context(), m.Sequence)
	}
	if err == nil && by != nil {
		_, err = q.js.Publish(t.Context(), subject, by)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// finished takes a content's job away.
func finished(t *testing.T, q *Queue, key string) {
	t.Helper()
	m, err := q.jobs.GetLastMsgForSubject(t.Context(), jobSubject+key)
	if err == nil {
		err = q.jobs.DeleteMsg(t.Context(), m.Sequence)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// dead gives a content up.
func dead(t *testing.T, q *Queue, key string) {
	t.Helper()
	d := encoded(Dead{Name: "a.json", Why: "why", At: time.Now()})
	if _, err := q.js.PublishMsg(t.Context(), &nats.Msg{Subject: deadSubject + key, Header: nats.Header{deadHeader: {string(d)}}}); err != nil {
		t.Fatal(err)
	}
	finished(t, q, key)
}

// What was put in and is nowhere any more is missed; what is young, or still to come, is not.
func TestMissing(t *testing.T) {
	defer func(before time.Duration) { Settled = before }(Settled)
	q := opened(t)
	key, _ := submit(t, q, "lost", "lost.json")
	finished(t, q, key)
	submit(t, q, "queued", "queued.json")
	key, _ = submit(t, q, "built", "built.json")
	built(t, q, key)
	finished(t, q, key)
	key, _ = submit(t, q, "dead", "dead.json")
	dead(t, q, key)
	for _, c := range []struct {
		settled time.Duration
		missing int
	}{{time.Hour, 0}, {0, 1}} {
		Settled = c.settled
		s, err := q.State(t.Context())
		if err != nil || s.Files != 4 || s.Waiting != 2-1 || s.Built != 1 || len(s.Dead) != 1 || s.Missing != c.missing {
			t.Errorf("after %v: %+v, %v", c.settled, s, err)
		}
	}
	if _, told := submit(t, q, "lost", "lost.json"); told.New != 1 {
		t.Errorf("put in again: %+v", told)
	}
	if s, err := q.State(t.Context()); err != nil || s.Missing != 0 {
		t.Errorf("put in again: %+v, %v", s, err)
	}
}

// What was laid is not counted as waiting, though it was not removed yet; who could not be
// built and was corrected is listed no more, and its entry is swept.
func TestStateOfWhatIsLeft(t *testing.T) {
	q := opened(t)
	laid(t, q, "content", "a.json")
	key, _ := submit(t, q, "faulty", "b.json")
	dead(t, q, key)
	s, err := q.State(t.Context())
	if err != nil || s.Built != 0 || s.Laid != 1 || len(s.Dead) != 1 {
		t.Errorf("%+v, %v", s, err)
	}
	submit(t, q, "corrected", "b.json")
	if s, err = q.State(t.Context()); err != nil || len(s.Dead) != 0 || s.Waiting != 1 {
		t.Errorf("after it was corrected: %+v, %v", s, err)
	}
	if swept, err := q.Sweep(t.Context(), 0); err != nil || swept.Dead != 1 {
		t.Errorf("%+v, %v", swept, err)
	}
	if all, err := q.Dead(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("%d entries are left, %v", len(all), err)
	}
}

func TestReasonsSpeakOfTheFile(t *testing.T) {
	j := Job{Key: "abcdef", Name: "甲县/年报.json"}
	if said := named("abcdef.json：程序出错（abcdef）", j); said != "甲县/年报.json：程序出错（甲县/年报.json）" {
		t.Error(said)
	}
}
