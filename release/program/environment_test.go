package program

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Whatever a machine's environment and its file of go env -w ask of Go, a build
// has the same; where libraries come from is the machine's own.
func TestSameEnvironmentEverywhere(t *testing.T) {
	settings := filepath.Join(t.TempDir(), "env")
	if err := os.WriteFile(settings, []byte("GOFLAGS=-tags=other\nGOAMD64=v4\nGOEXPERIMENT=nogreenteagc\nGOPROXY=https://proxy.example\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	other := append(os.Environ(), "GOENV="+settings, "GOPROXY=", "GOFLAGS=-buildvcs=false -gcflags=-N", "GOAMD64=v3", "GOARM64=v9.0", "GOEXPERIMENT=",
		"GOFIPS140=latest", "GOWORK="+filepath.Join(t.TempDir(), "go.work"), "GO111MODULE=auto", "GODEBUG=gotypesalias=0", "CGO_ENABLED=1", "CGO_CFLAGS=-O0",
		"GOOS=plan9", "GOARCH=386", "GO_EXTLINK_ENABLED=1")
	want := map[string]string{
		"GOFLAGS": "-mod=readonly", "GOEXPERIMENT": "", "GOFIPS140": "off", "GOWORK": "off",
		"GO111MODULE": "on", "GODEBUG": "", "CGO_ENABLED": "0", "CGO_CFLAGS": "-O2 -g", "GO_EXTLINK_ENABLED": "",
	}
	for _, on := range Targets {
		want["GOOS"], want["GOARCH"] = on.System, on.Processor
		want["GOAMD64"], want["GOARM64"] = "", "" // go env has that of its processor alone
		switch on.Processor {
		case "amd64":
			want["GOAMD64"] = "v1"
		case "arm64":
			want["GOARM64"] = "v8.0"
		}
		environment, err := on.environment("", other)
		if err != nil {
			t.Fatal(err)
		}
		got := asked(t, environment)
		for name, value := range want {
			if got[name] != value {
				t.Errorf("%s: the go command has %s=%q, not %q", on.Name(), name, got[name], value)
			}
		}
		if got["GOPROXY"] != "https://proxy.example" {
			t.Errorf("libraries would come from %q, not from the machine's own proxy", got["GOPROXY"])
		}
	}
}

// asked is what the go command says that it has in an environment.
func asked(t *testing.T, environment []string) map[string]string {
	t.Helper()
	cmd := exec.Command("go", "env", "-json")
	cmd.Env = environment
	said, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var has map[string]string
	if err := json.Unmarshal(said, &has); err != nil {
		t.Fatal(err)
	}
	return has
}

// A program built in a clone knows its commit, also where GOFLAGS would keep it
// from that; one that does not is not handed on.
func TestRevision(t *testing.T) {
	here, err := os.Executable() // a test's program has none
	if err != nil {
		t.Fatal(err)
	}
	binary, err := os.ReadFile(here)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Revision(binary); err == nil {
		t.Error("a program without a commit would be handed on")
	}

	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git on this machine")
	}
	clone := t.TempDir()
	for name, content := range map[string]string{"go.mod": "module m\n\ngo 1.26\n", "main.go": "package main\n\nfunc main() {}\n"} {
		if err := os.WriteFile(filepath.Join(clone, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	linux := Target{"linux", "amd64"}
	environment, err := linux.environment(clone, append(os.Environ(), "GOFLAGS=-buildvcs=false"))
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "m")
	var said []byte
	for _, words := range [][]string{
		{"git", "init", "-q"}, {"git", "add", "."},
		{"git", "-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "m"},
		{"go", "build", "-buildvcs=auto", "-o", out, "."}, {"git", "rev-parse", "HEAD"},
	} {
		cmd := exec.Command(words[0], words[1:]...)
		cmd.Dir, cmd.Env = clone, environment
		if said, err = cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", words, err, said)
		}
	}
	if binary, err = os.ReadFile(out); err != nil {
		t.Fatal(err)
	}
	if revision, err := Revision(binary); err != nil || revision+"\n" != string(said) {
		t.Errorf("%q, %v; the commit is %s", revision, err, said)
	}
}

// What is embedded has the commit's line ends, also where git is told to write
// those of Windows.
func TestLineEndsOfACheckout(t *testing.T) {
	attributes, err := os.ReadFile(filepath.Join("..", "..", ".gitattributes"))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(strings.Split(string(attributes), "\n"), "* -text") {
		t.Error("git may write other line ends into a checkout than the commit has")
	}
}
