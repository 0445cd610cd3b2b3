package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	_ "embed"
	"io"
	"strings"

	"nianbao/release/program"
)

// A target is a system and a processor, and what is packed for them.
type target struct{ program.Target }

var (
	//go:embed windows.txt
	onWindows string
	//go:embed linux.txt
	onLinux string
	//go:embed darwin.txt
	onDarwin string
)

// manuals are 说明.txt by system.
var manuals = map[string]string{"windows": onWindows, "linux": onLinux, "darwin": onDarwin}

func (t target) zipName() string { return t.Name() + ".zip" }

func (t target) programName() string {
	if t.System == "windows" {
		return "nianbao.exe"
	}
	return "nianbao"
}

// pack puts the program, how to use it, the terms of its parts and how its faces
// were made into a zip without a clock: the same program gives the same bytes.
func (t target) pack(binary []byte, terms string, making []program.Source) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	files := []entry{
		{t.programName(), binary, 0o755},
		{"说明.txt", notepad(manuals[t.System]), 0o644},
		{"许可.txt", notepad(terms), 0o644},
	}
	for _, s := range making {
		files = append(files, entry{"字体/" + s.Name, s.Content, uint32(s.Mode)})
	}
	for _, file := range files {
		header := &zip.FileHeader{Name: "nianbao/" + file.name, Method: zip.Deflate, Modified: program.Packed}
		header.CreatorVersion = 3 << 8 // Unix, so that the program stays executable
		header.ExternalAttrs = (0o100000 | file.mode) << 16
		entry, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(file.content); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// An entry is a file in the zip; mode has its rights.
type entry struct {
	name    string
	content []byte
	mode    uint32
}

// notepad is a text as every editor of Windows shows it: with a byte order mark
// and its line ends.
func notepad(text string) []byte {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))
}
