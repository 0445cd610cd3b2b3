package queue

import (
	"context"
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

	refused  map[*File]bool   // whose marks were
	released map[string]bool  // contents that were said to be about to go
	anew     map[string]bool  // contents that somebody has built anew meanwhile, or is about to
	late     map[string]*File // by source: what was put in meanwhile, and is not laid
	places   sync.Map         // by key, where results lie that were got
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
	o := &Out{q: q, refused: map[*File]bool{}, released: map[string]bool{}, anew: map[string]bool{}, late: map[string]*File{}}
	var err error
	if o.Files, o.next, err = q.filesFrom(ctx, 1); err == nil {
		o.done, err = q.Results(ctx)
	}
	if err == nil {
		err = o.restore(ctx)
	}
	return o, err
}

// An absence is how often the result of a content was looked for in vain since the last
// word on it.
type absence struct {
	word  uint64
	looks int
}

// mostLooks is after how many it is believed: a copy of a cluster may be behind.
const mostLooks = 3

// restore says of what was about to be taken out, and was not before that ended, that it
// is there.
func (o *Out) restore(ctx context.Context) error {
	for _, f := range o.Files {
		d := o.done[f.Key]
		absent := o.q.absent[f.Key]
		if absent.word != d.sequence {
			absent = absence{word: d.sequence}
		}
		if f.Laid != nil || !d.Going || absent.looks >= mostLooks {
			continue
		}
		at, err := o.q.results.where(ctx, f.Key)
		if errors.As(err, new(*Damaged)) || err == nil && at.info.Digest != d.Digest {
			absent.looks++
			o.q.absent[f.Key] = absent
			continue
		}
		if err != nil {
			return err
		}
		d.Gone, d.Going = false, false
		if _, err := o.say(ctx, f.Key, d); err != nil {
			return err
		}
	}
	return nil
}

// say has the last word on a content, unless somebody else has had it meanwhile.
func (o *Out) say(ctx context.Context, key string, d Done) (bool, error) {
	ack, err := o.q.js.Publish(ctx, doneSubject+key, encoded(d), jetstream.WithExpectLastSequencePerSubject(o.done[key].sequence))
	if taken(err) {
		return false, nil
	}
	if err == nil {
		d.sequence = ack.Sequence
		o.done[key] = d
	}
	return err == nil, err
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
	if said := o.done[key].Digest; said != "" && said != at.info.Digest {
		return nil, &Damaged{errors.New("another build of it is there")}
	}
	r, err := job.Unpack(packed)
	if err != nil {
		return nil, &Damaged{err}
	}
	o.places.Store(key, at)
	return r, nil
}

// Mark says where a file's were laid. A file that was put in anew meanwhile is left as it
// is.
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

// older tells a file that was put in anew while its files were laid, where those are.
func (q *Queue) older(ctx context.Context, laid *File) error {
	for {
		f, err := q.file(ctx, laid.subject())
		if err != nil || f.Laid != nil {
			return err
		}
		f.Old = laid.Laid
		_, err = q.js.Publish(ctx, f.subject(), encoded(f), jetstream.WithExpectLastSequencePerSubject(f.sequence))
		if !taken(err) { // else it was put in once more
			return err
		}
	}
}
