//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func pipe(t *testing.T, path string) {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
}

// inTime is a call that must not wait for anybody: it fails after a minute, long before
// the tests as a whole would, and lets whoever waits go on.
func inTime(t *testing.T, waitedFor string, args ...string) answer {
	t.Helper()
	done := make(chan answer, 1)
	go func() { done <- nianbao(t, args...) }()
	select {
	case a := <-done:
		return a
	case <-time.After(time.Minute):
		if f, err := os.OpenFile(waitedFor, os.O_RDWR, 0); err == nil {
			f.Close()
		}
		t.Fatalf("%v waits for %s", args, waitedFor)
	}
	return answer{}
}

// A pipe beside a report, or where one is to go, is opened by nobody.
func TestPipesBesideReports(t *testing.T) {
	inFolder(t, "a.json", minimal(t), "a.html", webPage(t, minimal(t)))
	nianbao(t, "build", "a.json", "-format", "docx").want(t, fine)
	pipe(t, title+".pdf")
	inTime(t, title+".pdf", "check", title+".docx").want(t, fine)
	inTime(t, title+".pdf", "build", "a.json", "-format", "docx", "-force").want(t, fine)
	inTime(t, title+".pdf", "build", "a.json").want(t, impossible, "“"+title+".pdf”：它不是普通文件")
	pipe(t, title+".json")
	inTime(t, title+".json", "import", "a.html").want(t, impossible, "“"+title+".json”：它不是普通文件")
	pipe(t, title+".xlsx")
	inTime(t, title+".xlsx", "new", "-agency", agency, "-year", "2024", "-format", "xlsx").want(t, impossible, "“"+title+".xlsx”：它不是普通文件")
}

// What comes out of a pipe comes once: nothing opens it a second time.
func TestPipesAreReadOnce(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	nianbao(t, "build", "a.json").want(t, fine)
	pipe(t, "q.docx")
	feed(t, "q.docx", get(t, title+".docx"))
	inTime(t, "q.docx", "check", "q.docx").want(t, fine, "q.docx：")
	for _, args := range [][]string{{"build", "-o", "out"}, {"build", "-format", "ofd", "-o", "ofd"}} {
		for _, of := range []string{"甲", "乙"} {
			name := filepath.Join(t.TempDir(), of)
			pipe(t, name)
			feed(t, name, minimal(t, agency, of+"局"))
			args = append(args, name)
		}
		inTime(t, args[len(args)-1], args...).want(t, fine, "共 2 份：完成 2 份")
	}
}

// feed writes into a pipe once somebody reads it.
func feed(t *testing.T, path, content string) {
	fed := make(chan error, 1)
	go func() { fed <- os.WriteFile(path, []byte(content), 0o600) }()
	t.Cleanup(func() {
		if f, err := os.OpenFile(path, os.O_RDWR|syscall.O_NONBLOCK, 0); err == nil { // nobody came
			f.Close()
		}
		if err := <-fed; err != nil {
			t.Error(err)
		}
	})
}
