package job

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// A File is one of a report's.
type File struct {
	Name    string
	Content []byte
}

// A Result is what came of a report: its files, or none where it has errors or could
// not be read, and what is to be said of it.
type Result struct {
	Findings []byte // JSON
	Files    []File // none, or all

	Errors int  // in the report
	Unread bool // the file could not be read
}

// findingsName is that of the findings within a packed result; no report's files are
// called so, whose names end in their format's.
const findingsName = "findings.json"

func packed(version string, f finding, files []File) (*Result, error) {
	findings, err := findingsFile(version, f)
	if err != nil {
		return nil, err
	}
	return &Result{findings, files, f.Errors, f.Failure != ""}, nil
}

// Pack makes one object of a result: a zip, stored, since its parts are compressed.
func (r *Result) Pack() ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range append([]File{{findingsName, r.Findings}}, r.Files...) {
		method := zip.Store
		if f.Name == findingsName {
			method = zip.Deflate
		}
		out, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: method})
		if err == nil {
			_, err = out.Write(f.Content)
		}
		if err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

// mostUnpacked bounds what is unpacked of one result, whoever wrote it.
const mostUnpacked = 256 << 20

// Unpack is the way back.
func Unpack(object []byte) (*Result, error) {
	z, err := zip.NewReader(bytes.NewReader(object), int64(len(object)))
	if err != nil {
		return nil, err
	}
	r := &Result{}
	left := int64(mostUnpacked)
	for _, entry := range z.File {
		in, err := entry.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(io.LimitReader(in, left+1))
		in.Close()
		if err != nil {
			return nil, err
		}
		if left -= int64(len(content)); left < 0 {
			return nil, fmt.Errorf("more than %d bytes", int64(mostUnpacked))
		}
		if entry.Name == findingsName {
			r.Findings = content
			continue
		}
		r.Files = append(r.Files, File{entry.Name, content})
	}
	var found envelope
	if err := json.Unmarshal(r.Findings, &found); err != nil || len(found.Files) != 1 {
		return nil, fmt.Errorf("no %s of one file: %w", findingsName, err)
	}
	r.Errors, r.Unread = found.Files[0].Errors, found.Files[0].Failure != ""
	return r, nil
}
