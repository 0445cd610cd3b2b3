package queue

import (
	"path/filepath"
	"testing"

	"github.com/nats-io/nats.go"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/server"
)

// opened is a queue of its own.
func opened(t *testing.T) *Queue {
	t.Helper()
	s := &server.Store{Folder: filepath.Join(t.TempDir(), "queue")}
	url, options, err := s.Join()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	conn, err := nats.Connect(url, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	q, err := Open(t.Context(), conn, Settings{Replicas: 1})
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func submitter(t *testing.T, q *Queue, again bool) *Submitter {
	t.Helper()
	s, err := q.Submit(t.Context(), job.Order{}, again)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// submit puts files in, all of one content, and says which key that has.
func submit(t *testing.T, q *Queue, content string, sources ...string) (key string, told Tally) {
	t.Helper()
	s := submitter(t, q, false)
	for _, source := range sources {
		if err := s.Add("here:/"+source, source, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	_, told, err := s.Settle()
	if err != nil {
		t.Fatal(err)
	}
	return job.Order{}.Key("a.json", []byte(content)), told
}

// built has a content's result there, without a worker; its job stays.
func built(t *testing.T, q *Queue, key string) {
	t.Helper()
	r := &job.Result{Findings: []byte(`{"files": [{}]}`)}
	if err := q.store(t.Context(), key, r); err != nil {
		t.Fatal(err)
	}
}

// result is what came of a content.
func result(t *testing.T, q *Queue, key string) (*job.Result, error) {
	t.Helper()
	o, err := q.TakeOut(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return o.Result(t.Context(), key)
}

// laid has a content built and its files taken out, which are not removed yet.
func laid(t *testing.T, q *Queue, content, source string) (o *Out, key string) {
	t.Helper()
	key, _ = submit(t, q, content, source)
	built(t, q, key)
	finished(t, q, key)
	o, err := q.TakeOut(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	marked(t, o, o.Ready()...)
	return o, key
}
