package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/cmd/nianbao/process"
	"nianbao/fixtures"
)

// TestMain lets the test binary stand in for the program, for tests that need a
// process of its own: to kill it, or to run it in another place and time zone.
func TestMain(m *testing.M) {
	switch os.Getenv("NIANBAO_TEST_AS") {
	case "program":
		if file := os.Getenv("NIANBAO_TEST_PEAK"); file != "" {
			process.CollectLate()
			status := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
			said, _ := os.ReadFile("/proc/self/status")
			os.WriteFile(file, said, 0o600)
			os.Exit(status)
		}
		main()
	case "collecting":
		collectForever(os.Args[1:])
	case "forever":
		buildForever(os.Args[1:])
	}
	os.Exit(m.Run())
}

// An answer is what a call gave back.
type answer struct {
	status   int
	out, err string
}

// withEmbedded has a call print with the embedded faces, unless it says which
// ones: what a machine has must not show in the tests.
func withEmbedded(args []string) []string {
	prints := len(args) > 0 && slices.Contains([]string{"build", "check", "fonts", "serve"}, args[0])
	if !prints || slices.Contains(args, "-faces") || slices.Contains(args, "-fonts") || slices.Contains(args, "-face") {
		return args
	}
	return slices.Insert(slices.Clone(args), 1, "-faces", "embedded")
}

// nianbao calls the program in this process.
func nianbao(t *testing.T, args ...string) answer {
	t.Helper()
	return nianbaoWith(t, "", args...)
}

func nianbaoWith(t *testing.T, stdin string, args ...string) answer {
	t.Helper()
	var out, err bytes.Buffer
	status := run(withEmbedded(args), strings.NewReader(stdin), &out, &err)
	return answer{status, out.String(), err.String()}
}

// want fails unless the call ended so and said all of this somewhere.
func (a answer) want(t *testing.T, status int, said ...string) {
	t.Helper()
	if a.status != status {
		t.Errorf("exit code %d, want %d", a.status, status)
	}
	for _, s := range said {
		if !strings.Contains(a.out+a.err, s) {
			t.Errorf("%q is not said", s)
		}
	}
	if t.Failed() {
		t.Logf("stdout:\n%s\nstderr:\n%s", a.out, a.err)
	}
}

// minimal is the shortest report that can be filed, with other texts in it.
func minimal(t *testing.T, oldAndNew ...string) string {
	t.Helper()
	text := string(fixtures.Named(t, "minimal").JSON)
	for i := 0; i < len(oldAndNew); i += 2 {
		if !strings.Contains(text, oldAndNew[i]) {
			t.Fatalf("the fixture has no %s", oldAndNew[i])
		}
		text = strings.ReplaceAll(text, oldAndNew[i], oldAndNew[i+1])
	}
	return text
}

// What minimal holds, for tests to replace or look for.
const (
	agency   = "澄岭县史志办公室"
	title    = "澄岭县史志办公室2024年政府信息公开工作年度报告"
	received = `"received": {"natural_person": 0`
)

// inFolder puts files into a new folder and makes it the current one.
func inFolder(t *testing.T, nameAndContent ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(nameAndContent); i += 2 {
		put(t, nameAndContent[i], nameAndContent[i+1])
	}
}

func put(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// wantFiles fails unless the folder holds just these.
func wantFiles(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	left := map[string]bool{}
	for _, name := range names {
		left[name] = true
	}
	for _, entry := range entries {
		if !left[entry.Name()] {
			t.Errorf("%s was left in %s", entry.Name(), folder)
		}
		delete(left, entry.Name())
	}
	for name := range left {
		t.Errorf("%s is not in %s", name, folder)
	}
}
