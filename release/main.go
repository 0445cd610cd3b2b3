// Command release builds the program for every system that offices have, one
// zip each, ready to be handed on: go run ./release
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// mostBytes is how large a zip may be: what a memory stick or a mail takes.
const mostBytes = 40 << 20

func main() {
	folder := flag.String("o", "dist", "the folder to write into")
	flag.Parse()
	if err := release(*folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// release writes a zip a target. The same commit and the same Go give the same bytes.
func release(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "nianbao-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	terms, err := licences()
	if err != nil {
		return err
	}
	for _, t := range targets {
		binary, err := t.build(work)
		if err != nil {
			return err
		}
		packed, err := t.pack(binary, terms)
		if err != nil {
			return err
		}
		if len(packed) > mostBytes {
			return fmt.Errorf("%s has %d bytes, more than %d", t.zipName(), len(packed), mostBytes)
		}
		if err := os.WriteFile(filepath.Join(folder, t.zipName()), packed, 0o644); err != nil {
			return err
		}
		fmt.Printf("%-28s %5.1f MB, the program %5.1f MB\n", t.zipName(), megabytes(len(packed)), megabytes(len(binary)))
	}
	return nil
}

func megabytes(bytes int) float64 { return float64(bytes) / (1 << 20) }

// build compiles the program: one file that needs nothing else on the machine.
func (t target) build(work string) ([]byte, error) {
	out := filepath.Join(work, t.system+"-"+t.processor)
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", out, "nianbao/cmd/nianbao")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.system, "GOARCH="+t.processor)
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s/%s: %w", t.system, t.processor, err), errors.New(string(said)))
	}
	return os.ReadFile(out)
}
