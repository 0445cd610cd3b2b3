// Package archive opens zips that somebody sent: their list of parts, which is held
// in memory as a whole, is bounded.
package archive

import (
	"archive/zip"
	"errors"
	"io"
	"math"
)

// maxDirectory is bytes of a zip's list of parts; an office file's has a few thousand.
const maxDirectory = 2 << 20

// ErrTooMany says that a zip's list of parts is longer than any office file's.
var ErrTooMany = errors.New("the zip has too many parts")

// Open lists the parts of a zip.
func Open(r io.ReaderAt, size int64) (*zip.Reader, error) {
	m := &meter{r, maxDirectory}
	archive, err := zip.NewReader(m, size)
	if m.left < 0 {
		return nil, ErrTooMany
	}
	m.left = math.MaxInt64 // who reads the parts has bounds for them
	return archive, err
}

// A meter reads so many bytes and no more.
type meter struct {
	r    io.ReaderAt
	left int64
}

func (m *meter) ReadAt(p []byte, at int64) (int, error) {
	switch {
	case m.left == math.MaxInt64:
		return m.r.ReadAt(p, at)
	case m.left < 0:
		return 0, ErrTooMany
	}
	n, err := m.r.ReadAt(p, at)
	m.left -= int64(n)
	return n, err
}
