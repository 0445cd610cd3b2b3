package queue

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
)

// store keeps a result, and only then says that it is there. A server that is away for
// a while is waited for.
func (q *Queue) store(ctx context.Context, key string, r *job.Result) error {
	packed, err := r.Pack()
	if err != nil {
		return err
	}
	return q.patiently(ctx, func() error {
		if err := q.results.put(ctx, key, packed); err != nil {
			return err
		}
		return q.setDone(ctx, key, Done{Errors: r.Errors, Unread: r.Unread, Size: len(packed), Digest: digest(packed)})
	})
}

// mostPatience is for how long the server is waited for, a second between two tries. A
// full disk may take somebody some time; what was built is not to be built again and again.
const mostPatience = 3600

// patiently does something until the server answers, or the worker is to end.
func (q *Queue) patiently(ctx context.Context, do func() error) (err error) {
	for n := 1; n <= mostPatience; n++ {
		if err = do(); err == nil || ctx.Err() != nil || q.conn.IsClosed() {
			break
		}
		if q.taker.hasToEnd() && n >= 5 {
			break
		}
		if fromServer(err) || n >= 3 && q.conn.IsConnected() {
			q.taker.trouble(err)
		}
		wait(ctx, time.Second)
	}
	if err == nil {
		q.taker.trouble(nil)
	}
	return err
}

// fromServer reports whether it is the server that refuses.
func fromServer(err error) bool {
	var refused *jetstream.APIError
	return errors.As(err, &refused)
}
