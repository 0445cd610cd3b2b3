package queue

import (
	"bytes"
	"context"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
)

// mostChunk is how large the pieces of an object are at the most. One piece an object
// is cheaper than several.
const mostChunk = 512 << 10

// store keeps a result, and only then says that it is there. A server that is away for
// a while is waited for.
func (q *Queue) store(ctx context.Context, key string, r *job.Result) error {
	packed, err := r.Pack()
	if err != nil {
		return err
	}
	return q.patiently(ctx, func() error {
		if err := put(ctx, q.results, key, packed); err != nil {
			return err
		}
		return q.setDone(ctx, key, Done{Errors: r.Errors, Unread: r.Unread, Size: len(packed)})
	})
}

// patiently does something until the server answers.
func (q *Queue) patiently(ctx context.Context, do func() error) (err error) {
	for range retries {
		if err = do(); err == nil || ctx.Err() != nil {
			return err
		}
		wait(ctx, time.Second)
	}
	return err
}

func put(ctx context.Context, bucket jetstream.ObjectStore, name string, content []byte) error {
	chunk := uint32(max(1, min(len(content), mostChunk)))
	_, err := bucket.Put(ctx, jetstream.ObjectMeta{Name: name, Opts: &jetstream.ObjectMetaOptions{ChunkSize: chunk}}, bytes.NewReader(content))
	return err
}

func (q *Queue) putInput(ctx context.Context, key string, content []byte) error {
	return put(ctx, q.inputs, key, content)
}

func (q *Queue) input(ctx context.Context, key string) ([]byte, error) {
	return q.inputs.GetBytes(ctx, key)
}
