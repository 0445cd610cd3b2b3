// Package copies runs the real program for the tests of what stands around it.
package copies

import (
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Token is what every copy asks for.
const Token = "a-token-of-twenty-characters"

// Program is the program as a release has it, static; Main builds it.
var Program string

// Main builds the program, runs a package's tests and takes it away.
func Main(m *testing.M) {
	os.Exit(func() int {
		folder, err := os.MkdirTemp("", "nianbao-program-")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(folder)
		Program = filepath.Join(folder, "nianbao")
		cmd := exec.Command("go", "build", "-trimpath", "-o", Program, "./cmd/nianbao")
		cmd.Dir = filepath.Join("..", "..")
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if said, err := cmd.CombinedOutput(); err != nil {
			panic(string(said))
		}
		return m.Run()
	}())
}

// Free are ports of 127.0.0.1 that nobody listens on.
func Free(t *testing.T, n int) (ports []string) {
	t.Helper()
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		_, port, _ := net.SplitHostPort(l.Addr().String())
		ports = append(ports, port)
	}
	return ports
}

// A Copy is the program as a service on a port.
type Copy struct {
	t    *testing.T
	args []string
	Port string
	cmd  *exec.Cmd
	Log  Said
}

// Start runs a copy until the test ends, and waits until it answers.
func Start(t *testing.T, port string, options ...string) *Copy {
	t.Helper()
	token := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(token, []byte(Token), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &Copy{t: t, Port: port}
	c.args = append([]string{"serve", "-service", "-addr", "127.0.0.1:" + port, "-token", "@" + token, "-faces", "embedded"}, options...)
	c.Again()
	t.Cleanup(func() { c.End(syscall.SIGKILL) })
	return c
}

// Again starts a copy that has ended.
func (c *Copy) Again() {
	c.t.Helper()
	c.cmd = exec.Command(Program, c.args...)
	c.cmd.Stderr = &c.Log
	c.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := c.cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if answer, err := http.Get("http://127.0.0.1:" + c.Port + "/healthz"); err == nil {
			answer.Body.Close()
			return
		}
		if time.Now().After(deadline) {
			c.t.Fatalf("a copy does not answer:\n%s", c.Log.String())
		}
	}
}

// Signal sends a copy a signal.
func (c *Copy) Signal(s syscall.Signal) { c.cmd.Process.Signal(s) }

// End ends a copy with a signal and waits until it has.
func (c *Copy) End(s syscall.Signal) {
	c.cmd.Process.Signal(s)
	c.cmd.Wait()
}

// Said collects what a program writes while it runs.
type Said struct {
	mu  sync.Mutex
	all []byte
}

func (s *Said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, p...)
	return len(p), nil
}

func (s *Said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.all)
}
