//go:build unix

package disk

import (
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestOpen(t *testing.T) {
	folder := t.TempDir()
	name := func(n string) string { return filepath.Join(folder, n) }
	if err := os.WriteFile(name("file"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, pipe := range []string{"silent", "written"} {
		if err := syscall.Mkfifo(name(pipe), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	socket, err := net.Listen("unix", name("socket"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	os.Symlink("circle", name("circle"))
	go os.WriteFile(name("written"), []byte("x"), 0o600)
	defer func(before time.Duration) { pipePatience = before }(pipePatience)
	for _, c := range []struct {
		path, said string
		patience   time.Duration
	}{
		{name("file"), "", time.Minute},
		{name("written"), "", time.Minute},
		{name("silent"), "这是管道，没有程序往里写", time.Millisecond},
		{name("socket"), "这是设备，不是文件", time.Minute},
		{"/dev/zero", "这是设备，不是文件", time.Minute},
		{name("circle"), "链接绕成了圈", time.Minute},
	} {
		pipePatience = c.patience
		f, err := Open(c.path)
		switch {
		case err != nil:
			if said := Reason(err); said != c.said {
				t.Errorf("%s: %q, want %q", c.path, said, c.said)
			}
		case c.said != "":
			t.Errorf("%s is opened, want %q", c.path, c.said)
		default:
			if content, err := io.ReadAll(f); err != nil || string(content) != "x" {
				t.Errorf("%s: %q, %v", c.path, content, err)
			}
			f.Close()
		}
	}
}

// What is no regular file is not opened, which would wait or empty it.
func TestReadRegular(t *testing.T) {
	inFolder(t, "a", "content")
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	os.Symlink("pipe", "link")
	for _, c := range []struct {
		path string
		most int64
		err  error
	}{{"a", 7, nil}, {"a", 6, ErrLarge}, {"pipe", 7, ErrIrregular}, {"link", 7, ErrIrregular}, {".", 1 << 20, ErrIrregular}, {"none", 7, os.ErrNotExist}} {
		content, err := ReadRegular(c.path, c.most)
		if !errors.Is(err, c.err) || (err == nil) != (string(content) == "content") {
			t.Errorf("%s: %q, %v, want %v", c.path, content, err, c.err)
		}
	}
}
