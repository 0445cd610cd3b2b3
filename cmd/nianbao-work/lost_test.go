package main

import (
	"strings"
	"testing"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Results that are gone or damaged are named, keep back no others, and are built anew when
// their files are put in again.
func TestFetchNamesWhatIsLost(t *testing.T) {
	store, in, laid := t.TempDir(), many(t, 4), t.TempDir()
	url, stop := serve(t, store)
	defer stop()
	_, js := opened(t, url)
	call(t, fine, "submit", in, "-nats", url)
	call(t, fine, "work", "-until-empty", "-nats", url)
	results, err := js.ObjectStore(t.Context(), "nianbao-results")
	if err != nil {
		t.Fatal(err)
	}
	all, err := results.List(t.Context())
	if err != nil || len(all) != 4 {
		t.Fatal(len(all), err)
	}
	if err := results.Delete(t.Context(), all[0].Name); err != nil {
		t.Fatal(err)
	}
	pieces, err := js.Stream(t.Context(), "OBJ_nianbao-results")
	if err == nil {
		err = pieces.Purge(t.Context(), jetstream.WithPurgeSubject("$O.nianbao-results.C."+all[1].NUID))
	}
	if err != nil {
		t.Fatal(err)
	}
	out := call(t, impossible, "fetch", laid, "-wait", "-nats", url)
	if strings.Count(out, "或者坏了") != 2 || !strings.Contains(out, "取出 2 份") || !strings.Contains(out, "没有取出 2 份") {
		t.Errorf("fetch says\n%s", out)
	}
	if out = call(t, fine, "submit", in, "-nats", url); !strings.Contains(out, "新放入 2 份，以前取走了的 2 份") {
		t.Errorf("submit says\n%s", out)
	}
	call(t, fine, "work", "-until-empty", "-nats", url)
	if out = call(t, fine, "fetch", laid, "-nats", url); !strings.Contains(out, "取出 2 份") {
		t.Errorf("fetch says\n%s", out)
	}
	if n := len(tree(t, laid)); n != 4*3 {
		t.Errorf("%d files of 4 reports", n)
	}
}

// What nothing will come of is told at the end of a fetch, too.
func TestFetchTellsWhatIsNotDone(t *testing.T) {
	store, in, laid := t.TempDir(), many(t, 2), t.TempDir()
	url, stop := serve(t, store)
	defer stop()
	_, js := opened(t, url)
	call(t, fine, "submit", in, "-nats", url)
	jobs, err := js.Stream(t.Context(), "nianbao-jobs")
	if err != nil {
		t.Fatal(err)
	}
	info, err := jobs.Info(t.Context(), jetstream.WithSubjectFilter(">"))
	if err != nil {
		t.Fatal(err)
	}
	isDead := true // one of the two; the other is lost
	for subject := range info.State.Subjects {
		if isDead {
			dead := &nats.Msg{Subject: "nianbao.dead." + strings.TrimPrefix(subject, "nianbao.job."), Header: nats.Header{"Nianbao-Dead": {`{"name": "a.json", "why": "程序出错"}`}}}
			if _, err := js.PublishMsg(t.Context(), dead); err != nil {
				t.Fatal(err)
			}
		}
		isDead = false
		if err := jobs.Purge(t.Context(), jetstream.WithPurgeSubject(subject)); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range [][]string{{"fetch", laid, "-nats", url}, {"fetch", laid, "-wait", "-nats", url}, {"status", "-nats", url}} {
		c := process(t, command...)
		c.Env = append(c.Env, unsettled+"=1")
		out, _ := c.CombinedOutput()
		if c.ProcessState.ExitCode() != impossible || !strings.Contains(string(out), "没有做成") || !strings.Contains(string(out), "缺 1 份") {
			t.Errorf("%v: %v\n%s", command, c.ProcessState, out)
		}
	}
}
