package queue

import (
	"context"
	"encoding/json"
	"errors"
	"sync"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
)

// An Out takes results out of a queue.
type Out struct {
	Files []*File // all that were put in, in the order in which they were
	q     *Queue
	done  map[string]Done
	next  uint64 // of the files
	marks []mark

	refused  map[*File]bool  // whose marks were
	released map[string]bool // contents that were said to be about to go
	anew     map[string]bool // contents that somebody has built anew meanwhile
	places   sync.Map        // by key, where results lie that were got
}

// A Ready content is built, and those files wait for it.
type Ready struct {
	Key   string
	Done  Done
	Files []*File
}

type mark struct {
	file   *File
	future jetstream.PubAckFuture
}

// TakeOut looks for what can be taken out.
func (q *Queue) TakeOut(ctx context.Context) (*Out, error) {
	o := &Out{q: q, refused: map[*File]bool{}, released: map[string]bool{}, anew: map[string]bool{}}
	var err error
	if o.Files, o.next, err = q.filesFrom(ctx, 1); err == nil {
		o.done, err = q.Results(ctx)
	}
	return o, err
}

// Ready are the contents that can be taken out, in the order in which the first file
// of each was put in.
func (o *Out) Ready() (ready []*Ready) { return o.readyOf(o.Files) }

func (o *Out) readyOf(files []*File) (ready []*Ready) {
	at := map[string]*Ready{}
	for _, f := range files {
		d, built := o.done[f.Key]
		if f.Laid != nil || !built || d.Gone {
			continue
		}
		if at[f.Key] == nil {
			at[f.Key] = &Ready{Key: f.Key, Done: d}
			ready = append(ready, at[f.Key])
		}
		at[f.Key].Files = append(at[f.Key].Files, f)
	}
	return ready
}

// Result fetches what came of a content. A *Damaged error is that one's alone, and may be
// that of a result which was just made anew; all others are the server's.
func (o *Out) Result(ctx context.Context, key string) (*job.Result, error) {
	packed, at, err := o.q.results.get(ctx, key)
	if err != nil {
		return nil, err
	}
	r, err := job.Unpack(packed)
	if err != nil {
		return nil, &Damaged{err}
	}
	o.places.Store(key, at)
	return r, nil
}

// Mark says where a file's were laid. A file that was put in anew meanwhile, with
// another content, is left as it is.
func (o *Out) Mark(ctx context.Context, f *File, laid Laid) error {
	if len(o.marks) >= mostUnsettled {
		if err := o.Settle(ctx); err != nil {
			return err
		}
	}
	marked := *f
	marked.Laid, marked.Old = &laid, nil
	future, err := o.q.js.PublishMsgAsync(&nats.Msg{Subject: f.subject(), Data: encoded(marked)}, jetstream.WithExpectLastSequencePerSubject(f.sequence))
	if err == nil {
		f.Laid, f.Old = marked.Laid, nil
		o.marks = append(o.marks, mark{f, future})
	}
	return err
}

// mostUnsettled is how many messages are sent before their answers are waited for. Beyond
// mostPending none are sent.
const mostUnsettled = mostPending / 2

