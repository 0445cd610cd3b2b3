package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A report that never comes to an end keeps no other from being built, nor its worker
// from ending.
func TestHanging(t *testing.T) {
	store, in := t.TempDir(), t.TempDir()
	for name, content := range tree(t, many(t, 4)) {
		write(t, filepath.Join(in, name), []byte(content))
	}
	write(t, filepath.Join(in, "挂.json"), read(t, "../../fixtures/minimal/report.json"))
	_, stop := serve(t, store)
	defer stop()
	call(t, fine, "submit", filepath.Join(in, "挂.json"), "-store", store) // the first
	call(t, fine, "submit", in, "-store", store)

	args := []string{"work", "-parallel", "1", "-limit", "1s", "-tries", "2", "-store", store}
	endless := process(t, args...)
	endless.Env = append(endless.Env, hanging+"=挂")
	var said bytes.Buffer
	endless.Stderr = &said
	if err := endless.Start(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the others are built", func() bool { s := stateOf(t, "-store", store); return s.Built == 4 })
	endless.Process.Signal(os.Interrupt)
	if endless.Wait(); !endless.ProcessState.Exited() {
		t.Errorf("it ends with %v", endless.ProcessState)
	}
	if !strings.Contains(said.String(), "挂.json：做了 1s 停不下来") {
		t.Errorf("it says\n%s", &said)
	}

	// Whether it was given up by then or not, it is in the end, with the reason.
	rest := process(t, append(args, "-until-empty")...)
	rest.Env = append(rest.Env, hanging+"=挂")
	out, _ := rest.CombinedOutput()
	s := stateOf(t, "-store", store)
	if s.Waiting+s.InHand != 0 || len(s.Dead) != 1 || !strings.Contains(s.Dead[0].Why, "还没有做完") {
		t.Errorf("%+v\n%s", s, out)
	}
}
