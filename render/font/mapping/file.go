// Package mapping lays the files of faces into memory.
package mapping

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
)

// A File is one that the system lays into memory and reads, page by
// page, where it is touched. Of a face of 15 MB a report touches some hundred KB.
//
// What a mapping shows is the file. Should somebody cut it short meanwhile, or
// pull out the memory stick, touching it is a fault that would end the
// program. Hence a face keeps copies of all tables but the outlines, and the
// places that touch the mapping (reading, cutting, drawing) are Guarded.
type File struct {
	Data  []byte
	Close func()
}

// largestFile bounds what is laid into memory; the largest collections have some 200 MB.
const largestFile = 1 << 30

// ErrChanged is a file that somebody cut short or took away while it was in use.
var ErrChanged = errors.New("the file of the face was changed while it was in use")

// Open lays a file into memory.
func Open(path string) (*File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() // the mapping outlives it
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() || info.Size() == 0 || info.Size() > largestFile:
		return nil, fmt.Errorf("a file of %d bytes is no face", info.Size())
	}
	return mapFile(file, int(info.Size()))
}

// Guarded turns the fault of touching a mapping whose file is gone into an error.
func Guarded(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		problem := recover()
		if _, isFault := problem.(interface{ Addr() uintptr }); isFault {
			err = ErrChanged
		} else if problem != nil {
			panic(problem)
		}
	}()
	return work()
}
