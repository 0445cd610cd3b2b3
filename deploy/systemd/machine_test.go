package systemd

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/deploy/copies"
)

// A machine has a real systemd as its first process, in namespaces of its own on
// this one; the two share the network.
type machine struct {
	t   *testing.T
	pid int // of its systemd, here
}

// boot starts a machine with the program in /opt/nianbao and the units of this
// folder; it is gone with the test.
func boot(t *testing.T) *machine {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root may make namespaces and boot systemd in them")
	}
	if _, err := os.Stat("/lib/systemd/systemd"); err != nil {
		t.Skip("there is no systemd: ", err)
	}
	if folder, err := os.Readlink("/bin"); err != nil || folder != "usr/bin" {
		t.Skip("the machine is made of /usr, which has not all programs of this one")
	}
	script, _ := filepath.Abs("testdata/boot.sh")
	units, _ := filepath.Abs(".")
	var said bytes.Buffer
	group := fmt.Sprintf("nianbao-test-%d", os.Getpid())
	cmd := exec.Command("bash", script, t.TempDir(), copies.Program, units, group)
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags: syscall.CLONE_NEWNS | syscall.CLONE_NEWPID | syscall.CLONE_NEWIPC | syscall.CLONE_NEWUTS,
		Pdeathsig:  syscall.SIGKILL,
	}
	if err := cmd.Start(); err != nil {
		t.Skip("this machine makes no namespaces: ", err)
	}
	m := &machine{t: t, pid: cmd.Process.Pid}
	t.Cleanup(func() {
		cmd.Process.Kill() // and with it all that runs there
		cmd.Wait()
		removeGroups(group)
	})
	for deadline := time.Now().Add(5 * time.Minute); ; time.Sleep(100 * time.Millisecond) {
		state, _ := m.try("systemctl", "is-system-running")
		if strings.TrimSpace(state) == "running" {
			return m
		}
		if time.Now().After(deadline) {
			t.Fatalf("systemd is %q after five minutes:\n%s", state, said.String())
		}
	}
}

// try runs a command on the machine.
func (m *machine) try(args ...string) (said string, err error) {
	enter := append([]string{"--target", strconv.Itoa(m.pid), "--mount", "--pid", "--ipc", "--uts", "--cgroup", "--root", "--wd", "--"}, args...)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "nsenter", enter...)
	cmd.Env = []string{"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "SYSTEMD_PAGER="}
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// run is try for what must succeed.
func (m *machine) run(args ...string) string {
	m.t.Helper()
	said, err := m.try(args...)
	if err != nil {
		status, _ := m.try("journalctl", "--no-pager", "-n", "40")
		m.t.Fatalf("%s: %v\n%s\n%s", strings.Join(args, " "), err, said, status)
	}
	return said
}

// write puts a file on the machine.
func (m *machine) write(name, content string, mode fs.FileMode) {
	m.t.Helper()
	path := filepath.Join("/proc", strconv.Itoa(m.pid), "root", name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		m.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		m.t.Fatal(err)
	}
}

// process is a file of /proc about a unit's program.
func (m *machine) process(unit, file string) string {
	m.t.Helper()
	pid := strings.TrimSpace(m.run("systemctl", "show", "-P", "MainPID", unit))
	return m.run("cat", "/proc/"+pid+"/"+file)
}

// removeGroups takes away the control groups that systemd left, which outlive it.
func removeGroups(name string) {
	left, _ := filepath.Glob("/sys/fs/cgroup/*/" + name)
	more, _ := filepath.Glob("/sys/fs/cgroup/" + name)
	for _, group := range append(left, more...) {
		var folders []string
		filepath.WalkDir(group, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				folders = append(folders, path)
			}
			return nil
		})
		for i := len(folders) - 1; i >= 0; i-- { // the innermost first
			syscall.Rmdir(folders[i])
		}
	}
}
