package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// Of the processes that use a folder one runs the server. When it is killed, another
// goes on with that, and what it had in hand is built.
func TestAnotherRunsTheServer(t *testing.T) {
	store, in := t.TempDir(), many(t, 80)
	call(t, fine, "submit", in, "-store", store)
	args := []string{"work", "-store", store, "-ack-wait", "1s"}
	first, second := process(t, args...), process(t, args...)
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the first is at work", func() bool { return stateOf(t, "-store", store).Built > 0 })
	var out bytes.Buffer
	second.Stdout, second.Stderr = &out, &out
	if err := second.Start(); err != nil {
		t.Fatal(err)
	}
	first.Process.Kill()
	first.Wait()
	eventually(t, "the second has built the rest", func() bool { return stateOf(t, "-store", store).Built == 80 })
	second.Process.Signal(os.Interrupt)
	if second.Wait(); second.ProcessState.ExitCode() != fine || !strings.Contains(out.String(), "没有做成 0 份") {
		t.Errorf("the second ends with %v\n%s", second.ProcessState, &out)
	}
	laid := t.TempDir()
	call(t, fine, "fetch", laid, "-store", store)
	if n := len(tree(t, laid)); n != 80*3 {
		t.Errorf("%d files of 80 reports", n)
	}
}
