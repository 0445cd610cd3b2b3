package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// A source is a report as a file has it.
type source struct {
	report   *report.Report
	problems []problem.Problem // of reading it
	reading  *reading.Reading  // nil: the file is the report's data, JSON
}

// read reads a report from its data or from a file that shows it. Its errors
// are sentences.
func read(file string, stdin io.Reader) (s source, err error) {
	fault := guarded(file, func() { s, err = readFile(file, stdin) })
	return s, errors.Join(err, fault)
}

func readFile(file string, stdin io.Reader) (source, error) {
	if file == standardInput {
		return readStream(stdin, file)
	}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return source{}, fmt.Errorf("找不到文件“%s”，请核对名字和所在的文件夹", file)
	case err != nil:
		return source{}, fmt.Errorf("不能读“%s”：%s", file, disk.Reason(err))
	case info.IsDir():
		return source{}, fmt.Errorf("“%s”是文件夹，请写里面的文件，例如 %s", file, filepath.Join(file, "*.json"))
	}
	f, err := os.Open(file)
	if err != nil {
		return source{}, fmt.Errorf("不能读“%s”：%s", file, disk.Reason(err))
	}
	defer f.Close()
	if !info.Mode().IsRegular() {
		return readStream(f, file)
	}
	head := make([]byte, manuscript.HeadSize)
	n, err := f.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return source{}, fmt.Errorf("读“%s”时中断：%s", file, disk.Reason(err))
	}
	if isData(head[:n], file) {
		return readData(f, file)
	}
	return readShown(file, f, info.Size())
}

// maxStream is how much is read of a file that is no data and comes in a stream.
const maxStream = 32 << 20

// readStream reads what can be read only once.
func readStream(r io.Reader, file string) (source, error) {
	stream := bufio.NewReader(r)
	head, err := stream.Peek(manuscript.HeadSize)
	if err != nil && err != io.EOF {
		return source{}, fmt.Errorf("读“%s”时中断：%s", fileName(file), disk.Reason(err))
	}
	if isData(head, file) {
		return readData(stream, file)
	}
	src, err := io.ReadAll(io.LimitReader(stream, maxStream+1))
	if err != nil {
		return source{}, fmt.Errorf("读“%s”时中断：%s", fileName(file), disk.Reason(err))
	}
	if len(src) > maxStream {
		return source{}, fmt.Errorf("“%s”超过 %d MB，没有读", fileName(file), maxStream>>20)
	}
	return readShown(file, bytes.NewReader(src), int64(len(src)))
}

// readData reads JSON, one byte over jsonfile.MaxSize at the most: enough for
// Decode to say that it is too large.
func readData(r io.Reader, file string) (source, error) {
	src, err := io.ReadAll(io.LimitReader(r, jsonfile.MaxSize+1))
	if err != nil {
		return source{}, fmt.Errorf("读“%s”时中断：%s", fileName(file), disk.Reason(err))
	}
	var s source
	s.report, s.problems = jsonfile.Decode(src)
	return s, nil
}

// readShown reads a file that shows a report.
func readShown(file string, src io.ReaderAt, size int64) (source, error) {
	read, err := reading.ReadNamed(src, size, file)
	if err != nil {
		return source{}, fmt.Errorf("“%s”读不了：%w", fileName(file), err)
	}
	return source{report: read.Report, problems: read.Problems, reading: read}, nil
}

// isData reports whether a file is JSON, or at least meant to be: it neither
// begins nor is called like something else that reports come in.
func isData(head []byte, file string) bool {
	return manuscript.Recognise(head, file) == manuscript.Data
}

// lay checks the report and lays it out; problems are those that reading it
// did not find.
func (s source) lay(m filing.Measures, problems ...problem.Problem) *filing.Paper {
	if s.reading != nil {
		return filing.LayReading(s.reading, problems, m)
	}
	return filing.LayReport(s.report, slices.Concat(s.problems, problems), m)
}
