package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
		if name == standardInput && slices.Contains(files, name) {
			return nil, errors.New("“-”（标准输入）只能写一次")
		}
		_, err := os.Lstat(name)
		if err == nil || !strings.ContainsAny(name, "*?") {
			if len(named) == 1 || !isLock(name) {
				files = append(files, name)
			}
			continue
		}
		found, _ := filepath.Glob(name) // its only error is a bad pattern, which finds nothing
		found = slices.DeleteFunc(found, isLock)
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

// isLock reports whether a file says that another one is open: ~$报告.docx of
// Word and WPS, .~lock.报告.docx# of LibreOffice.
func isLock(file string) bool {
	name := filepath.Base(file)
	return strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".~")
}

// withFolders are the files with, in the place of every folder, the files in it
// with one of these extensions, by name; folders in it are not looked into.
func withFolders(files, extensions []string) ([]string, error) {
	var out []string
	for _, file := range files {
		if info, err := os.Stat(file); err != nil || !info.IsDir() {
			out = append(out, file)
			continue
		}
		found, err := reportsIn(file, extensions)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("文件夹“%s”里没有 %s 文件", file, strings.Join(extensions, "、"))
		}
		out = append(out, found...)
	}
	return once(out), nil
}

// reportsIn are the files of a folder that may be reports, by name.
func reportsIn(folder string, extensions []string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("不能读文件夹“%s”：%s", folder, reason(err))
	}
	var files []string
	for _, entry := range entries {
		name := entry.Name()
		if !entry.IsDir() && !strings.HasPrefix(name, ".") && !isLock(name) && slices.Contains(extensions, extension(name)) {
			files = append(files, filepath.Join(folder, name))
		}
	}
	return files, nil
}

// reportExtensions are those of the files that a folder is searched for: the
// best source first. A PDF is not among them: of those that the program writes
// the Word file stands beside, and others have no data.
var (
	reportExtensions = []string{".json", ".docx", ".html", ".htm"}
	shownExtensions  = reportExtensions[1:] // those that show a report rather than hold its data
)

func extension(file string) string { return strings.ToLower(filepath.Ext(file)) }
