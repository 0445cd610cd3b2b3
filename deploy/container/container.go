// Package container runs an image as the nodes of a cluster do, for the tests:
// skopeo takes it out of its archive, umoci unpacks it, runc runs it in
// namespaces of its own, with nothing writable, no capability and no new
// privilege. None of them needs a daemon.
package container

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// A Spec is what to run, and how.
type Spec struct {
	Archive   string // of the image, as an OCI archive
	Processor string
	Args      []string          // after the entrypoint; nil: the image's own
	Env       []string          // beside the image's
	Files     map[string][]byte // by where they are put, as a cluster puts a Secret
	MilliCPU  int64             // 0: as many as there are
	Memory    int64             // bytes; 0: as much as there is
}

// emulators run the programs of other processors than the machine's.
var emulators = map[string]string{"amd64": "qemu-x86_64-static", "arm64": "qemu-aarch64-static", "loong64": "qemu-loongarch64-static"}

// A Container is one that runs, or ran.
type Container struct {
	Root string // the unpacked image
	id   string
	pid  int
	cmd  *exec.Cmd
	said bytes.Buffer
}

// number makes the containers' names differ.
var number atomic.Int32

// Unpack takes an image out of its archive into a folder as runc wants it.
func Unpack(t *testing.T, archive, processor string) (bundle string) {
	t.Helper()
	for _, tool := range []string{"skopeo", "umoci", "runc"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("no " + tool + " on this machine")
		}
	}
	if os.Geteuid() != 0 {
		t.Skip("only root may unpack an image with its owners, and run it")
	}
	folder := t.TempDir()
	layout, bundle := filepath.Join(folder, "layout"), filepath.Join(folder, "bundle")
	must(t, "skopeo", "--insecure-policy", "--override-os", "linux", "--override-arch", processor, "copy", "--quiet", "oci-archive:"+archive, "oci:"+layout+":one")
	must(t, "umoci", "unpack", "--image", layout+":one", bundle)
	return bundle
}

// Start runs an image until the test ends, or Stop.
func Start(t *testing.T, s Spec) *Container {
	t.Helper()
	bundle := Unpack(t, s.Archive, s.Processor)
	c := &Container{
		Root: filepath.Join(bundle, "rootfs"),
		id:   fmt.Sprintf("nianbao-test-%d-%d", os.Getpid(), number.Add(1)),
	}
	c.restrict(t, bundle, s)
	pidFile := filepath.Join(bundle, "pid")
	c.cmd = exec.Command("runc", "run", "--bundle", bundle, "--pid-file", pidFile, c.id)
	c.cmd.Stdout, c.cmd.Stderr = &c.said, &c.said
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		exec.Command("runc", "delete", "--force", c.id).Run()
		c.cmd.Wait()
		if t.Failed() {
			t.Logf("the container said: %s", c.said.String())
		}
	})
	for range 600 {
		if text, err := os.ReadFile(pidFile); err == nil && len(text) > 0 {
			if c.pid, err = strconv.Atoi(string(text)); err != nil {
				t.Fatal(err)
			}
			return c
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("it does not start: %s", c.said.String())
	return nil
}

// restrict changes what umoci made of the image's own configuration to what a
// careful cluster allows; user, entrypoint and environment stay the image's.
func (c *Container) restrict(t *testing.T, bundle string, s Spec) {
	t.Helper()
	name := filepath.Join(bundle, "config.json")
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]any
	if err := json.Unmarshal(content, &config); err != nil {
		t.Fatal(err)
	}
	process, linux := config["process"].(map[string]any), config["linux"].(map[string]any)
	config["root"].(map[string]any)["readonly"] = true
	process["terminal"] = false
	process["capabilities"] = map[string]any{}
	process["noNewPrivileges"] = true
	args := process["args"].([]any)
	if s.Args != nil {
		args = args[:1] // the entrypoint
		for _, arg := range s.Args {
			args = append(args, arg)
		}
	}
	mounts := config["mounts"].([]any)
	mount := func(inside, outside string) {
		mounts = append(mounts, map[string]any{"destination": inside, "source": outside, "type": "bind", "options": []string{"rbind", "ro", "nosuid", "nodev"}})
	}
	if s.Processor != runtime.GOARCH {
		emulator := emulators[s.Processor]
		path, err := exec.LookPath(emulator)
		if err != nil {
			t.Skip("no " + emulator + " on this machine")
		}
		mount("/emulator", path)
		args = append([]any{"/emulator"}, args...)
	}
	process["args"] = args
	for _, set := range s.Env {
		process["env"] = append(process["env"].([]any), set)
	}
	for inside, content := range s.Files {
		outside := filepath.Join(bundle, strings.ReplaceAll(inside, "/", "_"))
		if err := os.WriteFile(outside, content, 0o444); err != nil {
			t.Fatal(err)
		}
		mount(inside, outside)
	}
	config["mounts"] = mounts
	linux["cgroupsPath"] = "/" + c.id
	resources := map[string]any{}
	if s.Memory > 0 {
		resources["memory"] = map[string]any{"limit": s.Memory}
	}
	if s.MilliCPU > 0 {
		resources["cpu"] = map[string]any{"quota": s.MilliCPU * 100, "period": 100_000}
	}
	linux["resources"] = resources
	changed, err := json.Marshal(config)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, changed, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Stop sends SIGTERM, waits for the end, and gives the exit status and all that
// was said.
func (c *Container) Stop(t *testing.T) (status int, said string) {
	t.Helper()
	must(t, "runc", "kill", c.id, "TERM")
	return c.Wait()
}

// Wait is until it ends by itself.
func (c *Container) Wait() (status int, said string) {
	c.cmd.Wait()
	return c.cmd.ProcessState.ExitCode(), c.said.String()
}

// Status is a line of what the kernel knows of the running program.
func (c *Container) Status(t *testing.T, field string) string {
	t.Helper()
	content, err := os.ReadFile("/proc/" + strconv.Itoa(c.pid) + "/status")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		if name, value, ok := strings.Cut(line, ":"); ok && name == field {
			return strings.TrimSpace(value)
		}
	}
	t.Fatalf("the kernel says nothing of %s", field)
	return ""
}

func must(t *testing.T, words ...string) {
	t.Helper()
	if said, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("%q: %v\n%s", words, err, said)
	}
}
