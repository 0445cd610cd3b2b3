package queue

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
)

// A Damaged result cannot be read, however often it is tried.
type Damaged struct{ Why error }

func (d *Damaged) Error() string { return d.Why.Error() }

// Result fetches what came of a content. A *Damaged error is that one's alone, and may be
// that of a result which was just made anew; all others are the server's.
func (q *Queue) Result(ctx context.Context, key string) (*job.Result, error) {
	info, err := q.results.GetInfo(ctx, key)
	if errors.Is(err, jetstream.ErrObjectNotFound) || errors.Is(err, jetstream.ErrBadObjectMeta) {
		return nil, &Damaged{err}
	}
	if err != nil {
		return nil, err
	}
	packed, err := q.joined(ctx, info)
	if err != nil {
		return nil, err
	}
	r, err := job.Unpack(packed)
	if err != nil {
		return nil, &Damaged{err}
	}
	return r, nil
}

// joined is the content of an object, got by one question a piece (ADR-20 of NATS says
// where they lie). The library's own way makes a consumer for each object, which takes
// the server as long as all else that it does for a report, and waits for a piece that is
// not there until its time is over.
func (q *Queue) joined(ctx context.Context, info *jetstream.ObjectInfo) ([]byte, error) {
	subject := "$O." + resultsBucket + ".C." + info.NUID
	var content []byte
	next := uint64(1)
	for range info.Chunks {
		m, err := q.piece(ctx, subject, info.Chunks, next)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			return nil, &Damaged{fmt.Errorf("%d of %d bytes are there", len(content), info.Size)}
		}
		if err != nil {
			return nil, err
		}
		content = append(content, m.Data...)
		next = m.Sequence + 1
	}
	h := sha256.New()
	h.Write(content)
	if jetstream.GetObjectDigestValue(h) != info.Digest {
		return nil, &Damaged{jetstream.ErrDigestMismatch}
	}
	return content, nil
}

func (q *Queue) piece(ctx context.Context, subject string, of uint32, next uint64) (*jetstream.RawStreamMsg, error) {
	if of == 1 { // the server finds it sooner
		return q.pieces.GetLastMsgForSubject(ctx, subject)
	}
	return q.pieces.GetMsg(ctx, next, jetstream.WithGetMsgSubject(subject))
}
