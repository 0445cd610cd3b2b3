package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/report"
)

// standardInput is the file name that stands for it.
const standardInput = "-"

// fileName is how people are told of a file.
func fileName(file string) string {
	if file == standardInput {
		return "标准输入"
	}
	return file
}

// inputs are the files that a call names. Windows leaves * and ? to the
// program, so that they are looked up here where no file has that very name.
func inputs(named []string) ([]string, error) {
	if len(named) == 0 {
		return nil, errors.New("没有写要处理的文件")
	}
	var files []string
	for _, name := range named {
		if name == standardInput && slices.Contains(files, name) {
			return nil, errors.New("“-”（标准输入）只能写一次")
		}
		_, err := os.Lstat(name)
		if err == nil || !strings.ContainsAny(name, "*?") {
			files = append(files, name)
			continue
		}
		found, _ := filepath.Glob(name) // its only error is a bad pattern, which finds nothing
		if len(found) == 0 {
			return nil, fmt.Errorf("没有与“%s”相符的文件", name)
		}
		files = append(files, found...)
	}
	return once(files), nil
}

// once leaves out a file that was named before, as two patterns may do.
func once(files []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(files, func(file string) bool {
		again := seen[filepath.Clean(file)]
		seen[filepath.Clean(file)] = true
		return again
	})
}

// read returns what a file holds, one byte over report.MaxSize at the most:
// enough for Decode to say that it is too large. Its errors are sentences.
func read(file string, stdin io.Reader) ([]byte, error) {
	if file == standardInput {
		return readFrom(stdin, file)
	}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("找不到文件“%s”，请核对名字和所在的文件夹", file)
	case err != nil:
		return nil, fmt.Errorf("不能读“%s”：%s", file, reason(err))
	case info.IsDir():
		return nil, fmt.Errorf("“%s”是文件夹，请写里面的文件，例如 %s", file, filepath.Join(file, "*.json"))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("不能读“%s”：%s", file, reason(err))
	}
	defer f.Close()
	return readFrom(f, file)
}

func readFrom(r io.Reader, file string) ([]byte, error) {
	src, err := io.ReadAll(io.LimitReader(r, report.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("读“%s”时中断：%s", fileName(file), reason(err))
	}
	switch {
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		return nil, fmt.Errorf("“%s”是 Word、Excel 一类的文件，这里要的是报告的 JSON 文件", fileName(file))
	case bytes.HasPrefix(src, []byte("%PDF-")):
		return nil, fmt.Errorf("“%s”是 PDF 文件，这里要的是报告的 JSON 文件", fileName(file))
	}
	return src, nil
}
