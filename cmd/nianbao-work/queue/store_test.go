package queue

import (
	"errors"
	"testing"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// That the server cannot store anything is told at once, and once, and so is its end.
func TestTroubleIsToldOnce(t *testing.T) {
	full := &jetstream.APIError{ErrorCode: 10077}
	var told []error
	tries := 0
	q := &Queue{conn: &nats.Conn{}}
	q.taker = &taker{Queue: q, w: Work{Trouble: func(err error) { told = append(told, err) }}}
	err := q.patiently(t.Context(), func() error {
		if tries++; tries < 3 {
			return full
		}
		return nil
	})
	if err != nil || len(told) != 2 || !errors.Is(told[0], full) || told[1] != nil {
		t.Errorf("%v, told %v", err, told)
	}

	// A worker that is to end does not wait for somebody who makes room.
	ending := make(chan struct{})
	close(ending)
	q.taker.closing = ending
	if err := q.patiently(t.Context(), func() error { return full }); !errors.Is(err, full) {
		t.Error(err)
	}
}
