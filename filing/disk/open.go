package disk

import (
	"errors"
	"os"
	"time"
)

// Why something that has a name in the file system is no file to be read.
var (
	ErrDevice = errors.New("a device or a socket, no file")
	ErrSilent = errors.New("a pipe that nobody writes to")
)

// pipePatience is how long the other end of a named pipe is waited for.
var pipePatience = 10 * time.Second

// Open opens a file that somebody named. What could keep the program for ever is
// refused; the pipes of a shell, <(...), are read.
func Open(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.Mode()&(os.ModeDevice|os.ModeSocket|os.ModeIrregular) != 0:
		return nil, ErrDevice
	case info.Mode()&os.ModeNamedPipe == 0:
		return os.Open(path)
	}
	type opened struct {
		file *os.File
		err  error
	}
	done := make(chan opened, 1)
	go func() {
		f, err := os.Open(path)
		done <- opened{f, err}
	}()
	select {
	case o := <-done:
		return o.file, o.err
	case <-time.After(pipePatience):
		return nil, ErrSilent // what comes now is nobody's: the program is about to end
	}
}
