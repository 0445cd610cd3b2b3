package source

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

// Files are the files that a call names. Windows leaves * and ? to the
// program, so that they are looked up here where no file has that very name.
// What office programs keep beside an open file is left out.
func Files(named []string) ([]string, error) {
	if len(named) == 0 {
		return nil, errors.New("没有写要处理的文件")
	}
	var files []string
	for _, name := range named {
		if name == "" {
			return nil, errors.New("有一个文件的名字是空的")
		}
		if name == StandardInput && slices.Contains(files, name) {
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

// A Batch is what a call is to read: the files that it names and, in the place
// of every folder, the documents in it.
type Batch struct {
	Files   []string
	barred  map[string]error // of files: folders that give nothing to read, and why
	Prints  int              // PDFs and pages of ours beside a document of the same name
	Skipped []folder.Skipped
}

// BatchOf looks through the folders among the files.
func BatchOf(files []string) *Batch {
	b := &Batch{barred: map[string]error{}}
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || !info.IsDir() {
			b.Files = append(b.Files, file)
			continue
		}
		b.add(file, folder.List(file))
	}
	b.Files = unrepeated(b.Files)
	return b
}

func (b *Batch) add(path string, found folder.Listing) {
	b.Files = append(b.Files, found.Documents...)
	b.Prints += len(found.Prints)
	b.Skipped = append(b.Skipped, found.Skipped...)
	for _, barred := range found.Barred {
		b.bar(barred.Path, fmt.Errorf("不能读文件夹“%s”：%s", barred.Path, disk.Reason(barred.Err)))
	}
	if len(found.Documents)+len(found.Barred) == 0 {
		b.bar(path, fmt.Errorf("文件夹“%s”里没有报告的文件", path))
	}
}

// WithoutData leaves out the files of folders that are data already, and counts
// them; one that was named is left in, to be reported.
func (b *Batch) WithoutData(named []string) (rest *Batch, left int) {
	files := len(b.Files)
	b.Files = slices.DeleteFunc(b.Files, func(file string) bool {
		return manuscript.ByName(file) == manuscript.Data && b.barred[file] == nil && !slices.Contains(named, file)
	})
	return b, files - len(b.Files)
}

func (b *Batch) bar(path string, why error) {
	b.Files = append(b.Files, path)
	b.barred[path] = why
}

// Read reads one of the files.
func (b *Batch) Read(file string, stdin io.Reader) (Source, error) {
	if err := b.barred[file]; err != nil {
		return Source{}, err
	}
	return Read(file, stdin)
}

// Tell says what in the folders was not read.
func (b *Batch) Tell(w io.Writer) {
	var reasons []string
	paths := map[string][]string{}
	for _, s := range b.Skipped {
		if paths[s.Why] == nil {
			reasons = append(reasons, s.Why)
		}
		paths[s.Why] = append(paths[s.Why], s.Path)
	}
	for _, why := range reasons {
		fmt.Fprintf(w, "略过 %d 个，%s：%s。\n", len(paths[why]), why, Some(paths[why], len(paths[why])))
	}
	if b.Prints > 0 {
		fmt.Fprintf(w, "另有 %d 份是同名文件的 PDF、OFD 或者网页，没有再读。\n", b.Prints)
	}
}

// Some names the first twenty of n files.
func Some(names []string, n int) string {
	const most = 20
	names = names[:min(most, len(names))]
	if n == len(names) {
		return strings.Join(names, "、")
	}
	return fmt.Sprintf("%s等 %d 个", strings.Join(names, "、"), n)
}
