//go:build unix

package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The first Ctrl+C waits for the file at hand, however long that takes; the second does
// not, and ends the office program that works on it too.
func TestAskedToEndTwice(t *testing.T) {
	inFolder(t, "收/a.json", minimal(t), "收/b.doc", oldWord, "bin/soffice", "#!/bin/sh\nsleep 60 & echo $! > \"$OFFICE\"\nwait\n", "temp/x", "")
	if err := os.Chmod("bin/soffice", 0o755); err != nil {
		t.Fatal(err)
	}
	here, _ := os.Getwd()
	t.Setenv("PATH", filepath.Join(here, "bin")+":/usr/bin:/bin")
	t.Setenv("TMPDIR", filepath.Join(here, "temp"))
	t.Setenv("OFFICE", filepath.Join(here, "office"))
	cmd := program("program", "build", "收", "-o", "out")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	office := 0
	for office == 0 {
		time.Sleep(10 * time.Millisecond)
		content, _ := os.ReadFile("office")
		office, _ = strconv.Atoi(strings.TrimSpace(string(content)))
		if written, _ := filepath.Glob("out/*.pdf"); len(written) == 0 {
			office = 0
		}
	}
	lines := bufio.NewScanner(stderr)
	cmd.Process.Signal(os.Interrupt)
	for lines.Scan() && !strings.Contains(lines.Text(), "再按一次 Ctrl+C 立即停下") {
	}
	if err := syscall.Kill(office, 0); err != nil {
		t.Error("the first wish ended the file at hand: ", err)
	}
	cmd.Process.Signal(os.Interrupt)
	rest := ""
	for lines.Scan() {
		rest += lines.Text()
	}
	cmd.Wait()
	if !strings.Contains(rest, "已中止") || cmd.ProcessState.ExitCode() != -1 {
		t.Errorf("the second: %v %q", cmd.ProcessState, rest)
	}
	for deadline := time.Now().Add(10 * time.Second); syscall.Kill(office, 0) == nil; time.Sleep(10 * time.Millisecond) {
		if stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", office)); strings.Contains(string(stat), ") Z ") {
			break // dead, and waits for whoever adopted it
		}
		if time.Now().After(deadline) {
			t.Fatal("the office program goes on")
		}
	}
	wantFiles(t, "temp", "x")
	wantFiles(t, "out", title+".docx", title+".pdf")
}
