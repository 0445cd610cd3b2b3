package queue

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// A File is one that somebody put in. There is one of a source: what was put in last.
type File struct {
	Source string `json:"source"` // the machine and the path on it, by which the file is known again
	Name   string `json:"name"`   // below the folder that was put in, with slashes
	Key    string `json:"key"`    // of its content
	Laid   *Laid  `json:"laid,omitempty"`
	Old    *Laid  `json:"old,omitempty"` // where those of an older content of its lie, until others were laid
	By     string `json:"by,omitempty"`  // the Submitter that put it in

	sequence uint64
	at       time.Time // when it was put in, or laid, by the server's clock
}

// Laid is where the files of a report were laid when they were taken out.
type Laid struct {
	Folder string   `json:"folder"` // the machine and the path on it
	Paths  []string `json:"paths"`  // below that
	Sums   []string `json:"sums"`   // SHA-256 of each, by which it is seen whether somebody has worked on it
}

// last is where files of its lie.
func (f *File) last() *Laid {
	if f.Laid != nil {
		return f.Laid
	}
	return f.Old
}

func (f *File) subject() string {
	sum := sha256.Sum256([]byte(f.Source))
	return fileSubject + hex.EncodeToString(sum[:16])
}

// Files are all that were put in, in the order in which they were.
func (q *Queue) Files(ctx context.Context) ([]*File, error) {
	files, _, err := q.filesFrom(ctx, 1)
	return files, err
}

func (q *Queue) filesFrom(ctx context.Context, from uint64) (files []*File, next uint64, err error) {
	next, err = each(ctx, q.files, from, func(m jetstream.Msg) error {
		f := &File{}
		if err := json.Unmarshal(m.Data(), f); err != nil {
			return err
		}
		at, err := m.Metadata()
		if err == nil {
			f.sequence, f.at = at.Sequence.Stream, at.Timestamp
		}
		files = append(files, f)
		return err
	})
	return files, next, err
}

// file is what was put in last of a source.
func (q *Queue) file(ctx context.Context, subject string) (*File, error) {
	m, err := q.files.GetLastMsgForSubject(ctx, subject)
	if err != nil {
		return nil, err
	}
	f := &File{sequence: m.Sequence, at: m.Time}
	return f, json.Unmarshal(m.Data, f)
}

// Done is what is known of a content that was built.
type Done struct {
	Gone   bool   `json:"gone,omitempty"`   // its files were taken out, or it is to be built anew
	Going  bool   `json:"going,omitempty"`  // Gone, by who takes them out, and may still be there
	Errors int    `json:"errors,omitempty"` // in the report
	Unread bool   `json:"unread,omitempty"` // the file could not be read
	Size   int    `json:"size"`             // bytes in the object store
	Digest string `json:"digest,omitempty"` // of these

	sequence uint64
	at       time.Time // when that was said
}

// Results are the contents that were built, by key.
func (q *Queue) Results(ctx context.Context) (map[string]Done, error) {
	done := map[string]Done{}
	_, err := q.resultsFrom(ctx, 1, done)
	return done, err
}

func (q *Queue) resultsFrom(ctx context.Context, from uint64, into map[string]Done) (next uint64, err error) {
	return each(ctx, q.done, from, func(m jetstream.Msg) error {
		var d Done
		if err := json.Unmarshal(m.Data(), &d); err != nil {
			return err
		}
		at, err := m.Metadata()
		if err == nil {
			d.sequence, d.at = at.Sequence.Stream, at.Timestamp
		}
		into[strings.TrimPrefix(m.Subject(), doneSubject)] = d
		return err
	})
}

// setDone says what became of a content.
func (q *Queue) setDone(ctx context.Context, key string, d Done) error {
	_, err := q.js.Publish(ctx, doneSubject+key, encoded(d))
	return err
}

// buildAnew says of a content that it is to be built, whatever became of it since it was
// read what had. That it returns, with the sequence of its own word.
func (q *Queue) buildAnew(ctx context.Context, key string, before Done) (Done, error) {
	for {
		ack, err := q.js.Publish(ctx, doneSubject+key, encoded(Done{Gone: true}), jetstream.WithExpectLastSequencePerSubject(before.sequence))
		if err == nil {
			before.sequence = ack.Sequence
		}
		if !taken(err) {
			return before, err
		}
		if before, err = q.doneOf(ctx, key); err != nil && !errors.Is(err, jetstream.ErrMsgNotFound) {
			return before, err
		}
	}
}

// bySource are files by what they are known by.
func bySource(files []*File) map[string]*File {
	m := make(map[string]*File, len(files))
	for _, f := range files {
		m[f.Source] = f
	}
	return m
}

// encoded is a value of our own types, which always can be.
func encoded(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return slices.Clip(data)
}
