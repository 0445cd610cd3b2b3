package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"nianbao/fixtures"
	"nianbao/release/program"
)

// The program out of the zip files a report on a machine that has nothing but
// that program: no library, no face, no folder for temporary files, no name
// service, no environment.
func TestEmptyRoot(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may change the root folder")
	}
	root := t.TempDir()
	linux := target{program.Target{System: "linux", Processor: runtime.GOARCH}}
	binary, err := linux.Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	packed, err := linux.pack(binary, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range unzip(t, packed) {
		put(t, filepath.Join(root, name), file.text, file.mode)
	}
	src := string(fixtures.Named(t, "laiyuan-2022").JSON)
	put(t, filepath.Join(root, "report.json"), src, 0o644)

	out, err := inRoot(root, "build", "report.json").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	written := map[string][]byte{}
	for _, format := range []string{"docx", "pdf"} {
		content, err := os.ReadFile(filepath.Join(root, filed+"."+format))
		if err != nil {
			t.Fatal(err)
		}
		written[format] = content
	}

	url := startIn(t, root)
	answer, err := http.Get(url + "healthz")
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%v %v", answer, err)
	}
	answer.Body.Close()
	for format, want := range written {
		answer, err := http.Post(url+"api/build?format="+format, "application/json", strings.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil || answer.StatusCode != http.StatusOK || !bytes.Equal(got, want) {
			t.Errorf("%s: %d, %d bytes, not the file of the command: %v", format, answer.StatusCode, len(got), err)
		}
	}
}

// inRoot is a call of the program for which root is all there is.
func inRoot(root string, args ...string) *exec.Cmd {
	cmd := exec.Command("/nianbao/nianbao", args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Chroot: root}
	cmd.Dir = "/"
	cmd.Env = []string{}
	return cmd
}

// startIn has the program serve, and says where.
func startIn(t *testing.T, root string) (url string) {
	t.Helper()
	cmd := inRoot(root, "serve", "-addr", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if _, address, ok := strings.Cut(lines.Text(), "http://"); ok {
			go io.Copy(io.Discard, out)
			return "http://" + address
		}
	}
	cmd.Wait()
	t.Fatalf("it does not serve: %s", said.String())
	return ""
}
