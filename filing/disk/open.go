package disk

import (
	"errors"
	"io"
	"os"
	"time"
)

// Why something that has a name in the file system is no file to be read.
var (
	ErrDevice    = errors.New("a device or a socket, no file")
	ErrIrregular = errors.New("no regular file")
	ErrSilent    = errors.New("a pipe that nobody writes to")
	ErrLarge     = errors.New("larger than any such file is")
)

// Read reads a file that somebody named, of at most that many bytes.
func Read(path string, most int64) ([]byte, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(content)) > most {
		return nil, ErrLarge
	}
	return content, err
}

// ReadRegular is Read for what nobody named, or what was read before: nothing but a
// regular file is opened, since a pipe gives its content once, and to open one waits.
func ReadRegular(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, ErrIrregular
	case info.Size() > most:
		return nil, ErrLarge
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content := make([]byte, info.Size()) // io.ReadAll would make it again and again
	if _, err := io.ReadFull(f, content); err != nil {
		return nil, err
	}
	return content, nil
}

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
