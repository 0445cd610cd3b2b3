package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	_ "embed"
	"io"
	"strings"
	"time"
)

// A target is a system and a processor, as Go calls them.
type target struct {
	system, processor string
	manual            string // 说明.txt
}

var (
	//go:embed windows.txt
	onWindows string
	//go:embed linux.txt
	onLinux string
	//go:embed darwin.txt
	onDarwin string
)

// targets are the machines of offices; loong64 and arm64 are those of Kylin and UOS.
var targets = []target{
	{"windows", "amd64", onWindows},
	{"linux", "amd64", onLinux},
	{"linux", "arm64", onLinux},
	{"linux", "loong64", onLinux},
	{"darwin", "amd64", onDarwin},
	{"darwin", "arm64", onDarwin},
}

func (t target) zipName() string {
	system := t.system
	if system == "darwin" {
		system = "macos"
	}
	return "nianbao-" + system + "-" + t.processor + ".zip"
}

func (t target) programName() string {
	if t.system == "windows" {
		return "nianbao.exe"
	}
	return "nianbao"
}

// pack puts the program, how to use it, the terms of its parts and how its faces
// were made into a zip without a clock: the same program gives the same bytes.
func (t target) pack(binary []byte, terms string, making []source) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	files := []entry{
		{t.programName(), binary, 0o755},
		{"说明.txt", notepad(t.manual), 0o644},
		{"许可.txt", notepad(terms), 0o644},
	}
	for _, s := range making {
		files = append(files, entry{"字体/" + s.name, s.content, 0o644})
	}
	for _, file := range files {
		header := &zip.FileHeader{Name: "nianbao/" + file.name, Method: zip.Deflate, Modified: packed}
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

// packed is the time that every entry carries.
var packed = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// notepad is a text as every editor of Windows shows it: with a byte order mark
// and its line ends.
func notepad(text string) []byte {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))
}
