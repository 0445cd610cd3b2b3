package disk

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"
)

// A run sweeps the temporary files of those that are dead, and no others.
func TestSweep(t *testing.T) {
	dead := exec.Command(os.Args[0], "-test.run", "^$")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	now, before := time.Now().Unix(), time.Now().Add(-25*time.Hour).Unix()
	name := func(host string, process int, second int64) string {
		return fmt.Sprintf(".nianbao-%s-%d-%d-0.tmp", host, process, second)
	}
	inFolder(t)
	kept := []string{
		name(host(), os.Getppid(), now),        // its process lives
		name("另一台-1-2", dead.Process.Pid, now), // on another machine
		".nianbao-笔记.tmp", "nianbao-1.tmp",     // no temporary files of the program's
	}
	gone := []string{
		name(host(), dead.Process.Pid, now),
		name(host(), os.Getppid(), before), // no run takes a day: another program has the number
		name("另一台-1-2", os.Getppid(), before),
		name(host(), os.Getpid(), now), // the number was this process's before
	}
	for _, name := range append(gone, kept...) {
		put(t, name, "一份报告")
	}
	ours, err := writeTemp(".", []byte("ours"), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write([]Output{{Path: "a", Content: []byte("new")}}, false); err != nil {
		t.Fatal(err)
	}
	wantFiles(t, ".", append(kept, ours, "a")...)
}
