package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

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
	Limit   time.Duration // after which a job is given to another, who may have more luck
	Tries   int           // of one worker, whose process for it ended each time, after which it is given up

	// Build builds a report. An error is a fault of the program, for which the job is
	// given up, unless it is a *Lost.
	Build func(context.Context, Job) (*job.Result, error)
	Told  func(Event) // of every job; may be called by several at once
}

// mostDeliveries is after how many a job is given up of which nothing was heard any
// more each time. Workers are ended for many reasons, and what they had in hand is not
// to be blamed; so this is far more than healthy work ever meets, and is for what takes
// the whole machine down.
const mostDeliveries = 100

// Lost is that the process that built a job is there no more; the job is tried again.
type Lost struct{ Why string }

func (l *Lost) Error() string { return l.Why }

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
func (q *Queue) Take(ctx context.Context, w Work, idle func() bool) error {
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
	var working sync.WaitGroup
	defer working.Wait()
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
					q.handle(context.WithoutCancel(ctx), ctx.Done(), m, w)
				})
			}
			err = batch.Error()
		}
		done()
		for range n - came {
			free <- struct{}{}
		}
		if came == 0 && ctx.Err() == nil {
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

// handle does all that one job needs. It tries nothing again once closing is closed.
func (q *Queue) handle(ctx context.Context, closing <-chan struct{}, m jetstream.Msg, w Work) {
	ended := keep(m, w)
	defer func() { ended() }()
	j := Job{Key: m.Subject()[len(jobSubject):], Content: m.Data()}
	var h heading
	at, err := m.Metadata()
	if err == nil {
		j.Tries = int(at.NumDelivered) - 1
		err = json.Unmarshal([]byte(m.Headers().Get(orderHeader)), &h)
		j.Order, j.Name = h.Order, h.Name
	}
	if err != nil {
		q.giveUp(ctx, m, j, w, fmt.Errorf("队列里的这一条不是本程序放的：%w", err))
		return
	}
	if j.Tries > 0 { // a worker that was killed, or lost its link, may have had it ready
		if d, err := q.doneOf(ctx, j.Key); err == nil && !d.Gone {
			m.Ack()
			return
		}
	}
	if j.Tries >= mostDeliveries {
		q.giveUp(ctx, m, j, w, fmt.Errorf("试了 %d 次，每次处理它的进程都中途没有了（内存不够、被结束、断电或者断网）", j.Tries))
		return
	}
	if h.Large {
		if j.Content, err = q.input(ctx, j.Key); errors.Is(err, jetstream.ErrObjectNotFound) {
			q.giveUp(ctx, m, j, w, errors.New("它的内容不在队列里了，请重新放入"))
			return
		} else if err != nil {
			m.NakWithDelay(time.Second)
			return
		}
	}
	r, err := w.Build(ctx, j)
	for losses := 1; ; losses++ {
		if lost := (*Lost)(nil); !errors.As(err, &lost) || losses >= w.Tries {
			break
		}
		w.Told(Event{Job: j, Err: err})
		select {
		case <-closing:
			m.NakWithDelay(time.Second)
			return
		case <-time.After(time.Second):
		}
		ended()
		ended = keep(m, w)
		r, err = w.Build(ctx, j)
	}
	if err != nil {
		q.giveUp(ctx, m, j, w, err)
		return
	}
	if err := q.store(ctx, j.Key, r); err != nil {
		m.NakWithDelay(time.Second)
		w.Told(Event{Job: j, Err: err})
		return
	}
	m.Ack()
	if h.Large {
		q.inputs.Delete(ctx, j.Key) // what stays is swept
	}
	w.Told(Event{Job: j, Result: r})
}

// keep has the server know that a job is still in hand, until ended is called or the
// limit is over.
func keep(m jetstream.Msg, w Work) (ended func()) {
	ctx, cancel := context.WithTimeout(context.Background(), w.Limit)
	go func() {
		ticks := time.NewTicker(w.AckWait / 3)
		defer ticks.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticks.C:
				m.InProgress()
			}
		}
	}()
	return cancel
}

// doneOf is what is known of one content.
func (q *Queue) doneOf(ctx context.Context, key string) (d Done, err error) {
	m, err := q.done.GetLastMsgForSubject(ctx, doneSubject+key)
	if err == nil {
		err = json.Unmarshal(m.Data, &d)
	}
	return d, err
}
