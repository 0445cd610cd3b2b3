package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// unpacked is all that a file says, whatever it was packed in: the parts of a
// Word or OFD file, or the streams of a PDF behind the file itself.
func unpacked(kind string, file []byte) []string {
	if kind == word || kind == fixed {
		return parts(file)
	}
	out := []string{string(file)}
	for rest := file; ; {
		at := bytes.Index(rest, []byte("stream"))
		if at < 0 {
			return out
		}
		rest = bytes.TrimLeft(rest[at+len("stream"):], "\r\n")
		end := max(0, bytes.Index(rest, []byte("endstream")))
		content := rest[:end]
		if r, err := zlib.NewReader(bytes.NewReader(content)); err == nil {
			content, _ = io.ReadAll(r) // a stream's end of line may follow the data
		}
		out = append(out, string(content))
		rest = rest[end+len("endstream"):]
	}
}

func parts(file []byte) []string {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil
	}
	var out []string
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			return nil
		}
		content, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return nil
		}
		out = append(out, string(content))
	}
	return out
}

// tagged reports whether a PDF has a structure that a screen reader can follow.
func tagged(file []byte) bool {
	for _, text := range unpacked(page, file) {
		if strings.Contains(text, "/StructTreeRoot") {
			return true
		}
	}
	return false
}

// says reports whether r can be copied out of a file: in a PDF, whether a
// character map of one of its fonts leads to r (ISO 32000-1, 9.10.3: UTF-16BE).
func says(kind string, file []byte, r rune) bool {
	want := string(r)
	if kind == page {
		want = ""
		for _, unit := range utf16.Encode([]rune{r}) {
			want += fmt.Sprintf("%04X", unit)
		}
		want = "<" + want + ">"
	}
	for _, text := range unpacked(kind, file) {
		if kind == page && !strings.Contains(text, "begincmap") {
			continue
		}
		if strings.Contains(text, want) || kind == page && strings.Contains(strings.ToUpper(text), want) {
			return true
		}
	}
	return false
}
