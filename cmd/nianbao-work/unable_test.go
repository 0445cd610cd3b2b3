package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
	"nianbao/cmd/nianbao-work/server"
)

// ownQueue is a queue that this process runs.
func ownQueue(t *testing.T) (*queue.Queue, *nats.Conn) {
	t.Helper()
	s := &server.Store{Folder: filepath.Join(t.TempDir(), "queue")}
	t.Cleanup(s.Close)
	url, options, err := s.Join()
	if err != nil {
		t.Fatal(err)
	}
	conn, err := nats.Connect(url, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	q, err := queue.Open(t.Context(), conn, queue.Settings{Replicas: 1})
	if err != nil {
		t.Fatal(err)
	}
	return q, conn
}

func submitted(t *testing.T, q *queue.Queue, content string) {
	t.Helper()
	s, err := q.Submit(t.Context(), job.Order{}, false)
	if err == nil {
		err = s.Add("here:/"+content, "a.json", []byte(content))
	}
	if err == nil {
		_, _, err = s.Settle()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// What a machine lacks is no fault of a report: it stays in the queue, and the worker
// says why and ends.
func TestUnableToBegin(t *testing.T) {
	q, _ := ownQueue(t)
	submitted(t, q, "{}")
	w := queue.Work{Held: 2, AckWait: time.Minute, Tries: 1, Told: func(e queue.Event) { t.Errorf("%+v", e) }}
	w.Build = func(ctx context.Context, j queue.Job) (*job.Result, error) {
		return apart(ctx, []string{"-fonts", filepath.Join(t.TempDir(), "gone")}, j, time.Minute)
	}
	t.Setenv(asProgram, "1")
	if err := q.Take(t.Context(), w, nil); err == nil || !strings.Contains(err.Error(), "另起不了") {
		t.Errorf("the worker ends with %v", err)
	}
	if s, err := q.State(t.Context()); err != nil || len(s.Dead) != 0 || s.Waiting+s.InHand != 1 {
		t.Errorf("%+v, %v", s, err)
	}
}

// A worker that is older than what put a report in would build another.
func TestOrderOfALaterVersion(t *testing.T) {
	q, conn := ownQueue(t)
	m := &nats.Msg{Subject: "nianbao.job.abc", Data: []byte("{}"), Header: nats.Header{"Nianbao-Order": {`{"name": "a.json", "letterhead": "red"}`}}}
	if _, err := conn.RequestMsg(m, time.Minute); err != nil {
		t.Fatal(err)
	}
	w := queue.Work{Held: 2, AckWait: time.Minute, Tries: 1, Told: func(e queue.Event) { t.Errorf("%+v", e) }}
	w.Build = func(context.Context, queue.Job) (*job.Result, error) {
		t.Error("it is built")
		return nil, context.Canceled
	}
	if err := q.Take(t.Context(), w, nil); err == nil || !strings.Contains(err.Error(), "新版本") {
		t.Errorf("the worker ends with %v", err)
	}
	if s, err := q.State(t.Context()); err != nil || len(s.Dead) != 0 || s.Waiting+s.InHand != 1 {
		t.Errorf("%+v, %v", s, err)
	}
}

// The server gives a job to a worker again of which it has heard nothing for a while.
func TestOneJobInHandOnce(t *testing.T) {
	q, conn := ownQueue(t)
	submitted(t, q, "{}")
	js, err := jetstream.New(conn)
	if err != nil {
		t.Fatal(err)
	}
	var builds atomic.Int32
	ctx, end := context.WithCancel(t.Context())
	w := queue.Work{Held: 4, AckWait: time.Minute, Tries: 1, Told: func(queue.Event) { end() }}
	w.Build = func(ctx context.Context, _ queue.Job) (*job.Result, error) {
		if builds.Add(1) > 1 {
			return nil, context.Canceled
		}
		consumer, err := js.Consumer(ctx, "nianbao-jobs", "workers")
		if err != nil {
			return nil, err
		}
		impatient := consumer.CachedInfo().Config
		impatient.AckWait = 100 * time.Millisecond
		if _, err := js.UpdateConsumer(ctx, "nianbao-jobs", impatient); err != nil {
			return nil, err
		}
		eventually(t, "it is delivered again", func() bool {
			info, err := consumer.Info(ctx)
			return err == nil && info.NumRedelivered > 0
		})
		time.Sleep(time.Second)
		return &job.Result{Findings: []byte(`{"files": [{}]}`)}, nil
	}
	if err := q.Take(ctx, w, nil); err != nil {
		t.Fatal(err)
	}
	if n := builds.Load(); n != 1 {
		t.Errorf("it is built %d times", n)
	}
}

// A worker whose program was replaced goes on with what it is.
func TestUpgradeInPlace(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has a program's file when it has gone")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "program")
	write(t, program, read(t, self))
	if err := os.Chmod(program, 0o755); err != nil {
		t.Fatal(err)
	}
	ask, err := json.Marshal(queue.Job{Key: "key", Name: "a.json", Content: read(t, "../../fixtures/minimal/report.json")})
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), program)
	c.Env = append(os.Environ(), asProgram+"=1", replaced+"="+program)
	c.Stdin = bytes.NewReader(ask)
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
