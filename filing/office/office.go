// Package office reads old and other office files by way of the office program of
// the machine, where there is one: it makes a file of them that is read.
package office

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"nianbao/manuscript"
	"nianbao/problem"
	"nianbao/reading"
)

// A report takes two or three seconds, on a slow machine with its first start ten.
var patience = time.Minute

// Read reads a file of a kind that was refused, once LibreOffice has converted it.
// Where it cannot, the error is the refusal. Of WPS no way is known to have it
// convert a file without its window.
func Read(ctx context.Context, src io.ReaderAt, size int64, refused *manuscript.Refused) (*reading.Reading, error) {
	program := find()
	if !refused.Kind.Convertible || program == "" {
		return nil, refused
	}
	c, err := begin()
	if err != nil {
		return nil, refused
	}
	defer c.end()
	f, err := c.convert(ctx, program, src, size, refused.Kind)
	if err != nil {
		return nil, fmt.Errorf("用 LibreOffice 转换没有成功（%w）；%s", err, refused.Kind.Refusal)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, refused
	}
	read, err := reading.ReadNamed(f, info.Size(), f.Name())
	if err != nil {
		return nil, fmt.Errorf("由 LibreOffice 转换以后看，%w", err)
	}
	read.Problems = append(read.Problems, problem.Problem{Severity: problem.Notice, Code: problem.CodeImportConverted,
		Message: "这是" + refused.Kind.Name + "，由 LibreOffice 转换以后读的", Fix: "对照原文件核对一遍"})
	return read, nil
}

// find is the office program; "": there is none.
func find() string {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	var places []string
	switch runtime.GOOS {
	case "darwin":
		places = []string{"/Applications/LibreOffice.app/Contents/MacOS/soffice"}
	case "windows":
		for _, folder := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)")} {
			places = append(places, filepath.Join(folder, "LibreOffice", "program", "soffice.com"))
		}
	}
	for _, path := range places {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path
		}
	}
	return ""
}

// A conversion has a folder of its own for all that the program reads and writes.
type conversion struct {
	folder string
	group  *exec.Cmd // nil: not running
}

// running are the conversions that CleanUp ends.
var running = struct {
	sync.Mutex
	all map[*conversion]bool
}{all: map[*conversion]bool{}}

func begin() (*conversion, error) {
	running.Lock()
	defer running.Unlock()
	folder, err := os.MkdirTemp("", "nianbao-office-") // for the user alone
	if err != nil {
		return nil, err
	}
	c := &conversion{folder: folder}
	running.all[c] = true
	return c, nil
}

func (c *conversion) end() {
	running.Lock()
	defer running.Unlock()
	delete(running.all, c)
	c.remove()
}

// remove ends what still runs and removes the folder.
func (c *conversion) remove() {
	if c.group != nil {
		endGroup(c.group)
	}
	os.RemoveAll(c.folder)
}

// CleanUp ends all conversions, for good: the process is about to end.
func CleanUp() {
	running.Lock()
	for c := range running.all {
		c.remove()
	}
}

var (
	errSlow = errors.New("超过一分钟")
	errNone = errors.New("没有写出文件")
)
