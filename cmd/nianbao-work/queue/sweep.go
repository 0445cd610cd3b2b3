package queue

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// Swept counts what was removed.
type Swept struct {
	Pieces  int // of objects that were never finished, their writer having been killed
	Results int // of contents that no file has any more
	Dead    int // entries of contents that no file has any more
	Inputs  int // contents of jobs that are there no more
}

// Sweep removes what killed programs have left behind. What is younger than an age may
// be somebody's at work, and is left.
func (q *Queue) Sweep(ctx context.Context, age time.Duration) (s Swept, err error) {
	before := time.Now().Add(-age)
	if err := q.sweepResults(ctx, before, &s); err != nil {
		return s, err
	}
	if err := q.sweepDead(ctx, before, &s); err != nil {
		return s, err
	}
	if err := q.sweepInputs(ctx, before, &s); err != nil {
		return s, err
	}
	for _, b := range []*bucket{q.results, q.inputs} {
		n, err := b.sweepPieces(ctx, before)
		s.Pieces += n
		if err != nil {
			return s, err
		}
	}
	return s, nil
}

func (b *bucket) list(ctx context.Context) ([]*jetstream.ObjectInfo, error) {
	all, err := b.List(ctx)
	if errors.Is(err, jetstream.ErrNoObjectsFound) {
		return nil, nil
	}
	return all, err
}

// same is where an object that was listed lies; nil: it has gone or was replaced meanwhile.
func (b *bucket) same(ctx context.Context, listed *jetstream.ObjectInfo) (*place, error) {
	at, err := b.where(ctx, listed.Name)
	if errors.As(err, new(*Damaged)) || err == nil && at.info.NUID != listed.NUID {
		return nil, nil
	}
	return at, err
}

// sweepResults removes those that no file waits for: its source was put in again with
// another content meanwhile, or a fetch was killed just before it removed them.
func (q *Queue) sweepResults(ctx context.Context, before time.Time, s *Swept) error {
	o, err := q.TakeOut(ctx)
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, f := range o.Files {
		wanted[f.Key] = wanted[f.Key] || f.Laid == nil
	}
	all, err := q.results.list(ctx)
	if err != nil {
		return err
	}
	var keys []string
	there := map[string]bool{}
	for _, object := range all {
		there[object.Name] = true
		if wanted[object.Name] || !object.ModTime.Before(before) {
			continue
		}
		at, err := q.results.same(ctx, object)
		if err != nil {
			return err
		}
		if at != nil {
			o.places.Store(object.Name, at)
			keys = append(keys, object.Name)
		}
	}
	// A worker that was late may say that it has made what was just taken out and removed.
	for key, d := range o.done {
		if !d.Gone && !wanted[key] && !there[key] {
			if _, err := o.Lost(ctx, key); err != nil {
				return err
			}
		}
	}
	late, err := o.Release(ctx, keys)
	if err != nil {
		return err
	}
	for _, r := range late {
		if err := o.Keep(ctx, r.Key); err != nil {
			return err
		}
	}
	for _, key := range keys {
		if !o.released[key] && !o.done[key].Gone {
			continue
		}
		if err := o.Remove(ctx, []string{key}); err != nil {
			return err
		}
		s.Results++
	}
	return nil
}

// sweepDead removes entries of files that were corrected.
func (q *Queue) sweepDead(ctx context.Context, before time.Time, s *Swept) error {
	dead, err := q.deadByKey(ctx)
	if err != nil || len(dead) == 0 {
		return err
	}
	files, err := q.Files(ctx) // after the entries, which are younger than their files
	if err != nil {
		return err
	}
	for _, f := range files {
		delete(dead, f.Key)
	}
	for key, d := range dead {
		if !d.At.Before(before) {
			continue
		}
		if err := q.forgetDead(ctx, key); err != nil {
			return err
		}
		s.Dead++
	}
	return nil
}

// sweepInputs removes contents that no job needs.
func (q *Queue) sweepInputs(ctx context.Context, before time.Time, s *Swept) error {
	all, err := q.inputs.list(ctx)
	if err != nil {
		return err
	}
	for _, object := range all {
		if !object.ModTime.Before(before) {
			continue
		}
		at, err := q.inputs.same(ctx, object)
		if err != nil {
			return err
		}
		if at == nil {
			continue
		}
		_, job := q.jobs.GetLastMsgForSubject(ctx, jobSubject+object.Name)
		_, dead := q.dead.GetLastMsgForSubject(ctx, deadSubject+object.Name)
		if !errors.Is(job, jetstream.ErrMsgNotFound) || !errors.Is(dead, jetstream.ErrMsgNotFound) {
			continue
		}
		if err := q.inputs.remove(ctx, at); err != nil {
			return err
		}
		s.Inputs++
	}
	return nil
}

// sweepPieces removes pieces that belong to no object.
func (b *bucket) sweepPieces(ctx context.Context, before time.Time) (n int, err error) {
	info, err := b.stream.Info(ctx, jetstream.WithSubjectFilter(b.piecesOf(">")))
	if err != nil {
		return 0, err
	}
	all, err := b.list(ctx) // after the pieces, which are older than what lists them
	if err != nil {
		return 0, err
	}
	owned := map[string]bool{}
	for _, object := range all {
		owned[object.NUID] = true
	}
	for subject := range info.State.Subjects {
		if owned[strings.TrimPrefix(subject, b.piecesOf(""))] {
			continue
		}
		m, err := b.stream.GetLastMsgForSubject(ctx, subject)
		if errors.Is(err, jetstream.ErrMsgNotFound) || err == nil && !m.Time.Before(before) {
			continue
		}
		if err == nil {
			err = b.stream.Purge(ctx, jetstream.WithPurgeSubject(subject))
		}
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
