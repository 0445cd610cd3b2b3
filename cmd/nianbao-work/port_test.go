package main

import (
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What cannot be listened at is said at once.
func TestPortIsTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	out := call(t, impossible, "queue", "-store", t.TempDir(), "-addr", l.Addr().String())
	if !strings.HasPrefix(out, "地址 "+l.Addr().String()+" 已经有别的程序在用") || strings.Contains(out, "rror") {
		t.Errorf("it says\n%s", out)
	}
	out = call(t, impossible, "queue", "-store", t.TempDir(), "-addr", "192.0.2.1:4222", "-config", writtenTo(t, "nats.conf", "debug: false\n"))
	if !strings.HasPrefix(out, "不能在地址 192.0.2.1:4222 等着连接") {
		t.Errorf("it says\n%s", out)
	}

	// A folder's server listens elsewhere, when another program has the port that it had.
	store := t.TempDir()
	write(t, filepath.Join(store, "address"), []byte(l.Addr().String()))
	began := time.Now()
	call(t, fine, "status", "-store", store)
	if took := time.Since(began); took >= 30*time.Second { // as NATS's own way to find out does
		t.Errorf("it takes %v", took)
	}
}

func writtenTo(t *testing.T, name, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	write(t, file, []byte(content))
	return file
}
