package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
)

// A file that ends the process which builds it ends one worker. The others try it in a
// process of its own, and give it up with the reason; what the first had in hand
// besides is built.
func TestPoison(t *testing.T) {
	store, in := t.TempDir(), many(t, 20)
	write(t, filepath.Join(in, "0003毒.json"), read(t, "../../fixtures/minimal/report.json"))
	_, stop := serve(t, store)
	defer stop()
	call(t, fine, "submit", in, "-store", store)
	args := []string{"work", "-until-empty", "-store", store, "-ack-wait", "1s", "-tries", "3"}
	first := process(t, args...)
	first.Env = append(first.Env, poison+"=毒")
	if first.Run(); first.ProcessState.Exited() {
		t.Fatal("the first worker is not ended by it")
	}
	second := process(t, args...)
	second.Env = append(second.Env, poison+"=毒")
	out, _ := second.CombinedOutput()
	if second.ProcessState.ExitCode() != impossible || !strings.Contains(string(out), "没有做成 1 份") {
		t.Errorf("the second worker: %v\n%s", second.ProcessState, out)
	}
	s := stateOf(t, "-store", store)
	if s.Built != 20 || s.Waiting+s.InHand != 0 || len(s.Dead) != 1 {
		t.Fatalf("%+v", s)
	}
	if d := s.Dead[0]; d.Name != "0003毒.json" || !strings.Contains(d.Why, "中途没有了") || !strings.Contains(d.Why, "kill") {
		t.Errorf("the list says %+v", d)
	}
	says := call(t, impossible, "status", "-store", store)
	if !strings.Contains(says, "没有做成：1 份\n  0003毒.json：") {
		t.Errorf("status says\n%s", says)
	}
	if says = call(t, fine, "submit", in, "-store", store); !strings.Contains(says, "以前没有做成的 1 份") {
		t.Errorf("submit says\n%s", says)
	}

	// A program without the fault does it.
	call(t, fine, "submit", filepath.Join(in, "0003毒.json"), "-again", "-store", store)
	call(t, fine, "work", "-until-empty", "-store", store)
	if s = stateOf(t, "-store", store); s.Built != 21 || len(s.Dead) != 0 {
		t.Errorf("%+v", s)
	}
}

// What a killed worker had in hand is tried in a process of its own; where that ends as
// it should, it says the same.
func TestApartSaysTheSame(t *testing.T) {
	p, err := planned(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"../../fixtures/minimal/report.json", "../../fixtures/draft-with-blanks/report.json"} {
		content := read(t, file)
		want, err := build(&p.builder, "key", "a.json", job.Order{}, content)
		if err != nil {
			t.Fatal(err)
		}
		t.Setenv(asProgram, "1")
		got, err := apart(t.Context(), nil, queue.Job{Key: "key", Name: "a.json", Content: content}, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := want.Pack()
		b, _ := got.Pack()
		if !bytes.Equal(a, b) || want.Errors != got.Errors || want.Unread != got.Unread {
			t.Errorf("%s: not the same", file)
		}
	}
}
