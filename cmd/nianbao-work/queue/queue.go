// Package queue keeps batches of reports in NATS JetStream: what is to be built, what
// came of it, whose it is.
//
// Each stream holds one message a subject, so that nothing is in it twice however long
// ago it was put in; JetStream's own window of duplicates is forgotten when the server
// restarts.
//
//	nianbao-jobs   nianbao.job.KEY   a content to be built; gone once it is
//	nianbao-files  nianbao.file.ID   a file that somebody put in, which content it has, and where it was laid
//	nianbao-done   nianbao.done.KEY  a content that was built; stays when its files are taken out
//	nianbao-dead   nianbao.dead.KEY  a content that could not be built, and why
//
// Files and findings lie in the object store nianbao-results, contents too large for a
// message in nianbao-inputs.
package queue

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	jobSubject  = "nianbao.job."
	fileSubject = "nianbao.file."
	doneSubject = "nianbao.done."
	deadSubject = "nianbao.dead."

	resultsBucket = "nianbao-results"
	inputsBucket  = "nianbao-inputs"
	consumerName  = "workers"
)

// A Queue is one on a server.
type Queue struct {
	conn                    *nats.Conn
	js                      jetstream.JetStream
	jobs, files, done, dead jetstream.Stream
	results, inputs         *bucket
	taker                   *taker // at work; nil: none is
	absent                  map[string]absence
}

// Settings are what a queue that is not there yet is made with.
type Settings struct {
	Replicas int // how many of a cluster's servers keep everything
}

// Open finds the queue on a server, or makes it.
func Open(ctx context.Context, conn *nats.Conn, s Settings) (*Queue, error) {
	js, err := jetstream.New(conn, jetstream.WithPublishAsyncMaxPending(mostPending), jetstream.WithPublishAsyncTimeout(publishTimeout))
	if err != nil {
		return nil, err
	}
	q := &Queue{conn: conn, js: js, absent: map[string]absence{}}
	for _, stream := range []struct {
		into      *jetstream.Stream
		name      string
		subject   string
		retention jetstream.RetentionPolicy
	}{
		{&q.jobs, "nianbao-jobs", jobSubject, jetstream.WorkQueuePolicy},
		{&q.files, "nianbao-files", fileSubject, jetstream.LimitsPolicy},
		{&q.done, "nianbao-done", doneSubject, jetstream.LimitsPolicy},
		{&q.dead, "nianbao-dead", deadSubject, jetstream.LimitsPolicy},
	} {
		c := jetstream.StreamConfig{
			Name: stream.name, Subjects: []string{stream.subject + "*"}, Retention: stream.retention,
			Storage: jetstream.FileStorage, Replicas: s.Replicas, // who leads is asked, and no copy that is behind
		}
		if stream.retention == jetstream.LimitsPolicy {
			c.MaxMsgsPerSubject = 1 // the latest; a job is refused while there is one
		}
		if *stream.into, err = found(js.Stream(ctx, stream.name))(func() (jetstream.Stream, error) { return js.CreateStream(ctx, c) }); err != nil {
			return nil, fmt.Errorf("%s: %w", stream.name, err)
		}
	}
	for _, b := range []struct {
		into **bucket
		name string
	}{{&q.results, resultsBucket}, {&q.inputs, inputsBucket}} {
		c := jetstream.ObjectStoreConfig{Bucket: b.name, Storage: jetstream.FileStorage, Replicas: s.Replicas}
		objects, err := found(js.ObjectStore(ctx, c.Bucket))(func() (jetstream.ObjectStore, error) { return js.CreateObjectStore(ctx, c) })
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Bucket, err)
		}
		stream, err := js.Stream(ctx, "OBJ_"+c.Bucket)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Bucket, err)
		}
		*b.into = &bucket{objects, c.Bucket, js, stream, make(chan struct{}, mostPending/4)}
	}
	return q, nil
}

// found is what is there, or is made where there is none. It is not made over, so that
// whoever runs the server may have set it up otherwise, and who only works needs no
// right to.
func found[T any](there T, err error) func(create func() (T, error)) (T, error) {
	return func(create func() (T, error)) (T, error) {
		if !errors.Is(err, jetstream.ErrStreamNotFound) && !errors.Is(err, jetstream.ErrBucketNotFound) {
			return there, err
		}
		return create()
	}
}

// each hands over the messages of a stream that are there, from a sequence on, and
// returns the sequence to go on from.
func each(ctx context.Context, stream jetstream.Stream, from uint64, take func(jetstream.Msg) error) (next uint64, err error) {
	next = max(from, 1)
	info, err := stream.Info(ctx)
	if err != nil {
		return next, err
	}
	last := info.State.LastSeq
	if info.State.Msgs == 0 || last < next {
		return max(next, last+1), nil
	}
	consumer, err := stream.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: next})
	if err != nil {
		return next, err
	}
	messages, err := consumer.Messages()
	if err != nil {
		return next, err
	}
	defer messages.Stop()
	for next <= last {
		m, err := messages.Next(jetstream.NextMaxWait(quiet))
		if errors.Is(err, nats.ErrTimeout) || errors.Is(err, jetstream.ErrNoHeartbeat) {
			// What was last has gone meanwhile, or the server has.
			if none, err := noneFrom(ctx, stream, next); err != nil {
				return next, err
			} else if none {
				break
			}
			continue
		}
		if err != nil {
			return next, err
		}
		at, err := m.Metadata()
		if err == nil {
			err = take(m)
		}
		if err != nil {
			return next, err
		}
		next = at.Sequence.Stream + 1
		if at.NumPending == 0 && next <= last {
			// So says a copy, which may be behind.
			if none, err := noneFrom(ctx, stream, next); err != nil {
				return next, err
			} else if none {
				break
			}
		}
	}
	return max(next, last+1), ctx.Err()
}

// noneFrom reports whether a stream has no message from a sequence on.
func noneFrom(ctx context.Context, stream jetstream.Stream, next uint64) (bool, error) {
	_, err := stream.GetMsg(ctx, next, jetstream.WithGetMsgSubject(">"))
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return true, nil
	}
	return false, err
}

// quiet is how long nothing comes before it is looked whether anything will.
const quiet = 2 * time.Second

// taken reports whether a message was refused because its subject has one already, or
// has another than was known.
func taken(err error) bool {
	var refused *jetstream.APIError
	return errors.As(err, &refused) && (refused.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence || refused.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequenceConstant)
}
