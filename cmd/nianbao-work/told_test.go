package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
)

// What all reports in hand meet is told once, in Chinese; what one meets, of each.
func TestWorkTellsOnce(t *testing.T) {
	var out bytes.Buffer
	tally := &tallied{c: console{err: &out}}
	away := fmt.Errorf("put: %w", &jetstream.APIError{Code: 500, ErrorCode: 10049, Description: "no space left"})
	for range 3 {
		tally.add(queue.Event{Job: queue.Job{Name: "a.json"}, Err: away})
	}
	if said := out.String(); strings.Count(said, "\n") != 1 || !strings.Contains(said, "队列的服务没有做成") {
		t.Errorf("of the queue it says\n%s", said)
	}
	out.Reset()
	tally.add(queue.Event{Job: queue.Job{Name: "a.json"}, Result: &job.Result{}})
	tally.add(queue.Event{Job: queue.Job{Name: "a.json"}, Err: nats.ErrNoServers})
	tally.add(queue.Event{Job: queue.Job{Name: "b.json"}, Err: &queue.Lost{Why: "进程没有了"}})
	tally.add(queue.Event{Job: queue.Job{Name: "c.json"}, Err: &queue.Lost{Why: "进程没有了"}})
	if said := out.String(); strings.Count(said, "\n") != 3 || !strings.Contains(said, "那里没有队列的服务") {
		t.Errorf("then it says\n%s", said)
	}
}

// status does not say that somebody is at work, which the queue does not know.
func TestStatusSaysWhatIsKnown(t *testing.T) {
	var out bytes.Buffer
	tellState(console{out: &out}, &queue.State{Files: 7, InHand: 4, Idle: 2})
	if said := out.String(); !strings.Contains(said, "已交给处理程序：4 份（2 个处理程序还有空）") || strings.Contains(said, "正在做") || strings.Contains(said, "缺") {
		t.Errorf("it says\n%s", said)
	}
	out.Reset()
	tellState(console{out: &out}, &queue.State{Files: 7, Missing: 3})
	if said := out.String(); !strings.Contains(said, "缺 3 份") || !strings.Contains(said, "请再放入一次") {
		t.Errorf("it says\n%s", said)
	}
}

// A second fetch is told where the first is; one that was killed keeps nobody out.
func TestSecondFetch(t *testing.T) {
	store, in, laid := t.TempDir(), many(t, 1), t.TempDir()
	url, stop := serve(t, store)
	defer stop()
	call(t, fine, "submit", in, "-nats", url)
	first := process(t, "fetch", laid, "-wait", "-nats", url)
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	conn, err := nats.Connect(url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	eventually(t, "the first is there", func() bool {
		_, err := conn.Request("nianbao.fetching", []byte("{}"), time.Second)
		return err == nil
	})
	if out := call(t, impossible, "fetch", t.TempDir(), "-nats", url); !strings.Contains(out, "另一个 fetch 正在取") || !strings.Contains(out, laid) {
		t.Errorf("the second is told\n%s", out)
	}
	first.Process.Kill()
	first.Wait()
	call(t, fine, "fetch", t.TempDir(), "-nats", url)
}

// What keeps a fetch from writing is told without flags that it has not.
func TestFetchAdvisesNoOtherFlags(t *testing.T) {
	store := t.TempDir()
	if out := call(t, impossible, "fetch", "年报.docx", "-store", store); strings.Contains(out, "-o") || !strings.Contains(out, "年报.docx") {
		t.Errorf("it says\n%s", out)
	}
}
