package queue

import (
	"cmp"
	"context"
	"slices"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Release says that contents are about to go, of which all files were laid, and returns
// what was put in meanwhile, which is to be laid as well before Remove. What somebody has
// built anew meanwhile, or is about to, does not go.
func (o *Out) Release(ctx context.Context, keys []string) ([]*Ready, error) {
	going := map[string]bool{}
	var first []string
	for _, key := range keys {
		going[key] = true
		if !o.done[key].Gone && !o.released[key] && !o.anew[key] {
			first = append(first, key)
		}
	}
	if err := o.announce(ctx, first); err != nil {
		return nil, err
	}
	late, next, err := o.q.filesFrom(ctx, o.next)
	if err != nil {
		return nil, err
	}
	o.next = next
	for _, f := range late {
		o.late[f.Source] = f
	}
	var wanted []*File
	var again []string
	for source, f := range o.late {
		if f.Laid == nil && !going[f.Key] { // of a content that may go later
			continue
		}
		delete(o.late, source)
		if f.Laid == nil {
			wanted, again = append(wanted, f), append(again, f.Key)
		}
	}
	slices.SortFunc(wanted, func(a, b *File) int { return cmp.Compare(a.sequence, b.sequence) })
	slices.Sort(again)
	// Who has a content built anew says so before its file is put in: where the last word
	// is still this one's, none of these files waits for that.
	if err := o.announce(ctx, slices.Compact(again)); err != nil {
		return nil, err
	}
	return o.readyOf(slices.DeleteFunc(wanted, func(f *File) bool { return o.anew[f.Key] })), nil
}

// announce says of contents that they are about to go, unless somebody else has had the last
// word on them.
func (o *Out) announce(ctx context.Context, keys []string) error {
	for some := range slices.Chunk(keys, mostUnsettled) {
		futures := map[string]jetstream.PubAckFuture{}
		for _, key := range some {
			d := o.done[key]
			d.Gone, d.Going = true, true
			future, err := o.q.js.PublishMsgAsync(&nats.Msg{Subject: doneSubject + key, Data: encoded(d)}, jetstream.WithExpectLastSequencePerSubject(d.sequence))
			if err != nil {
				return err
			}
			futures[key] = future
		}
		for key, future := range futures {
			ack, err := answer(ctx, future)
			switch {
			case taken(err):
				o.anew[key] = true
				delete(o.released, key)
			case err != nil:
				return err
			default:
				o.released[key] = true
				o.said(key, ack.Sequence)
			}
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
	said, err := o.say(ctx, key, o.done[key])
	if err == nil && !said { // somebody is about to build it anew
		o.anew[key] = true
	}
	return err
}

// Lost says that a content's result is there no more, so that it is built anew when it is
// put in again. Where it was made anew meanwhile, it is not.
func (o *Out) Lost(ctx context.Context, key string) (bool, error) {
	return o.say(ctx, key, Done{Gone: true})
}

// removers is how many are removed at once: each takes the server little and two answers.
const removers = 8

// Remove deletes the files of contents where Result got them; their hashes stay. What was
// built anew stays too.
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
	at, got := o.places.LoadAndDelete(key)
	if !got {
		return nil
	}
	return o.q.results.remove(ctx, at.(*place))
}
