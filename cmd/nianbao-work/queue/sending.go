package queue

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// A pending message is one that the server has not confirmed.
type pending struct {
	message *nats.Msg
	expect  []jetstream.PublishOpt
	file    *File // nil: it is a job
	future  jetstream.PubAckFuture
}

// sendFile says that a source has a content, unless it has got another since what is known
// of it was read.
func (s *Submitter) sendFile(f, known *File) error {
	p := pending{file: f}
	switch {
	case known == nil:
		p.expect = append(p.expect, jetstream.WithExpectLastSequencePerSubject(0))
	case known.sequence > 0: // else it was sent by this one
		p.expect = append(p.expect, jetstream.WithExpectLastSequencePerSubject(known.sequence))
	}
	if known != nil {
		f.Old = known.last()
	}
	s.files[f.Source] = f
	p.message = &nats.Msg{Subject: f.subject(), Data: encoded(f)}
	return s.send(p)
}

// sendAnew sends a job of a content that was built before. Where the job is still there
// that it was built by, its result is new enough, and is said to be there again.
func (s *Submitter) sendAnew(p pending, before Done) error {
	for {
		_, err := s.q.js.PublishMsg(s.ctx, p.message, p.expect...)
		if !taken(err) {
			s.tally.New++
			if err != nil {
				err = s.sendAgain(p)
			}
			return err
		}
		m, err := s.q.jobs.GetLastMsgForSubject(s.ctx, p.message.Subject)
		if errors.Is(err, jetstream.ErrMsgNotFound) { // it has ended
			continue
		}
		s.tally.Queued++
		if err == nil && m.Time.Before(before.at) {
			_, err = s.q.js.Publish(s.ctx, doneSubject+p.key(), encoded(before), jetstream.WithExpectLastSequencePerSubject(before.sequence))
			if taken(err) {
				err = nil
			}
		}
		return err
	}
}

// key is that of a job's content.
func (p pending) key() string { return strings.TrimPrefix(p.message.Subject, jobSubject) }

func (s *Submitter) send(p pending) (err error) {
	if p.future, err = s.q.js.PublishMsgAsync(p.message, p.expect...); err == nil {
		s.waiting <- p
	}
	return err
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
			_, err := answer(s.ctx, p.future)
			switch {
			case err == nil && p.file == nil:
				s.confirmed.New++
			case taken(err) && p.file == nil:
				s.confirmed.Queued++
			case taken(err):
				failed = s.persist(func() error { return s.replace(p.file) })
			case err != nil:
				if failed = s.sendAgain(p); failed == nil && p.file == nil {
					s.confirmed.New++
				}
			}
		}
		s.ended <- failed
	}()
}

// sendAgain is for a message that was lost while the server was away.
func (s *Submitter) sendAgain(p pending) error {
	err := s.persist(func() error {
		if p.file == nil {
			// Its answer alone may have been lost, and it be built by now.
			if d, err := s.q.doneOf(s.ctx, p.key()); err == nil && !d.Gone {
				return nil
			}
		}
		_, err := s.q.js.PublishMsg(s.ctx, &nats.Msg{Subject: p.message.Subject, Header: p.message.Header, Data: p.message.Data}, p.expect...)
		if taken(err) && p.file != nil {
			return s.replace(p.file)
		}
		if taken(err) {
			return nil
		}
		return err
	})
	if err != nil {
		err = fmt.Errorf("%s: %w", p.message.Subject, err)
	}
	return err
}

// replace puts a file in whose source somebody else has put in, or taken out, since it
// was read.
func (s *Submitter) replace(f *File) error {
	for {
		there, err := s.q.file(s.ctx, f.subject())
		if err != nil || there.Key == f.Key && (!s.Again || there.By == f.By) {
			return err
		}
		f.Old = there.last()
		_, err = s.q.js.Publish(s.ctx, f.subject(), encoded(f), jetstream.WithExpectLastSequencePerSubject(there.sequence))
		if !taken(err) {
			return err
		}
	}
}

// persist does something again while the server is away.
func (s *Submitter) persist(do func() error) (err error) {
	for range retries {
		if err = do(); err == nil || s.q.conn.IsClosed() {
			return err
		}
		if wait(s.ctx, time.Second); s.ctx.Err() != nil {
			return s.ctx.Err()
		}
	}
	return err
}

// retries of what the server does not answer, a second apart.
const retries = 60
