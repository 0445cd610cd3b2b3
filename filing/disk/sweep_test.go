package disk

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

func tempOf(host string, process int, age time.Duration) string {
	return fmt.Sprintf(".nianbao-%s-%d-%d-0.tmp", host, process, time.Now().Add(-age).Unix())
}

// deadProcess is the number of a process that was.
func deadProcess(t *testing.T) int {
	dead := exec.Command(os.Args[0], "-test.run", "^$")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	return dead.Process.Pid
}

// A run sweeps the temporary files of those that are dead, and no others. Only numbers
// of processes of one run of one system say anything.
func TestIsOrphan(t *testing.T) {
	const now, soon, later, day = 0, namesakesAfter - time.Minute, namesakesAfter + time.Minute, 25 * time.Hour
	dead, lives, this := deadProcess(t), os.Getppid(), os.Getpid()
	for _, c := range []struct {
		name           string
		surely, unsure bool // where the system tells its runs apart, and where not
	}{
		{tempOf("此机-1", dead, now), true, false},
		{tempOf("此机-1", dead, soon), true, false},
		{tempOf("此机-1", dead, later), true, true},
		{tempOf("此机-1", lives, later), false, false},
		{tempOf("此机-1", lives, day), true, true}, // no run takes a day: another program has the number
		{tempOf("此机-1", this, now), true, false}, // the number was this process's before
		{tempOf("此机-1", this, later), true, true},
		{tempOf("此机-2", dead, later), false, false}, // a container's, or a copy of the machine
		{tempOf("此机-2", this, later), false, false},
		{tempOf("此机-2", dead, day), true, true},
		{tempOf("此机", dead, later), false, false},
		{tempOf("另一台-1-2", dead, later), false, false},
		{tempOf("另一台-1-2", lives, day), true, true},
		{".nianbao-笔记.tmp", false, false}, // not the program's
		{"nianbao-1.tmp", false, false},
	} {
		if surely, unsure := isOrphan(c.name, "此机-1", true), isOrphan(c.name, "此机-1", false); surely != c.surely || unsure != c.unsure {
			t.Errorf("%s: %t %t, want %t %t", c.name, surely, unsure, c.surely, c.unsure)
		}
	}
}

func TestSweep(t *testing.T) {
	inFolder(t)
	gone := tempOf(here(), deadProcess(t), namesakesAfter+time.Minute)
	kept := tempOf(host()+"-1", os.Getpid(), 0)
	put(t, gone, "一份报告")
	put(t, kept, "一份报告")
	ours, err := writeTemp(".", []byte("ours"), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write([]Output{{Path: "a", Content: []byte("new")}}, false); err != nil {
		t.Fatal(err)
	}
	wantFiles(t, ".", kept, ours, "a")
}

func TestBootIsTold(t *testing.T) {
	if boot() == "" {
		t.Skip("this system does not tell its runs apart")
	}
	if strings.ContainsAny(boot(), "[]:\n") || readBoot() != boot() {
		t.Errorf("%q, then %q", boot(), readBoot())
	}
}
