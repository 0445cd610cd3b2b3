// Command release builds the program for every system that offices have, one
// zip each, ready to be handed on, with its bill of materials and the checksums
// of all: go run ./release
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"nianbao/release/program"
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

// release writes a zip and a bill of materials a target, and SHA256SUMS. The same
// commit and the same Go give the same bytes; without a commit there is no release.
func release(folder string) error {
	d, err := program.Deliver(folder)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "nianbao-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	terms, err := program.Licences()
	if err != nil {
		return err
	}
	making, err := program.MakingOfFaces()
	if err != nil {
		return err
	}
	tool, err := program.InstallBillTool(work)
	if err != nil {
		return err
	}
	for _, on := range program.Targets {
		t := target{on}
		binary, err := t.Build(work)
		if err != nil {
			return err
		}
		if _, err := program.Revision(binary); err != nil {
			return err
		}
		packed, err := t.pack(binary, terms, making)
		if err != nil {
			return err
		}
		if len(packed) > mostBytes {
			return fmt.Errorf("%s has %d bytes, more than %d", t.zipName(), len(packed), mostBytes)
		}
		bill, err := program.BillOf(tool, filepath.Join(work, t.File()))
		if err != nil {
			return err
		}
		if err := errors.Join(d.Put(t.zipName(), packed), d.Put(t.BillName(), bill)); err != nil {
			return err
		}
		fmt.Printf("%-28s %5.1f MB, the program %5.1f MB\n", t.zipName(), megabytes(len(packed)), megabytes(len(binary)))
	}
	return d.Close()
}

func megabytes(bytes int) float64 { return float64(bytes) / (1 << 20) }
