// Package source reads reports from whatever files people have: the data, or
// files that show a report, one by one, in folders, and of the year before.
package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/filing/office"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A Source is a report as a file has it.
type Source struct {
	Report   *report.Report
	Problems []problem.Problem // of reading it
	Reading  *reading.Reading  // nil: the file is the report's data, JSON
}

// Read reads a report from its data or from a file that shows it. Its errors
// are sentences.
func Read(file string, stdin io.Reader) (s Source, err error) {
	if file == StandardInput {
		return ReadStream(stdin, file)
	}
	fault := Guarded(file, func() { s, err = readFile(file) })
	return s, errors.Join(err, fault)
}

// ReadStream is Read for what comes in a stream, as from a queue; file is what it is
// called, and may tell what kind it is.
func ReadStream(r io.Reader, file string) (s Source, err error) {
	fault := Guarded(file, func() { s, err = readStream(r, file) })
	return s, errors.Join(err, fault)
}

func readFile(file string) (Source, error) {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Source{}, fmt.Errorf("找不到文件“%s”，请核对名字和所在的文件夹", file)
	case err != nil:
		return Source{}, fmt.Errorf("不能读“%s”：%s", file, disk.Reason(err))
	case info.IsDir():
		return Source{}, fmt.Errorf("“%s”是文件夹，请写里面的文件，例如 %s", file, filepath.Join(file, "*.json"))
	}
	f, err := disk.Open(file)
	if err != nil {
		return Source{}, fmt.Errorf("不能读“%s”：%s", file, disk.Reason(err))
	}
	defer f.Close()
	if !info.Mode().IsRegular() {
		return readStream(f, file)
	}
	head := make([]byte, manuscript.HeadSize)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return Source{}, fmt.Errorf("读“%s”时中断：%s", file, disk.Reason(err))
	}
	if isData(head[:n], file) {
		return readData(f, file)
	}
	return readShown(file, f, info.Size())
}

// maxStream is how much is read of a file that is no data and comes in a stream.
const maxStream = 32 << 20

// readStream reads what can be read only once.
func readStream(r io.Reader, file string) (Source, error) {
	stream := bufio.NewReader(r)
	head, err := stream.Peek(manuscript.HeadSize)
	if err != nil && err != io.EOF {
		return Source{}, fmt.Errorf("读“%s”时中断：%s", Name(file), disk.Reason(err))
	}
	if isData(head, file) {
		return readData(stream, file)
	}
	src, err := io.ReadAll(io.LimitReader(stream, maxStream+1))
	if err != nil {
		return Source{}, fmt.Errorf("读“%s”时中断：%s", Name(file), disk.Reason(err))
	}
	if len(src) > maxStream {
		return Source{}, fmt.Errorf("“%s”超过 %d MB，没有读", Name(file), maxStream>>20)
	}
	return readShown(file, bytes.NewReader(src), int64(len(src)))
}

// readData reads JSON, one byte over jsonfile.MaxSize at the most: enough for
// Decode to say that it is too large.
func readData(r io.Reader, file string) (Source, error) {
	src, err := io.ReadAll(io.LimitReader(r, jsonfile.MaxSize+1))
	if err != nil {
		return Source{}, fmt.Errorf("读“%s”时中断：%s", Name(file), disk.Reason(err))
	}
	var s Source
	if jsonfile.Foreign(src) {
		return Source{}, fmt.Errorf("“%s”读不了：%w", Name(file), jsonfile.ErrForeign)
	}
	s.Report, s.Problems = jsonfile.Decode(src)
	return s, nil
}

// readShown reads a file that shows a report.
func readShown(file string, src io.ReaderAt, size int64) (Source, error) {
	read, err := reading.ReadNamed(src, size, file)
	if refused := (*manuscript.Refused)(nil); errors.As(err, &refused) {
		read, err = office.Read(context.Background(), src, size, refused)
	}
	if err != nil {
		return Source{}, fmt.Errorf("“%s”读不了：%w", Name(file), err)
	}
	for i := range read.Problems {
		read.Problems[i] = read.Problems[i].ForPaper()
	}
	return Source{Report: read.Report, Problems: read.Problems, Reading: read}, nil
}

// isData reports whether a file is JSON, or at least meant to be: it neither
// begins nor is called like something else that reports come in.
func isData(head []byte, file string) bool {
	return manuscript.Recognise(head, file) == manuscript.Data
}

// Lay checks the report and lays it out; problems are those that reading it
// did not find.
func (s Source) Lay(o filing.Options, problems ...problem.Problem) *filing.Paper {
	if s.Reading != nil {
		return filing.LayReading(s.Reading, problems, o)
	}
	return filing.LayReport(s.Report, slices.Concat(s.Problems, problems), o)
}
