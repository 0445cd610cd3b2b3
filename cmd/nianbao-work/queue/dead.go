package queue

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
)

// A Dead is a content that could not be built.
type Dead struct {
	Key    string    `json:"-"`
	Name   string    `json:"name"`
	Why    string    `json:"why"`
	Tries  int       `json:"tries"`
	Worker string    `json:"worker"` // the machine and process that gave it up
	At     time.Time `json:"at"`
}

// deadHeader holds a Dead, as JSON.
const deadHeader = "Nianbao-Dead"

// giveUp takes a job out of the queue and lists it with the reason; its content is
// kept with that.
func (q *Queue) giveUp(ctx context.Context, m jetstream.Msg, j Job, w Work, why error) {
	host, _ := os.Hostname()
	d := Dead{Name: j.Name, Why: named(why.Error(), j), Tries: j.Tries + 1, Worker: host + " " + strconv.Itoa(os.Getpid()), At: time.Now().UTC().Truncate(time.Second)}
	message := &nats.Msg{Subject: deadSubject + j.Key, Header: nats.Header{deadHeader: {string(encoded(d))}, orderHeader: m.Headers()[orderHeader]}, Data: m.Data()}
	err := q.patiently(ctx, func() error {
		_, err := q.js.PublishMsg(ctx, &nats.Msg{Subject: message.Subject, Header: message.Header, Data: message.Data})
		return err
	})
	if err != nil {
		return // it comes again
	}
	m.TermWithReason(d.Why)
	w.Told(Event{Job: j, Err: errors.New(d.Why), Dead: true})
}

// named is a reason that speaks of a file by its own name.
func named(why string, j Job) string {
	return strings.NewReplacer(j.Key+job.Extension(j.Name), j.Name, j.Key, j.Name).Replace(why)
}

// Dead are the contents that could not be built.
func (q *Queue) Dead(ctx context.Context) (all []*Dead, err error) {
	_, err = each(ctx, q.dead, 1, func(m jetstream.Msg) error {
		d := &Dead{Key: strings.TrimPrefix(m.Subject(), deadSubject)}
		if err := json.Unmarshal([]byte(m.Headers().Get(deadHeader)), d); err != nil {
			return err
		}
		all = append(all, d)
		return nil
	})
	return all, err
}

func (q *Queue) deadByKey(ctx context.Context) (map[string]*Dead, error) {
	all, err := q.Dead(ctx)
	m := map[string]*Dead{}
	for _, d := range all {
		m[d.Key] = d
	}
	return m, err
}

func (q *Queue) forgetDead(ctx context.Context, key string) error {
	return q.dead.Purge(ctx, jetstream.WithPurgeSubject(deadSubject+key))
}
