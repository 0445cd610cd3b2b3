package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// A taker is a worker at work.
type taker struct {
	*Queue
	w       Work
	closing <-chan struct{} // closed when nothing is to be tried again
	end     func(why error) // of the whole worker
	inHand  sync.Map        // by sequence

	mu       sync.Mutex
	troubled bool
}

func (t *taker) hasToEnd() bool {
	if t == nil {
		return false
	}
	select {
	case <-t.closing:
		return true
	default:
		return false
	}
}

func (t *taker) trouble(err error) {
	if t == nil || t.w.Trouble == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.troubled != (err != nil) {
		t.troubled = err != nil
		t.w.Trouble(err)
	}
}

// unableDelay is after which a job goes on that a worker could not do anything about:
// for one that is started over and over, a hundred deliveries are to take long.
const unableDelay = time.Minute

// enough is how often a content is looked for that is not there: it may be on its way to
// the server that was asked, or just be put in again.
const enough = 5

// handle does all that one job needs.
func (t *taker) handle(ctx context.Context, m jetstream.Msg) {
	j := Job{Key: m.Subject()[len(jobSubject):], Content: m.Data()}
	at, err := m.Metadata()
	var h heading
	if err == nil {
		if _, has := t.inHand.LoadOrStore(at.Sequence.Stream, true); has {
			return // the server heard too late that it is in hand
		}
		defer t.inHand.Delete(at.Sequence.Stream)
		j.Tries = int(at.NumDelivered) - 1
		h, err = headingOf(m.Headers().Get(orderHeader))
		j.Order, j.Name = h.Order, h.Name
	}
	ended := keep(m, t.w)
	defer ended()
	if unable := (*Unable)(nil); errors.As(err, &unable) {
		t.unable(m, unable)
		return
	}
	if err != nil {
		t.giveUp(ctx, m, j, t.w, fmt.Errorf("队列里的这一条不是本程序放的：%w", err))
		return
	}
	if j.Tries > 0 { // a worker that was killed, or lost its link, may have had it ready
		if d, err := t.doneOf(ctx, j.Key); err == nil && !d.Gone && at.Timestamp.Before(d.at) {
			m.Ack()
			return
		}
	}
	if j.Tries >= mostDeliveries {
		t.giveUp(ctx, m, j, t.w, fmt.Errorf("交出去 %d 次都没有做成：处理它的进程中途没有了（内存不够、被结束、断电或者断网），或者做好了放不进队列", j.Tries))
		return
	}
	var input *place
	if h.Large {
		var damaged *Damaged
		if j.Content, input, err = t.inputs.get(ctx, j.Key); errors.As(err, &damaged) && j.Tries >= enough {
			t.giveUp(ctx, m, j, t.w, errors.New("它的内容不在队列里了，或者不全，请重新放入"))
			return
		} else if err != nil {
			m.NakWithDelay(time.Second)
			return
		}
	}
	r, err := t.w.Build(ctx, j)
	for losses := 1; ; losses++ {
		if lost := (*Lost)(nil); !errors.As(err, &lost) || losses >= t.w.Tries {
			break
		}
		t.w.Told(Event{Job: j, Err: err})
		select {
		case <-t.closing:
			m.NakWithDelay(time.Second)
			return
		case <-time.After(time.Second):
		}
		j.Tries++
		r, err = t.w.Build(ctx, j)
	}
	if unable := (*Unable)(nil); errors.As(err, &unable) {
		t.unable(m, unable)
		return
	}
	if err != nil {
		t.giveUp(ctx, m, j, t.w, err)
		return
	}
	if err := t.store(ctx, j.Key, r); err != nil {
		m.NakWithDelay(time.Second)
		t.w.Told(Event{Job: j, Err: err})
		return
	}
	m.Ack()
	if input != nil {
		t.inputs.remove(ctx, input) // what stays is swept
	}
	t.w.Told(Event{Job: j, Result: r})
}

func (t *taker) unable(m jetstream.Msg, why *Unable) {
	m.NakWithDelay(unableDelay)
	t.end(why)
}

// headingOf reads a heading. What it does not know would have a report built otherwise
// than it was asked for.
func headingOf(text string) (h heading, err error) {
	strict := json.NewDecoder(strings.NewReader(text))
	strict.DisallowUnknownFields()
	if strict.Decode(&h) == nil {
		return h, nil
	}
	h = heading{}
	if err = json.Unmarshal([]byte(text), &h); err == nil {
		err = &Unable{"队列里的报告是新版本的程序放的，要怎样做，本程序不认识；请换上同一个版本再运行"}
	}
	return h, err
}

// keep has the server know that a job is still in hand, until ended is called.
func keep(m jetstream.Msg, w Work) (ended func()) {
	ctx, cancel := context.WithCancel(context.Background())
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
