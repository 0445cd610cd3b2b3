package queue

import (
	"context"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

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

	q     *Queue
	ctx   context.Context
	files map[string]*File
	done  map[string]Done
	next  uint64 // of done
	dead  map[string]*Dead
	sent  map[string]bool // keys that this one has sent
	built map[string][]string
	tally Tally

	confirmed Tally // what the server has answered; of begin's alone
	waiting   chan pending
	ended     chan error
}

// Submit begins to put files in.
func (q *Queue) Submit(ctx context.Context, order job.Order, again bool) (*Submitter, error) {
	s := &Submitter{Again: again, Order: order, q: q, ctx: ctx, done: map[string]Done{}, sent: map[string]bool{}, built: map[string][]string{}}
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
	var before Done
	if s.Again && !s.sent[key] {
		// First of all: who takes the file out is not to take what was built before.
		var err error
		if before, err = s.q.buildAnew(s.ctx, key); err != nil {
			return err
		}
	}
	if known == nil || known.Key != key || known.Name != name || known.Laid != nil || s.Again {
		if known != nil && known.Key != key && known.Laid == nil {
			s.tally.Replaced++
		}
		if err := s.sendFile(&File{Source: source, Name: name, Key: key}, known); err != nil {
			return err
		}
	}
	done, built := s.done[key]
	switch {
	case s.sent[key]:
		s.tally.Queued++
		return nil
	case built && !done.Gone && !s.Again:
		s.tally.Built++
		s.built[key] = append(s.built[key], source)
		return nil
	case s.dead[key] != nil && !s.Again:
		s.tally.Dead++
		return nil
	}
	s.sent[key] = true
	if s.dead[key] != nil {
		if err := s.q.forgetDead(s.ctx, key); err != nil {
			return err
		}
	}
	h := heading{Order: s.Order, Name: name, Large: len(content) > mostInline}
	message := &nats.Msg{Subject: jobSubject + key, Header: nats.Header{orderHeader: {string(encoded(h))}}}
	if !h.Large {
		message.Data = content
	} else if err := s.q.inputs.put(s.ctx, key, content); err != nil {
		return err
	}
	p := pending{message: message, expect: []jetstream.PublishOpt{jetstream.WithExpectLastSequencePerSubject(0)}} // none may be there
	if s.Again {
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
	for key, sources := range s.built {
		if s.done[key].Gone {
			again = append(again, sources...)
			s.tally.Built -= len(sources)
		}
		delete(s.built, key)
	}
	return again, s.tally, nil
}
