package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/filing/disk"
	"nianbao/filing/folder"
	"nianbao/manuscript"
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
// What office programs keep beside an open file is left out.
func inputs(named []string) ([]string, error) {
	if len(named) == 0 {
		return nil, errors.New("没有写要处理的文件")
	}
	var files []string
	for _, name := range named {
		if name == "" {
			return nil, errors.New("有一个文件的名字是空的")
		}
		if name == standardInput && slices.Contains(files, name) {
			return nil, errors.New("“-”（标准输入）只能写一次")
		}
		_, err := os.Lstat(name)
		if err == nil || !strings.ContainsAny(name, "*?") {
			if len(named) == 1 || !folder.IsLock(name) {
				files = append(files, name)
			}
			continue
		}
		found, _ := filepath.Glob(name) // its only error is a bad pattern, which finds nothing
		found = slices.DeleteFunc(found, folder.IsLock)
		if len(found) == 0 {
			return nil, fmt.Errorf("没有与“%s”相符的文件", name)
		}
		files = append(files, found...)
	}
	return unrepeated(files), nil
}

// unrepeated leaves out a file that was named before, as two patterns may do.
func unrepeated(files []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(files, func(file string) bool {
		again := seen[filepath.Clean(file)]
		seen[filepath.Clean(file)] = true
		return again
	})
}

// A batch is what a call is to read: the files that it names and, in the place
// of every folder, the documents in it.
type batch struct {
	files   []string
	barred  map[string]error // of files: folders that give nothing to read, and why
	prints  int              // PDFs beside a document of the same name
	skipped []folder.Skipped
}

// batchOf looks through the folders among the files.
func batchOf(files []string) *batch {
	b := &batch{barred: map[string]error{}}
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || !info.IsDir() {
			b.files = append(b.files, file)
			continue
		}
		b.add(file, folder.List(file))
	}
	b.files = unrepeated(b.files)
	return b
}

func (b *batch) add(path string, found folder.Listing) {
	b.files = append(b.files, found.Documents...)
	b.prints += len(found.Prints)
	b.skipped = append(b.skipped, found.Skipped...)
	for _, barred := range found.Barred {
		b.bar(barred.Path, fmt.Errorf("不能读文件夹“%s”：%s", barred.Path, disk.Reason(barred.Err)))
	}
	if len(found.Documents)+len(found.Barred) == 0 {
		b.bar(path, fmt.Errorf("文件夹“%s”里没有报告的文件", path))
	}
}

// withoutData leaves out the files of folders that are data already, and counts
// them; one that was named is left in, to be told of.
func (b *batch) withoutData(named []string) (rest *batch, left int) {
	files := len(b.files)
	b.files = slices.DeleteFunc(b.files, func(file string) bool {
		return manuscript.ByName(file) == manuscript.Data && b.barred[file] == nil && !slices.Contains(named, file)
	})
	return b, files - len(b.files)
}

func (b *batch) bar(path string, why error) {
	b.files = append(b.files, path)
	b.barred[path] = why
}

// read reads one of the files.
func (b *batch) read(file string, stdin io.Reader) (source, error) {
	if err := b.barred[file]; err != nil {
		return source{}, err
	}
	return read(file, stdin)
}

// tell says what in the folders was not read.
func (b *batch) tell(w io.Writer) {
	var reasons []string
	paths := map[string][]string{}
	for _, s := range b.skipped {
		if paths[s.Why] == nil {
			reasons = append(reasons, s.Why)
		}
		paths[s.Why] = append(paths[s.Why], s.Path)
	}
	for _, why := range reasons {
		fmt.Fprintf(w, "略过 %d 个，%s：%s。\n", len(paths[why]), why, someOf(paths[why]))
	}
	if b.prints > 0 {
		fmt.Fprintf(w, "另有 %d 份是同名文件的 PDF，没有再读。\n", b.prints)
	}
}

// someOf names the first twenty of many.
func someOf(names []string) string {
	const most = 20
	if len(names) <= most {
		return strings.Join(names, "、")
	}
	return fmt.Sprintf("%s等 %d 个", strings.Join(names[:most], "、"), len(names))
}
