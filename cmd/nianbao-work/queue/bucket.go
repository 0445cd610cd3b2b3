package queue

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
)

// A bucket is an object store of NATS. ADR-20 of NATS says where an object lies: its
// pieces, and an entry that tells of them. The library's own ways ask what was there
// before, and subscribe anew for each object; that costs the server more than the object.
type bucket struct {
	jetstream.ObjectStore
	name   string
	js     jetstream.JetStream
	stream jetstream.Stream
	free   chan struct{} // for each that may be put in at once
}

// A place is where an object lies.
type place struct {
	info   jetstream.ObjectInfo
	entry  uint64   // sequence
	pieces []uint64 // sequences of those that were got
}

// A Damaged object cannot be read, however often it is tried.
type Damaged struct{ Why error }

func (d *Damaged) Error() string { return d.Why.Error() }

func (b *bucket) entry(name string) string {
	return "$O." + b.name + ".M." + base64.URLEncoding.EncodeToString([]byte(name))
}

func (b *bucket) piecesOf(id string) string { return "$O." + b.name + ".C." + id }

// mostChunk is how large the pieces of an object are at the most. One piece an object
// is cheaper than several.
const mostChunk = 512 << 10

func digest(content []byte) string {
	h := sha256.New()
	h.Write(content)
	return jetstream.GetObjectDigestValue(h)
}

// put puts an object in. Where there is or was one of its name, that is replaced.
func (b *bucket) put(ctx context.Context, name string, content []byte) error {
	if len(content) <= mostChunk {
		if err := b.putNew(ctx, name, content); !taken(err) {
			return err
		}
	}
	options := &jetstream.ObjectMetaOptions{ChunkSize: uint32(max(1, min(len(content), mostChunk)))}
	_, err := b.Put(ctx, jetstream.ObjectMeta{Name: name, Opts: options}, bytes.NewReader(content))
	return err
}

// putNew puts an object of one piece in, of whose name there is none and never was.
func (b *bucket) putNew(ctx context.Context, name string, content []byte) error {
	b.free <- struct{}{}
	defer func() { <-b.free }()
	info := jetstream.ObjectInfo{Bucket: b.name, NUID: nuid.Next(), Size: uint64(len(content)), Chunks: 1, Digest: digest(content)}
	info.Name, info.Opts = name, &jetstream.ObjectMetaOptions{ChunkSize: uint32(max(1, len(content)))}
	piece, err := b.js.PublishMsgAsync(&nats.Msg{Subject: b.piecesOf(info.NUID), Data: content})
	if err != nil {
		return err
	}
	entry, err := b.js.PublishMsgAsync(&nats.Msg{Subject: b.entry(name), Data: encoded(info)}, jetstream.WithExpectLastSequencePerSubject(0))
	if err != nil {
		return err
	}
	if _, err := answer(ctx, piece); err != nil {
		return err // an entry without its piece is replaced by the next try
	}
	if _, err = answer(ctx, entry); err != nil {
		b.purge(ctx, info.NUID) // what stays is swept
	}
	return err
}

// purge deletes the pieces of an object.
func (b *bucket) purge(ctx context.Context, id string) error {
	return b.stream.Purge(ctx, jetstream.WithPurgeSubject(b.piecesOf(id)))
}

// where is where an object lies, of which no piece is got.
func (b *bucket) where(ctx context.Context, name string) (*place, error) {
	m, err := b.stream.GetLastMsgForSubject(ctx, b.entry(name))
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return nil, &Damaged{jetstream.ErrObjectNotFound}
	}
	if err != nil {
		return nil, err
	}
	at := &place{entry: m.Sequence}
	if err := json.Unmarshal(m.Data, &at.info); err != nil {
		return nil, &Damaged{err}
	}
	if at.info.Deleted || at.info.NUID == "" {
		return nil, &Damaged{jetstream.ErrObjectNotFound}
	}
	return at, nil
}

// get is an object's content, and where it lies. A *Damaged error is that of the object
// alone, and may be that of one that was just made anew; all others are the server's.
func (b *bucket) get(ctx context.Context, name string) ([]byte, *place, error) {
	at, err := b.where(ctx, name)
	if err != nil {
		return nil, nil, err
	}
	var content []byte
	for range at.info.Chunks {
		m, err := b.piece(ctx, at)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			return nil, nil, &Damaged{fmt.Errorf("%d of %d bytes are there", len(content), at.info.Size)}
		}
		if err != nil {
			return nil, nil, err
		}
		if at.info.Chunks == 1 {
			content = m.Data
		} else {
			content = append(content, m.Data...)
		}
		at.pieces = append(at.pieces, m.Sequence)
	}
	if digest(content) != at.info.Digest {
		return nil, nil, &Damaged{jetstream.ErrDigestMismatch}
	}
	return content, at, nil
}

// piece is the next one of an object.
func (b *bucket) piece(ctx context.Context, at *place) (*jetstream.RawStreamMsg, error) {
	subject, n := b.piecesOf(at.info.NUID), len(at.pieces)
	switch {
	case at.info.Chunks == 1: // the server finds it sooner
		return b.stream.GetLastMsgForSubject(ctx, subject)
	case n == 0:
		return b.stream.GetMsg(ctx, 1, jetstream.WithGetMsgSubject(subject))
	}
	return b.stream.GetMsg(ctx, at.pieces[n-1]+1, jetstream.WithGetMsgSubject(subject))
}

// remove deletes an object that lies where it was got from. What was put in its place
// meanwhile stays.
func (b *bucket) remove(ctx context.Context, at *place) error {
	gone := at.info
	gone.Deleted, gone.Size, gone.Chunks, gone.Digest = true, 0, 0, ""
	m := &nats.Msg{Subject: b.entry(gone.Name), Data: encoded(gone), Header: nats.Header{}}
	m.Header.Set(jetstream.MsgRollup, jetstream.MsgRollupSubject)
	_, err := b.js.PublishMsg(ctx, m, jetstream.WithExpectLastSequencePerSubject(at.entry))
	if err != nil && !taken(err) {
		return err
	}
	if err != nil || len(at.pieces) != int(at.info.Chunks) {
		return b.purge(ctx, at.info.NUID)
	}
	for _, sequence := range at.pieces { // which costs the server less
		if err := b.stream.DeleteMsg(ctx, sequence); errors.Is(err, jetstream.ErrMsgDeleteUnsuccessful) {
			return b.purge(ctx, at.info.NUID)
		} else if err != nil {
			return err
		}
	}
	return nil
}

// answer waits until the server has taken a message.
func answer(ctx context.Context, future jetstream.PubAckFuture) (*jetstream.PubAck, error) {
	select {
	case ack := <-future.Ok():
		return ack, nil
	case err := <-future.Err():
		return nil, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
