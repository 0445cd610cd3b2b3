package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
)

// The test's own binary stands for the program where this is set.
const asProgram = "NIANBAO_WORK_PROGRAM"

// poison has the program end when it builds a file of such a name.
const poison = "NIANBAO_WORK_POISON"

// hanging has it never come to an end with one.
const hanging = "NIANBAO_WORK_HANGING"

// replaced has it remove its own file, and then build what it reads apart.
const replaced = "NIANBAO_WORK_REPLACED"

// unsettled has it miss what was put in just now.
const unsettled = "NIANBAO_WORK_UNSETTLED"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		if os.Getenv(unsettled) != "" {
			queue.Settled = 0
		}
		if file := os.Getenv(replaced); file != "" {
			os.Unsetenv(replaced)
			var j queue.Job
			err := errors.Join(os.Remove(file), json.NewDecoder(os.Stdin).Decode(&j))
			if err == nil {
				_, err = apart(context.Background(), nil, j, time.Minute)
			}
			if err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
			os.Exit(0)
		}
		if name := os.Getenv(hanging); name != "" {
			good := build
			build = func(b *job.Builder, key, file string, o job.Order, content []byte) (*job.Result, error) {
				for strings.Contains(file, name) {
					time.Sleep(time.Hour)
				}
				return good(b, key, file, o, content)
			}
		}
		if name := os.Getenv(poison); name != "" {
			good := build
			build = func(b *job.Builder, key, file string, o job.Order, content []byte) (*job.Result, error) {
				if strings.Contains(file, name) {
					self, _ := os.FindProcess(os.Getpid())
					self.Kill()
					select {}
				}
				return good(b, key, file, o, content)
			}
		}
		main()
	}
	code := m.Run()
	os.RemoveAll(natsFolder)
	os.Exit(code)
}

// process is the program with arguments, not begun yet.
func process(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), self, args...)
	c.Env = append(os.Environ(), asProgram+"=1")
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

// inside has a process run by another program, as one that takes it to another machine.
func inside(c *exec.Cmd, by []string) *exec.Cmd {
	if len(by) > 0 {
		c.Args = append(by, append([]string{c.Path}, c.Args[1:]...)...)
		c.Path, c.Err = exec.Command(by[0]).Path, nil
	}
	return c
}

// call runs the program to its end, and wants an exit code.
func call(t *testing.T, status int, args ...string) string {
	t.Helper()
	c := process(t, args...)
	out, err := c.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if c.ProcessState.ExitCode() != status {
		t.Fatalf("%v: exit code %d, not %d\n%s", args, c.ProcessState.ExitCode(), status, out)
	}
	return string(out)
}

// serve runs `queue` on a store and returns where it is; stop ends it.
func serve(t *testing.T, store string, args ...string) (url string, stop func()) {
	t.Helper()
	c := process(t, append([]string{"queue", "-store", store, "-addr", "127.0.0.1:0"}, args...)...)
	var out, said bytes.Buffer
	c.Stdout, c.Stderr = &out, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	stop = func() {
		c.Process.Signal(os.Interrupt)
		c.Wait()
	}
	eventually(t, "the queue's server answers", func() bool {
		address, err := os.ReadFile(filepath.Join(store, "address"))
		url = "nats://" + string(address)
		return err == nil && len(address) > 0
	})
	return url, stop
}

func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Fatalf("it does not come to pass that %s", what)
}

// state is what `status -json` says.
type state struct {
	Files, Laid, Waiting, Built, Unread int
	InHand                              int `json:"in_hand"`
	WithErrors                          int `json:"with_errors"`
	Dead                                []struct{ Name, Why string }
}

func stateOf(t *testing.T, args ...string) (s state) {
	t.Helper()
	return stateBy(t, process(t, append([]string{"status", "-json"}, args...)...))
}

func stateBy(t *testing.T, c *exec.Cmd) (s state) {
	t.Helper()
	out, err := c.Output()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &s); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return s
}

// nianbao builds the program of the root, with the root's own libraries.
func nianbao(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "nianbao.exe")
	c := exec.CommandContext(context.Background(), "go", "build", "-o", program, "./cmd/nianbao")
	c.Dir = filepath.Join("..", "..")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// tree are the files below a folder, by their path.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		files[filepath.ToSlash(strings.TrimPrefix(path, folder+string(filepath.Separator)))] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
