// Package program builds nianbao for a system and a processor, and gathers what
// has to be handed on with it: the terms of its parts, how its faces were made,
// its bill of materials. Whatever packs the program packs this one.
package program

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// A Target is a system and a processor, as Go calls them.
type Target struct{ System, Processor string }

// Targets are the machines of offices; loong64 and arm64 are those of Kylin and UOS.
var Targets = []Target{
	{"windows", "amd64"},
	{"linux", "amd64"},
	{"linux", "arm64"},
	{"linux", "loong64"},
	{"darwin", "amd64"},
	{"darwin", "arm64"},
}

// Packed is the time that every packed file carries, whenever it is packed.
var Packed = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// File is what the program is called in the folder that it is built into.
func (t Target) File() string { return t.System + "-" + t.Processor }

// BillName is what its bill of materials is called.
func (t Target) BillName() string { return t.Name() + ".cdx.json" }

// Name is what the packed program is called, without extension.
func (t Target) Name() string {
	system := t.System
	if system == "darwin" {
		system = "macos"
	}
	return "nianbao-" + system + "-" + t.Processor
}

// Build compiles the program into a folder: one file that needs nothing else on
// the machine. Where there is a repository, it knows its revision.
func (t Target) Build(folder string) ([]byte, error) {
	root, err := root()
	if err != nil {
		return nil, err
	}
	folder, err = filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(folder, t.File())
	environment, err := t.environment(root, os.Environ())
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=auto", "-ldflags", "-s -w", "-o", out, "./cmd/nianbao")
	cmd.Dir = root
	cmd.Env = environment
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s/%s: %w", t.System, t.Processor, err), errors.New(string(said)))
	}
	return os.ReadFile(out)
}

// root is the folder of nianbao's own go.mod. From another module, the go command
// would link the program with that one's versions of the libraries.
func root() (string, error) {
	folder, err := output("", "go", "list", "-m", "-f", "{{.Dir}}", "nianbao")
	return strings.TrimSpace(folder), err
}

func output(folder, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = folder
	out, err := cmd.Output()
	return string(out), err
}
