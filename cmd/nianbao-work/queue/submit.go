package queue

import (
	"context"
	"slices"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"

	"nianbao/cmd/nianbao-work/job"
)

const (
	// mostPending is how many messages are on their way at once.
	mostPending    = 256
	publishTimeout = 30 * time.Second

	// mostInline is how large a content may be that stands in its message; the
	// server's own limit is 1 MB unless it is told otherwise.
	mostInline = 512 << 10
)

// A Tally counts what became of files that were put in.
type Tally struct {
	New    int // are to be built
	Queued int // their content is in the queue already
	Built  int // is built, and waits to be taken out
	Laid   int // was taken out before
	Dead   int // could not be built before

	Replaced int // have another content of their source, which was not taken out
}

// A Submitter puts files in, many at once.
type Submitter struct {
	Again bool // also what was built, taken out or given up before
	Order job.Order

	id    string // of this one
	q     *Queue
	ctx   context.Context
	files map[string]*File
	done  map[string]Done
	next  uint64 // of done
	dead  map[string]*Dead
	sent  map[string]uint64  // by key of a job that this one has sent: the word on its content before it
	await map[string]awaited // by source
	tally Tally

	confirmed Tally // what the server has answered; of begin's alone
	waiting   chan pending
	ended     chan error
}

// awaited is what came of a file that was put in.
type awaited struct {
	key   string
	after uint64 // whatever is said of the content from here on may be of its result
	count *int   // of the tally, in which the file is
}

// Submit begins to put files in.
func (q *Queue) Submit(ctx context.Context, order job.Order, again bool) (*Submitter, error) {
	s := &Submitter{Again: again, Order: order, id: nuid.Next(), q: q, ctx: ctx, done: map[string]Done{}, sent: map[string]uint64{}, await: map[string]awaited{}}
	files, err := q.Files(ctx)
	if err == nil {
		s.files = bySource(files)
		s.next, err = q.resultsFrom(ctx, 1, s.done)
	}
	if err == nil {
		s.dead, err = q.deadByKey(ctx)
	}
	if err != nil {
		return nil, err
	}
	s.begin()
	return s, nil
}

// Add puts a file in.
func (s *Submitter) Add(source, name string, content []byte) error {
	key := s.Order.Key(name, content)
	known := s.files[source]
	if known != nil && known.Key == key && known.Laid != nil && !s.Again {
		s.tally.Laid++
		return nil
	}
	before, built := s.done[key]
	after, sent := s.sent[key]
	mine := known != nil && known.Key == key && known.By == s.id // it is added a second time
	anew := s.Again && !mine
	if anew && !sent {
		// First of all: who takes the file out is not to take what was built before.
		err := s.persist(func() (err error) {
			before, err = s.q.buildAnew(s.ctx, key, before)
			return err
		})
		if err != nil {
			return err
		}
		built = before.at != time.Time{}
	}
	if known == nil || known.Key != key || known.Name != name || known.Laid != nil || anew {
		if known != nil && known.Key != key && known.Laid == nil {
			s.tally.Replaced++
		}
		if err := s.sendFile(&File{Source: source, Name: name, Key: key, By: s.id}, known); err != nil {
			return err
		}
	}
	switch {
	case sent:
		s.tally.Queued++
		s.await[source] = awaited{key, after, &s.tally.Queued}
		return nil
	case built && !before.Gone && !anew:
		s.tally.Built++
		s.await[source] = awaited{key, before.sequence, &s.tally.Built}
		return nil
	case s.dead[key] != nil && !anew:
		s.tally.Dead++
		return nil
	}
	s.sent[key] = before.sequence
	s.await[source] = awaited{key, before.sequence, &s.tally.New}
	if s.dead[key] != nil {
		if err := s.q.forgetDead(s.ctx, key); err != nil {
			return err
		}
		delete(s.dead, key)
	}
	h := heading{Order: s.Order, Name: name, Large: len(content) > mostInline}
	message := &nats.Msg{Subject: jobSubject + key, Header: nats.Header{orderHeader: {string(encoded(h))}}}
	if !h.Large {
		message.Data = content
	} else if err := s.q.inputs.put(s.ctx, key, content); err != nil {
		return err
	}
	p := pending{message: message, expect: []jetstream.PublishOpt{jetstream.WithExpectLastSequencePerSubject(0)}} // none may be there
	if anew && built && !before.Gone {
		return s.sendAnew(p, before)
	}
	return s.send(p)
}

// Settle waits until the server has confirmed all. Files whose result was taken out for
// others just now, though it was there when they were put in, are to be added again: it
// returns their sources.
func (s *Submitter) Settle() (again []string, t Tally, err error) {
	close(s.waiting)
	if err := <-s.ended; err != nil {
		return nil, s.tally, err
	}
	s.tally.New += s.confirmed.New
	s.tally.Queued += s.confirmed.Queued
	s.confirmed = Tally{}
	s.begin()
	// A result is marked as gone before it goes, and who takes it out looks for new
	// files afterwards: each of the two sees the other.
	if s.next, err = s.q.resultsFrom(s.ctx, s.next, s.done); err != nil {
		return nil, s.tally, err
	}
	again, err = s.missed()
	return again, s.tally, err
}

// missed are the sources of files whose content was taken out for others, and that were
// not laid.
func (s *Submitter) missed() (missed []string, err error) {
	defer clear(s.await)
	var there map[string]*File
	for source, a := range s.await {
		if d := s.done[a.key]; !d.Gone || d.sequence <= a.after {
			continue
		}
		if there == nil {
			files, err := s.q.Files(s.ctx)
			if err != nil {
				return nil, err
			}
			there = bySource(files)
		}
		f := there[source]
		if f == nil || f.Key != a.key { // somebody has put another in
			continue
		}
		s.files[source] = f
		switch {
		case f.Laid == nil:
			if *a.count == 0 { // its job was there already
				a.count = &s.tally.Queued
			}
			*a.count--
			delete(s.sent, a.key)
			missed = append(missed, source)
		case a.count == &s.tally.Built: // it was taken out itself
			*a.count--
			s.tally.Laid++
		}
	}
	slices.Sort(missed)
	return missed, nil
}
