package queue

import (
	"context"
	"fmt"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	nats "github.com/nats-io/nats.go"

	"github.com/nats-io/nats-server/v2/server"

	"nianbao/cmd/nianbao-work/job"
)

// A cluster is three servers, each of which keeps everything.
type cluster struct {
	t       *testing.T
	options [3]*server.Options
	running [3]*server.Server
}

func newCluster(t *testing.T) *cluster {
	t.Helper()
	c := &cluster{t: t}
	var routes, ports []string
	for range 2 * len(c.options) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		ports = append(ports, l.Addr().String())
	}
	for _, address := range ports[:3] {
		routes = append(routes, "nats://"+address)
	}
	for i := range c.options {
		c.options[i] = &server.Options{
			ServerName: fmt.Sprint("server-", i), Host: "127.0.0.1", Port: port(t, ports[3+i]), NoSigs: true, NoLog: true,
			JetStream: true, StoreDir: t.TempDir(), Routes: server.RoutesFromStr(strings.Join(routes, ",")),
			Cluster: server.ClusterOpts{Name: "cluster", Host: "127.0.0.1", Port: port(t, ports[i])},
		}
	}
	return c
}

func port(t *testing.T, address string) (n int) {
	t.Helper()
	_, text, err := net.SplitHostPort(address)
	if err == nil {
		_, err = fmt.Sscan(text, &n)
	}
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func (c *cluster) start(i int) {
	c.t.Helper()
	s, err := server.NewServer(c.options[i])
	if err != nil {
		c.t.Fatal(err)
	}
	c.running[i] = s
	go s.Start()
	if !s.ReadyForConnections(20 * time.Second) {
		c.t.Fatal("a server does not listen")
	}
	c.t.Cleanup(s.Shutdown)
}

// kill ends the server that leads a stream.
func (c *cluster) kill(stream string) (i int) {
	c.t.Helper()
	for ; i < len(c.running); i++ {
		if c.running[i].JetStreamIsStreamLeader(server.DEFAULT_GLOBAL_ACCOUNT, stream) {
			break
		}
	}
	if i == len(c.running) {
		c.t.Fatal("none leads")
	}
	c.running[i].Shutdown()
	c.running[i].WaitForShutdown()
	return i
}

// TestCluster: of three servers that each keep everything, the one that leads is killed
// while reports are built, and while they are taken out. All come out, and once.
func TestCluster(t *testing.T) {
	c := newCluster(t)
	var urls []string
	for i := range c.running {
		c.start(i)
		urls = append(urls, c.running[i].ClientURL())
	}
	conn, err := nats.Connect(strings.Join(urls, ","), nats.MaxReconnects(-1), nats.ReconnectWait(100*time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	var q *Queue
	for began := time.Now(); ; time.Sleep(200 * time.Millisecond) { // they elect who leads first
		if q, err = Open(t.Context(), conn, Settings{Replicas: 3}); err == nil {
			break
		}
		if time.Since(began) > time.Minute {
			t.Fatal(err)
		}
	}
	const contents = 120
	s, err := q.Submit(t.Context(), job.Order{}, false)
	if err != nil {
		t.Fatal(err)
	}
	for i := range contents {
		if err := s.Add(fmt.Sprint("here:/", i), fmt.Sprint(i, ".json"), fmt.Append(nil, "content ", i)); err != nil {
			t.Fatal(err)
		}
	}
	if _, told, err := s.Settle(); err != nil || told.New != contents {
		t.Fatalf("%+v, %v", told, err)
	}

	var built atomic.Int32
	down := -1
	working, end := context.WithCancel(t.Context())
	defer end()
	err = q.Take(working, Work{Held: 4, AckWait: 5 * time.Second, Tries: 1, Told: func(e Event) {
		if e.Err != nil {
			t.Log(e.Err)
		}
	}, Build: func(context.Context, Job) (*job.Result, error) {
		if built.Add(1) == contents/3 {
			down = c.kill("OBJ_" + resultsBucket)
		}
		return &job.Result{Findings: []byte(`{"files": [{}]}`)}, nil
	}}, func() bool {
		left, err := q.Left(t.Context())
		return err == nil && left == 0
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d contents were built %d times; server %d was ended", contents, built.Load(), down)
	c.start(down)

	o, ready := q.ready(t, contents)
	for i, r := range ready {
		if i == contents/2 {
			c.kill("nianbao-files")
		}
		patiently(t, func() error { _, err := o.Result(t.Context(), r.Key); return err })
		patiently(t, func() error {
			if err := o.Mark(t.Context(), r.Files[0], Laid{Folder: "here"}); err != nil {
				return err
			}
			return o.Settle(t.Context())
		})
	}
	var keys []string
	for _, r := range ready {
		keys = append(keys, r.Key)
	}
	patiently(t, func() error { _, err := o.Release(t.Context(), keys); return err })
	patiently(t, func() error { return o.Remove(t.Context(), keys) })
	state, err := q.State(t.Context())
	if err != nil || state.Laid != contents || state.Built+state.Waiting+state.Missing+len(state.Dead) != 0 {
		t.Errorf("%+v, %v", state, err)
	}
}

// ready waits until as many can be taken out, of which the servers may have to agree.
func (q *Queue) ready(t *testing.T, n int) (o *Out, ready []*Ready) {
	t.Helper()
	patiently(t, func() (err error) {
		if o, err = q.TakeOut(t.Context()); err != nil {
			return err
		}
		if ready = o.Ready(); len(ready) != n {
			err = fmt.Errorf("%d of %d are ready", len(ready), n)
		}
		return err
	})
	return o, ready
}

// patiently does something again until it works: who leads is to be elected anew.
func patiently(t *testing.T, do func() error) {
	t.Helper()
	for began := time.Now(); ; time.Sleep(200 * time.Millisecond) {
		err := do()
		if err == nil {
			return
		}
		if time.Since(began) > time.Minute {
			t.Fatal(err)
		}
	}
}
