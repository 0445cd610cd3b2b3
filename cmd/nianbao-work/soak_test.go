package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"flag"
	"io/fs"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/laying"
	"nianbao/cmd/nianbao-work/queue"
)

var soak = flag.Int("soak", 2000, "how many reports TestSoak has go through")

// Two of three workers are killed again and again, and the server once, while reports go
// through: none is lost, none is given up, none is there twice, each is what build writes.
func TestSoak(t *testing.T) {
	in, at := many(t, *soak), freeAddress(t)
	store := t.TempDir()
	server := natsServer(t, store, at)
	start := func(c *exec.Cmd) *exec.Cmd {
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		return c
	}
	start(server)
	url := "nats://" + at
	q, js := opened(t, url)
	call(t, fine, "submit", in, "-nats", url)

	worker := func() *exec.Cmd { return start(process(t, "work", "-nats", url, "-ack-wait", "3s")) }
	steady := worker()
	ending, ended := context.WithCancel(t.Context())
	var killers sync.WaitGroup
	kills := make([]int, 2)
	for i := range kills {
		killers.Go(func() {
			random := rand.New(rand.NewPCG(20, uint64(i)))
			for ending.Err() == nil {
				w := worker()
				select {
				case <-ending.Done():
				case <-time.After(time.Duration(500+random.IntN(4000)) * time.Millisecond):
				}
				w.Process.Kill()
				w.Wait()
				kills[i]++
			}
		})
	}
	restarted := false
	for began := time.Now(); ; time.Sleep(100 * time.Millisecond) {
		asking, done := context.WithTimeout(t.Context(), 20*time.Second)
		left, err := waiting(asking, js)
		done()
		if err == nil && left == 0 {
			break
		}
		if err == nil && !restarted && left < *soak/2 {
			restarted = true
			server.Process.Kill()
			server.Wait()
			time.Sleep(time.Second)
			server = start(natsServer(t, store, at))
		}
		if time.Since(began) > 10*time.Minute+time.Duration(*soak)*100*time.Millisecond {
			t.Fatalf("%d are still waiting, %v", left, err)
		}
	}
	ended()
	killers.Wait()
	steady.Process.Signal(os.Interrupt)
	if err := steady.Wait(); err != nil {
		t.Errorf("the worker that was not killed: %v", err)
	}
	t.Logf("%d reports: the server killed: %v, workers killed: %v", *soak, restarted, kills)
	if !restarted || kills[0] == 0 || kills[1] == 0 {
		t.Error("too little was killed to tell anything")
	}
	s, err := q.State(t.Context())
	if err != nil || s.Files != *soak || s.Built != *soak || len(s.Dead) > 0 {
		t.Fatalf("%+v, %v", s, err)
	}
	sameAsBuild(t, url, in)
	if out := call(t, fine, "submit", in, "-nats", url); !strings.Contains(out, "新放入 0 份") {
		t.Errorf("what was taken out is built again:\n%s", out)
	}
	// What killed workers left is younger than what fetch sweeps of its own accord.
	swept, err := q.Sweep(t.Context(), 0)
	t.Logf("swept: %+v, %v", swept, err)
	results, err := js.Stream(t.Context(), "OBJ_nianbao-results")
	if err != nil {
		t.Fatal(err)
	}
	info, err := results.Info(t.Context(), jetstream.WithSubjectFilter("$O.nianbao-results.C.>"))
	if err != nil || len(info.State.Subjects) > 0 {
		t.Errorf("%d pieces of results that were taken out are left, %v", len(info.State.Subjects), err)
	}
}

// sameAsBuild takes all out and compares it with what the program of the root writes.
func sameAsBuild(t *testing.T, url, in string, prefix ...string) {
	t.Helper()
	laid, built := t.TempDir(), t.TempDir()
	c := inside(process(t, "fetch", laid, "-nats", url), prefix)
	if text, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if text, err := exec.Command(nianbao(t), "build", in, "-o", built, "-faces", "embedded").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	want, got := sums(t, built), sums(t, laid)
	if len(want) == 0 {
		t.Error("build writes nothing")
	}
	for name, sum := range want {
		if got[name] != sum {
			t.Errorf("%s is not what build writes", name)
		}
		delete(got, name)
	}
	for name := range sums(t, in) {
		name = filepath.Join(string(filepath.Separator), laying.Findings, name+".json")
		if _, found := got[name]; !found {
			t.Errorf("there are no %s", name)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("%s comes out, too", name)
	}
}

// sums are the files below a folder, by their path.
func sums(t *testing.T, folder string) map[string][sha256.Size]byte {
	t.Helper()
	m := map[string][sha256.Size]byte{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		m[strings.TrimPrefix(path, folder)] = sha256.Sum256(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// natsServer is NATS's own server, not begun yet, as an office may have one.
func natsServer(t *testing.T, store, at string) *exec.Cmd {
	t.Helper()
	host, port, err := net.SplitHostPort(at)
	if err != nil {
		t.Fatal(err)
	}
	natsOnce.Do(func() {
		if natsFolder, natsErr = os.MkdirTemp("", "nianbao-nats-"); natsErr != nil {
			return
		}
		natsProgram = filepath.Join(natsFolder, "nats-server.exe")
		natsText, natsErr = exec.Command("go", "build", "-o", natsProgram, "github.com/nats-io/nats-server/v2").CombinedOutput()
	})
	if natsErr != nil {
		t.Fatalf("%v\n%s", natsErr, natsText)
	}
	c := exec.CommandContext(t.Context(), natsProgram, "-js", "-sd", store, "-a", host, "-p", port)
	var said bytes.Buffer
	c.Stderr = &said
	return c
}

var (
	natsOnce    sync.Once
	natsFolder  string // TestMain removes it
	natsProgram string
	natsText    []byte
	natsErr     error
)

func opened(t *testing.T, url string) (*queue.Queue, jetstream.JetStream) {
	t.Helper()
	var conn *nats.Conn
	eventually(t, "the server answers", func() (is bool) {
		var err error
		conn, err = nats.Connect(url, nats.MaxReconnects(-1), nats.ReconnectWait(100*time.Millisecond))
		return err == nil
	})
	t.Cleanup(conn.Close)
	q, err := queue.Open(t.Context(), conn, queue.Settings{Replicas: 1})
	if err != nil {
		t.Fatal(err)
	}
	js, err := jetstream.New(conn)
	if err != nil {
		t.Fatal(err)
	}
	return q, js
}

// waiting is how many jobs nobody has done.
func waiting(ctx context.Context, js jetstream.JetStream) (int, error) {
	stream, err := js.Stream(ctx, "nianbao-jobs")
	if err != nil {
		return -1, err
	}
	return int(stream.CachedInfo().State.Msgs), nil
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
