//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package mapping

import (
	"os"
	"syscall"
)

func mapFile(file *os.File, size int) (*File, error) {
	data, err := syscall.Mmap(int(file.Fd()), 0, size, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, os.NewSyscallError("mmap", err)
	}
	return &File{Data: data, Close: func() { syscall.Munmap(data) }}, nil
}