// Settle waits until the server has the marks, or has refused them, which Marked tells.
func (o *Out) Settle(ctx context.Context) error {
	defer func() { o.marks = nil }()
	for _, m := range o.marks {
		_, err := answer(ctx, m.future)
		if taken(err) {
			o.refused[m.file] = true
			err = o.q.older(ctx, m.file)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Marked reports whether a file's mark, which was settled, is there.
func (o *Out) Marked(f *File) bool { return f.Laid != nil && !o.refused[f] }

// older tells a file that was put in anew while its older content was laid, where that is.
func (q *Queue) older(ctx context.Context, laid *File) error {
	m, err := q.files.GetLastMsgForSubject(ctx, laid.subject())
	if err != nil {
		return err
	}
	f := &File{}
	if err := json.Unmarshal(m.Data, f); err != nil {
		return err
	}
	if f.Laid != nil {
		return nil
	}
	f.Old = laid.Laid
	_, err = q.js.Publish(ctx, f.subject(), encoded(f), jetstream.WithExpectLastSequencePerSubject(m.Sequence))
	if taken(err) {
		return nil
	}
	return err
}

// Release says that contents are about to go, of which all files were laid, and returns
// what was put in just before that, which is to be laid as well before Remove. What
// somebody has built anew meanwhile, or is about to, does not go.
func (o *Out) Release(ctx context.Context, keys []string) ([]*Ready, error) {
	going := map[string]bool{}
	futures := map[string]jetstream.PubAckFuture{}
	for _, key := range keys {
		going[key] = true
		d := o.done[key]
		if d.Gone || o.released[key] || o.anew[key] {
			continue
		}
		d.Gone = true
		future, err := o.q.js.PublishMsgAsync(&nats.Msg{Subject: doneSubject + key, Data: encoded(d)}, jetstream.WithExpectLastSequencePerSubject(d.sequence))
		if err != nil {
			return nil, err
		}
		if futures[key] = future; len(futures) < mostUnsettled {
			continue
		}
		if err := o.answered(ctx, futures); err != nil {
			return nil, err
		}
		clear(futures)
	}
	if err := o.answered(ctx, futures); err != nil {
		return nil, err
	}
	late, next, err := o.q.filesFrom(ctx, o.next)
	if err != nil {
		return nil, err
	}
	o.next = next
	var wanted []*File
	for _, f := range late {
		if going[f.Key] && f.Laid == nil {
			wanted = append(wanted, f)
		}
	}
	return o.readyOf(wanted), nil
}

// answered waits until the server has taken what was said of contents, or refused it.
func (o *Out) answered(ctx context.Context, futures map[string]jetstream.PubAckFuture) error {
	for key, future := range futures {
		ack, err := answer(ctx, future)
		switch {
		case taken(err):
			o.anew[key] = true
		case err != nil:
			return err
		default:
			o.released[key] = true
			o.said(key, ack.Sequence)
		}
	}
	return nil
}

// said is that the last word on a content is this one's own.
func (o *Out) said(key string, sequence uint64) {
	d := o.done[key]
	d.sequence = sequence
	o.done[key] = d
}

// Keep takes back that a content is about to go.
func (o *Out) Keep(ctx context.Context, key string) error {
	if !o.released[key] {
		return nil
	}
	delete(o.released, key)
	ack, err := o.q.js.Publish(ctx, doneSubject+key, encoded(o.done[key]), jetstream.WithExpectLastSequencePerSubject(o.done[key].sequence))
	if taken(err) { // somebody is about to build it anew
		o.anew[key] = true
		return nil
	}
	if err == nil {
		o.said(key, ack.Sequence)
	}
	return err
}

// Lost says that a content's result is there no more, so that it is built anew when it is
// put in again. Where it was made anew meanwhile, it is not.
func (o *Out) Lost(ctx context.Context, key string) (bool, error) {
	_, err := o.q.js.Publish(ctx, doneSubject+key, encoded(Done{Gone: true}), jetstream.WithExpectLastSequencePerSubject(o.done[key].sequence))
	if taken(err) {
		return false, nil
	}
	return err == nil, err
}

// removers is how many are removed at once: each takes the server little and two answers.
const removers = 8

// Remove deletes the files of contents; their hashes stay. What was built anew stays too.
func (o *Out) Remove(ctx context.Context, keys []string) error {
	errs := make(chan error, len(keys))
	free := make(chan struct{}, removers)
	n := 0
	for _, key := range keys {
		if o.anew[key] {
			continue
		}
		o.done[key] = Done{Gone: true}
		free <- struct{}{}
		n++
		go func() {
			err := o.remove(ctx, key)
			<-free
			errs <- err
		}()
	}
	var first error // the others say the same
	for range n {
		if err := <-errs; first == nil {
			first = err
		}
	}
	return first
}

func (o *Out) remove(ctx context.Context, key string) error {
	if at, got := o.places.LoadAndDelete(key); got {
		return o.q.results.remove(ctx, at.(*place))
	}
	err := o.q.results.Delete(ctx, key)
	if errors.Is(err, jetstream.ErrObjectNotFound) {
		err = nil
	}
	return err
}
