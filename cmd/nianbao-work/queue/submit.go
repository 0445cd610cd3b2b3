package queue

import (
	"context"
	"fmt"
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

// A pending message is one that the server has not confirmed.
type pending struct {
	message *nats.Msg
	future  jetstream.PubAckFuture
	isJob   bool
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
	if known == nil || known.Key != key || known.Name != name || known.Laid != nil || s.Again {
		if known != nil && known.Key != key && known.Laid == nil {
			s.tally.Replaced++
		}
		f := &File{Source: source, Name: name, Key: key}
		if known != nil {
			f.Old = known.last()
		}
		s.files[source] = f
		if err := s.send(&nats.Msg{Subject: f.subject(), Data: encoded(f)}, false); err != nil {
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
	if built && !done.Gone {
		if err := s.q.setDone(s.ctx, key, Done{Gone: true}); err != nil {
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
	return s.send(message, true)
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

func (s *Submitter) send(m *nats.Msg, isJob bool) error {
	var opts []jetstream.PublishOpt
	if isJob { // none of the subject may be there
		opts = append(opts, jetstream.WithExpectLastSequencePerSubject(0))
	}
	future, err := s.q.js.PublishMsgAsync(m, opts...)
	if err != nil {
		return err
	}
	s.waiting <- pending{m, future, isJob}
	return nil
}

// begin starts what waits for the server's answers.
func (s *Submitter) begin() {
	s.waiting, s.ended = make(chan pending, mostPending/2), make(chan error, 1)
	go func() {
		var failed error
		for p := range s.waiting {
			if failed != nil {
				continue
			}
			select {
			case <-p.future.Ok():
				if p.isJob {
					s.confirmed.New++
				}
			case err := <-p.future.Err():
				switch {
				case p.isJob && taken(err):
					s.confirmed.Queued++
				default:
					failed = s.sendAgain(p, err)
				}
			case <-s.ctx.Done():
				failed = s.ctx.Err()
			}
		}
		s.ended <- failed
	}()
}

// sendAgain is for a message that was lost while the server was away.
func (s *Submitter) sendAgain(p pending, err error) error {
	for range retries {
		var opts []jetstream.PublishOpt
		if p.isJob {
			opts = append(opts, jetstream.WithExpectLastSequencePerSubject(0))
		}
		_, err = s.q.js.PublishMsg(s.ctx, &nats.Msg{Subject: p.message.Subject, Header: p.message.Header, Data: p.message.Data}, opts...)
		if err == nil || p.isJob && taken(err) {
			if p.isJob {
				s.confirmed.New++
			}
			return nil
		}
		if wait(s.ctx, time.Second); s.ctx.Err() != nil {
			return s.ctx.Err()
		}
	}
	return fmt.Errorf("%s: %w", p.message.Subject, err)
}

// retries of what the server does not answer, a second apart.
const retries = 60
