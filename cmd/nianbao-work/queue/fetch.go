package queue

import (
	"context"
	"crypto/sha256"
	"errors"

	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
)

// Result fetches what came of a content; nil: it is there no more.
func (q *Queue) Result(ctx context.Context, key string) (*job.Result, error) {
	info, err := q.results.GetInfo(ctx, key)
	if errors.Is(err, jetstream.ErrObjectNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	packed, err := q.onlyPiece(ctx, info)
	if packed == nil && err == nil {
		packed, err = q.results.GetBytes(ctx, key)
	}
	if err != nil {
		return nil, err
	}
	return job.Unpack(packed)
}

// onlyPiece is the content of an object that is in one piece (ADR-20 of NATS says where),
// got by one question: the library's own way makes a consumer for each object, which
// takes the server as long as all else that it does for a report. nil: it has several,
// or the library is to say what is wrong with it.
func (q *Queue) onlyPiece(ctx context.Context, info *jetstream.ObjectInfo) ([]byte, error) {
	if info.Chunks != 1 {
		return nil, nil
	}
	m, err := q.pieces.GetLastMsgForSubject(ctx, "$O."+resultsBucket+".C."+info.NUID)
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	h.Write(m.Data)
	if jetstream.GetObjectDigestValue(h) != info.Digest {
		return nil, nil
	}
	return m.Data, nil
}
