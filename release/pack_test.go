package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"strings"
	"testing"

	"nianbao/release/program"
)

// A zip holds the program, ready to run, how to use it, and all terms; packed
// again, it has the same bytes.
func TestPack(t *testing.T) {
	terms, err := program.Licences()
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"Apache License", "GNU GENERAL PUBLIC LICENSE", "SIL OPEN FONT LICENSE", "shopspring/decimal", "Go\n\nCopyright"} {
		if !strings.Contains(terms, part) {
			t.Errorf("the terms lack %q", part)
		}
	}
	making, err := program.MakingOfFaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, on := range program.Targets {
		target := target{on}
		binary := []byte("the program for " + target.zipName())
		packed, err := target.pack(binary, terms, making)
		if err != nil {
			t.Fatal(err)
		}
		again, err := target.pack(binary, terms, making)
		if err != nil || !bytes.Equal(packed, again) {
			t.Errorf("%s: other bytes the second time, %v", target.zipName(), err)
		}
		files := unzip(t, packed)
		name := "nianbao/" + target.programName()
		if len(files) != 3+len(making) || !strings.Contains(files["nianbao/字体/faces/README.md"].text, "FandolFang") || files[name].text != string(binary) || files[name].mode&0o111 == 0 {
			t.Errorf("%s: %v", target.zipName(), files)
		}
		manual := files["nianbao/说明.txt"].text
		if !strings.HasPrefix(manual, "\ufeff") || strings.Count(manual, "\r\n") != strings.Count(manual, "\n") || !strings.Contains(manual, target.programName()) {
			t.Errorf("%s: 说明.txt: %q", target.zipName(), manual)
		}
	}
}

type unzipped struct {
	text string
	mode fs.FileMode
}

func unzip(t *testing.T, packed []byte) map[string]unzipped {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]unzipped{}
	for _, file := range archive.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		in.Close()
		if err != nil {
			t.Fatal(err)
		}
		files[file.Name] = unzipped{string(content), file.Mode()}
	}
	return files
}
