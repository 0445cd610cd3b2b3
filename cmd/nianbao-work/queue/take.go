package queue

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
)

// orderHeader holds a heading, as JSON.
const orderHeader = "Nianbao-Order"

// A heading is what a message says of the content in it.
type heading struct {
	job.Order
	Name  string `json:"name"`            // of the file that brought it
	Large bool   `json:"large,omitempty"` // the content lies in the object store
}

// A Job is a content to be built.
type Job struct {
	Key, Name string
	Order     job.Order
	Content   []byte
	Tries     int // that began before this one
}

// Work is how a worker goes about it.
type Work struct {
	Held    int           // jobs at once, which are being built, stored, or wait for a processor
	AckWait time.Duration // of the queue
	Tries   int           // of one worker, of which none came to an end, after which a job is given up

	// Build builds a report, and ends within a time. An error is a fault of the program,
	// for which the job is given up, unless it is a *Lost or an *Unable.
	Build func(context.Context, Job) (*job.Result, error)
	Told  func(Event) // of every job; may be called by several at once

	// Trouble is told that what was built cannot be stored, once, and nil when it can again.
	Trouble func(error)
}

// mostDeliveries is after how many a job is given up of which nothing was heard any
// more each time. Workers are ended for many reasons, and what they had in hand is not
// to be blamed; so this is far more than healthy work ever meets, and is for what takes
// the whole machine down.
const mostDeliveries = 100

// Lost is that the process that built a job is there no more; the job is tried again.
type Lost struct{ Why string }

func (l *Lost) Error() string { return l.Why }

// Unable is that this worker cannot build a report for a reason that is none of the
// report's; the job is given back, and the worker ends.
type Unable struct{ Why string }

func (u *Unable) Error() string { return u.Why }

// An Event is what became of a job.
type Event struct {
	Job    Job
	Result *job.Result // nil: none was made
	Err    error       // why not
	Dead   bool        // the job was given up
}

// Take builds what is in the queue until ctx ends, and then ends what it has begun.
// Where idle is not nil, it is asked whenever nothing has come for a while, and ends
// the work when it says so.
func (q *Queue) Take(ctx context.Context, w Work, idle func() bool) (err error) {
	consumer, err := q.jobs.Consumer(ctx, consumerName)
	if errors.Is(err, jetstream.ErrConsumerNotFound) || err == nil && consumer.CachedInfo().Config.AckWait != w.AckWait {
		// There is no limit of deliveries, beyond which a message would stay in the
		// stream and nobody be told: who gets one that was tried too often takes it out.
		consumer, err = q.jobs.CreateOrUpdateConsumer(ctx, jetstream.ConsumerConfig{
			Durable: consumerName, AckPolicy: jetstream.AckExplicitPolicy, AckWait: w.AckWait, MaxDeliver: -1, MaxAckPending: 100_000,
		})
	}
	if err != nil {
		return err
	}
	patience := pullFor
	if idle != nil {
		patience = pullFor / 10
	}
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	t := &taker{Queue: q, w: w, closing: ctx.Done(), end: end}
	q.taker = t
	var working sync.WaitGroup
	defer func() {
		working.Wait()
		if unable := (*Unable)(nil); errors.As(context.Cause(ctx), &unable) {
			err = unable
		}
	}()
	free := make(chan struct{}, w.Held)
	for range w.Held {
		free <- struct{}{}
	}
	for ctx.Err() == nil {
		n := 0
		select { // what is free now, and waits for at least half
		case <-ctx.Done():
			return nil
		case <-free:
			for n = 1; n < w.Held; n++ {
				if n < (w.Held+1)/2 {
					select {
					case <-free:
						continue
					case <-ctx.Done():
						return nil
					}
				}
				select {
				case <-free:
					continue
				default:
				}
				break
			}
		}
		pull, done := context.WithTimeout(ctx, patience)
		batch, err := consumer.Fetch(n, jetstream.FetchContext(pull))
		came := 0
		if err == nil {
			for m := range batch.Messages() {
				came++
				working.Go(func() {
					defer func() { free <- struct{}{} }()
					t.handle(context.WithoutCancel(ctx), m)
				})
			}
			err = batch.Error()
		}
		done()
		for range n - came {
			free <- struct{}{}
		}
		if came == 0 && ctx.Err() == nil {
			if q.conn.IsClosed() { // for good: it was refused
				return cmp.Or(q.conn.LastError(), nats.ErrConnectionClosed)
			}
			if idle != nil && idle() {
				return nil
			}
			if err != nil && !errors.Is(err, context.DeadlineExceeded) {
				wait(ctx, time.Second) // the server is away
			}
		}
	}
	return nil
}

// pullFor is how long a worker waits for jobs before it asks again.
const pullFor = 5 * time.Second

func wait(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// doneOf is what is known of one content.
func (q *Queue) doneOf(ctx context.Context, key string) (d Done, err error) {
	m, err := q.done.GetLastMsgForSubject(ctx, doneSubject+key)
	if err == nil {
		err = json.Unmarshal(m.Data, &d)
		d.sequence, d.at = m.Sequence, m.Time
	}
	return d, err
}
