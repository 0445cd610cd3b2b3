package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// A clerk double-clicks the program, once more, drops a file on it, and sees what
// went wrong: nothing flashes and is gone.
func (w wine) doubleClicked(t *testing.T) {
	first := w.window(t, "nianbao.exe")
	url := first.shows(t, `http://127\.0\.0\.1:\d+/`)
	w.opened(t, url)
	answer, err := http.Get(url + "healthz")
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%v %v", answer, err)
	}
	answer.Body.Close()

	again := w.window(t, "nianbao.exe")
	again.shows(t, "已经在运行："+url)
	again.closes(t) // and what it started, which Windows leaves: the browser is not asked for
	os.Remove(w.addresses)

	first.types("\x03")
	first.shows(t, "已停止")
	first.closes(t)

	dropped := w.window(t, "nianbao.exe", "report.json")
	dropped.shows(t, "点“打开”选“report.json”")
	w.opened(t, dropped.shows(t, `http://127\.0\.0\.1:\d+/`))
	dropped.types("\x03")
	dropped.closes(t)

	w.env = append(w.env, "NIANBAO_TOKEN=short")
	failed := w.window(t, "nianbao.exe")
	failed.shows(t, "口令")
	failed.shows(t, "按回车键关闭这个窗口")
	if failed.closed() {
		t.Error("the window closes before anybody has read it")
	}
	failed.types("\r")
	failed.closes(t)
}

// In China's code page the screen shows what is said, and a file that it is sent to
// has it in UTF-8.
func (w wine) inCodePage936(t *testing.T) {
	x := w.window(t, "cmd", "/c", "chcp 936 && nianbao.exe check 报告.json > 结果.txt & nianbao.exe check 报告.json")
	x.shows(t, "核对了 186 个数字")
	x.closes(t)
	said, err := os.ReadFile(filepath.Join(w.folder, "结果.txt"))
	if err != nil || !strings.Contains(string(said), "核对了 186 个数字") {
		t.Errorf("%v: %s", err, said)
	}
}

// Ctrl+C in the middle of a batch leaves whole pairs and nothing else.
func (w wine) interrupted(t *testing.T, report string) {
	const reports = 400
	if err := os.Mkdir(filepath.Join(w.folder, "many"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range reports {
		agency := strconv.Itoa(i)
		put(t, filepath.Join(w.folder, "many", agency+".json"), strings.Replace(report, `"涞源县"`, `"涞源县`+agency+`号"`, 1), 0o644)
	}
	x := w.window(t, "nianbao.exe", "build", "-faces", "embedded", "-o", "stopped", "many")
	files := func(pattern string) int {
		found, err := filepath.Glob(filepath.Join(w.folder, "stopped", pattern))
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	for files("*.docx") == 0 && !x.closed() {
		time.Sleep(10 * time.Millisecond)
	}
	x.types("\x03")
	x.shows(t, "已停下")
	x.closes(t)
	words, pdfs, others := files("*.docx"), files("*.pdf"), files(".nianbao*")
	if words == 0 || words == reports || words != pdfs || others > 0 {
		t.Errorf("%d Word files and %d PDFs of %d reports, %d other files", words, pdfs, reports, others)
	}
}

// A window is a program in a console of its own.
type window struct {
	in    io.WriteCloser
	ended chan struct{}

	mu   sync.Mutex
	text bytes.Buffer
}

// window opens one, as Windows does for a program that is double-clicked: wine makes
// a console of a terminal, and script is that.
func (w wine) window(t *testing.T, words ...string) *window {
	t.Helper()
	line := "exec wine"
	for _, word := range words {
		line += " '" + word + "'"
	}
	cmd := w.command("script", "-qefc", line, os.DevNull)
	x := &window{ended: make(chan struct{})}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	x.in, cmd.Stdout, cmd.Stderr = in, x, x
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		cmd.Wait()
		close(x.ended)
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		<-x.ended
	})
	return x
}

func (x *window) Write(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.text.Write(p)
}

// moves are what a terminal is told beside text.
var moves = regexp.MustCompile(`\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07)`)

func (x *window) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return moves.ReplaceAllString(x.text.String(), "")
}

// shows waits until the window shows what the pattern says, and returns it.
func (x *window) shows(t *testing.T, pattern string) string {
	t.Helper()
	for found := regexp.MustCompile(pattern); ; time.Sleep(20 * time.Millisecond) {
		closed := x.closed()
		if text := found.FindString(x.screen()); text != "" {
			return text
		}
		if closed {
			t.Fatalf("it closes and never shows %q:\n%s", pattern, x.screen())
		}
	}
}

func (x *window) types(text string) { io.WriteString(x.in, text) }

func (x *window) closed() bool {
	select {
	case <-x.ended:
		return true
	default:
		return false
	}
}

func (x *window) closes(t *testing.T) {
	t.Helper()
	select {
	case <-x.ended:
	case <-time.After(5 * time.Minute):
		t.Fatalf("it stays open:\n%s", x.screen())
	}
}

// browser has what Windows does with an address noted down.
func (w *wine) browser(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	w.addresses = filepath.Join(folder, "addresses")
	put(t, filepath.Join(folder, "xdg-open"), "#!/bin/sh\necho \"$1\" >>'"+w.addresses+"'\n", 0o755)
	w.env = append(w.env, "PATH="+folder+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// opened waits until the browser was asked for an address, and forgets it.
func (w wine) opened(t *testing.T, url string) {
	t.Helper()
	for since := time.Now(); time.Since(since) < 5*time.Minute; time.Sleep(20 * time.Millisecond) {
		if asked, err := os.ReadFile(w.addresses); err == nil && len(asked) > 0 {
			if strings.TrimSpace(string(asked)) != url {
				t.Errorf("the browser is asked for %q, not %q", asked, url)
			}
			os.Remove(w.addresses)
			return
		}
	}
	t.Errorf("the browser is never asked for %s", url)
}
