package mapping

import (
	"os"
	"syscall"
	"unsafe"
)

func mapFile(file *os.File, size int) (*File, error) {
	handle, err := syscall.CreateFileMapping(syscall.Handle(file.Fd()), nil, syscall.PAGE_READONLY, 0, 0, nil)
	if err != nil {
		return nil, os.NewSyscallError("CreateFileMapping", err)
	}
	defer syscall.CloseHandle(handle) // the view keeps the mapping
	address, err := syscall.MapViewOfFile(handle, syscall.FILE_MAP_READ, 0, 0, uintptr(size))
	if err != nil {
		return nil, os.NewSyscallError("MapViewOfFile", err)
	}
	// The address is the system's and no pointer into Go's memory, which vet cannot know.
	start := *(**byte)(unsafe.Pointer(&address))
	return &File{Data: unsafe.Slice(start, size), Close: func() { syscall.UnmapViewOfFile(address) }}, nil
}
