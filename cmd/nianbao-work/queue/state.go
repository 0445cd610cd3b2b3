package queue

import "context"

// A State is how far a queue is.
type State struct {
	Files   int // that were put in, as many as there are sources
	Laid    int // of them: taken out
	Waiting int // contents that nobody has begun
	InHand  int // contents that workers have

	Built  int // contents whose results wait to be taken out
	Erring int // of them: reports with errors
	Unread int // of them: files that could not be read
	Size   int // bytes of them
	Dead   []*Dead
}

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
		s.InHand = min(s.Waiting, consumer.CachedInfo().NumAckPending)
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
	if s.Dead, err = q.Dead(ctx); err != nil {
		return nil, err
	}
	for _, d := range done {
		if d.Gone {
			continue
		}
		s.Built++
		s.Size += d.Size
		if d.Errors > 0 {
			s.Erring++
		}
		if d.Unread {
			s.Unread++
		}
	}
	s.Files = len(files)
	for _, f := range files {
		if f.Laid != nil {
			s.Laid++
		}
	}
	return s, nil
}
