package queue

import (
	"context"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// A State is how far a queue is.
type State struct {
	Files   int // that were put in, as many as there are sources
	Laid    int // of them: taken out
	Waiting int // contents that nobody has begun
	InHand  int // contents that workers have, or had who were killed a short while ago
	Idle    int // workers that could do more

	Built  int // contents whose results wait to be taken out
	Erring int // of them: reports with errors
	Unread int // of them: files that could not be read
	Size   int // bytes of them

	Dead    []*Dead // contents of files that could not be built
	Missing int     // contents of files that nothing will come of, unless they are put in again
}

// Settled is how old a file must be to be missed: its content is sent after it.
var Settled = 2 * time.Minute

// Left is how many contents are to be built, or are being built by somebody.
func (q *Queue) Left(ctx context.Context) (int, error) {
	info, err := q.jobs.Info(ctx)
	if err != nil {
		return 0, err
	}
	return int(info.State.Msgs), nil
}

// State looks through the queue.
func (q *Queue) State(ctx context.Context) (*State, error) {
	s := &State{}
	info, err := q.jobs.Info(ctx)
	if err != nil {
		return nil, err
	}
	s.Waiting = int(info.State.Msgs)
	if consumer, err := q.jobs.Consumer(ctx, consumerName); err == nil {
		s.InHand, s.Idle = min(s.Waiting, consumer.CachedInfo().NumAckPending), consumer.CachedInfo().NumWaiting
		s.Waiting -= s.InHand
	}
	files, err := q.Files(ctx)
	if err != nil {
		return nil, err
	}
	done, err := q.Results(ctx)
	if err != nil {
		return nil, err
	}
	dead, err := q.deadByKey(ctx)
	if err != nil {
		return nil, err
	}
	s.Files = len(files)
	seen := map[string]bool{}
	missing := map[string]bool{}
	for _, f := range files {
		if f.Laid != nil {
			s.Laid++
			continue
		}
		if seen[f.Key] {
			continue
		}
		seen[f.Key] = true
		d, built := done[f.Key]
		switch {
		case built && !d.Gone:
			s.add(d)
		case dead[f.Key] != nil:
			s.Dead = append(s.Dead, dead[f.Key])
		case info.TimeStamp.Sub(f.at) >= Settled:
			missing[f.Key] = true
		}
	}
	s.Missing, err = q.missing(ctx, missing)
	return s, err
}

func (s *State) add(d Done) {
	s.Built++
	s.Size += d.Size
	if d.Errors > 0 {
		s.Erring++
	}
	if d.Unread {
		s.Unread++
	}
}

// missing is how many of the contents that are neither built nor given up have no job
// either. One that just ended, or is just being put in again, is no such: so it is looked
// twice, and each time first whether there is a job.
func (q *Queue) missing(ctx context.Context, keys map[string]bool) (int, error) {
	for look := range 2 {
		if len(keys) == 0 {
			return 0, nil
		}
		if look > 0 {
			wait(ctx, time.Second)
		}
		info, err := q.jobs.Info(ctx, jetstream.WithSubjectFilter(jobSubject+">"))
		if err != nil {
			return 0, err
		}
		for subject := range info.State.Subjects {
			delete(keys, strings.TrimPrefix(subject, jobSubject))
		}
		done, err := q.Results(ctx)
		if err != nil {
			return 0, err
		}
		dead, err := q.deadByKey(ctx)
		if err != nil {
			return 0, err
		}
		files, err := q.Files(ctx) // last: where they were laid is marked before the result goes
		if err != nil {
			return 0, err
		}
		wanted := map[string]bool{}
		for _, f := range files {
			wanted[f.Key] = wanted[f.Key] || f.Laid == nil
		}
		for key := range keys {
			if d, built := done[key]; built && !d.Gone || dead[key] != nil || !wanted[key] {
				delete(keys, key)
			}
		}
	}
	return len(keys), nil
}
