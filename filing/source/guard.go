package source

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// A Fault is one of the program, not of the file that it shows on.
type Fault struct{ said string }

func (f *Fault) Error() string { return f.said }

// Guarded does the work on one file. A fault of the program in it becomes that
// file's error, with the place for the developers, and the other files go on.
func Guarded(file string, work func()) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &Fault{fmt.Sprintf("程序在“%s”上出错了，没有处理完；请把这个文件和下面的话发给开发者：%v（%s）", Name(file), fault, faultPlace())}
		}
	}()
	work()
	return nil
}

// faultPlace is where in the program's own source the panic arose.
func faultPlace() string {
	var callers [50]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers[:])])
	for {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "nianbao/") || strings.HasPrefix(frame.Function, "main.") {
			return fmt.Sprintf("%s:%d", filepath.Base(frame.File), frame.Line)
		}
		if !more {
			return "?"
		}
	}
}
