package program

import (
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
)

// passed are the variables of Go that say where libraries come from and where
// things are kept, and how hard the machine works. No other one reaches a build.
var passed = []string{
	"GOAUTH", "GOCACHE", "GOCACHEPROG", "GOINSECURE", "GOMODCACHE", "GONOPROXY", "GONOSUMDB", "GOPATH", "GOPRIVATE", "GOPROXY",
	"GOSUMDB", "GOTOOLCHAIN", "GOVCS", // these may stand in the file that go env -w writes
	"GOGC", "GOMAXPROCS", "GOMEMLIMIT", "GOROOT", "GOTMPDIR",
}

// environment is what the go command is started with, so that two machines write
// the same bytes: of what around and in the file of go env -w says something of
// Go, only where things are; the rest is named here.
func (t Target) environment(root string, around []string) ([]string, error) {
	var kept []string
	for _, variable := range around {
		name, _, _ := strings.Cut(variable, "=")
		if !strings.HasPrefix(name, "GO") && !strings.HasPrefix(name, "CGO_") || slices.Contains(passed, name) {
			kept = append(kept, variable)
		}
	}
	cmd := exec.Command("go", "env", "-json")
	cmd.Dir, cmd.Env = root, around
	said, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	var known map[string]string
	if err := json.Unmarshal(said, &known); err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	for _, name := range passed {
		if value := known[name]; value != "" && name != "GOROOT" { // which is that of the go command itself
			kept = append(kept, name+"="+value)
		}
	}
	return append(kept,
		"GOENV=off", "GOWORK=off", "GO111MODULE=on", "GOFLAGS=-mod=readonly", "CGO_ENABLED=0", "GOOS="+t.System, "GOARCH="+t.Processor,
		"GOAMD64=v1", "GOARM64=v8.0", "GOFIPS140=off"), nil
}

// Revision is the commit that a program was built from; one that does not know it
// is not to be handed on, since nobody could build it again.
func Revision(binary []byte) (string, error) {
	info, err := buildinfo.Read(bytes.NewReader(binary))
	if err != nil {
		return "", err
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" && setting.Value != "" {
			return setting.Value, nil
		}
	}
	return "", errors.New("the program does not know its commit: a release is made in a clone, with git installed; in a work tree of git worktree, and without the folder .git, Go finds none")
}
