package disk

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// Windows error numbers that the syscall package does not name.
const (
	invalidHandle    syscall.Errno = 6 // what CON and its like answer where a folder is meant
	writeProtected   syscall.Errno = 19
	notReady         syscall.Errno = 21
	sharingViolation syscall.Errno = 32
	lockViolation    syscall.Errno = 33
	diskFull         syscall.Errno = 112
	invalidName      syscall.Errno = 123
	nameTooLong      syscall.Errno = 206
	noFolder         syscall.Errno = 267
)

// Reason says in a few Chinese words why the system refused something.
func Reason(err error) string {
	var number syscall.Errno
	onWindows := runtime.GOOS == "windows" && errors.As(err, &number)
	switch {
	case onWindows && (number == sharingViolation || number == lockViolation):
		return "文件正被 Word 或其他程序打开，请关闭后再试"
	case onWindows && (number == invalidName || number == invalidHandle || number == noFolder):
		return `Windows 不许用这样的名字：里面不能有 < > : " | ? *，也不能是 CON、NUL 这些设备的名字`
	case onWindows && number == writeProtected:
		return "这个磁盘是只读的；请换到别的磁盘"
	case onWindows && number == notReady:
		return "这个盘里没有放磁盘或光盘"
	case onWindows && number == nameTooLong:
		return "名字太长"
	case isFull(err):
		return "磁盘空间不够了，请先删去些文件"
	case errors.Is(err, fs.ErrNotExist):
		return "没有这个文件或文件夹"
	case onWindows && errors.Is(err, fs.ErrPermission):
		return "没有权限，或者文件正被别的程序打开；请关闭它，或者换一个文件夹"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限；请换一个文件夹，或者请管理员开通"
	case errors.Is(err, syscall.EROFS):
		return "这个磁盘是只读的；请换到别的磁盘"
	case errors.Is(err, syscall.ENOTDIR):
		return "其中有一段是文件，不是文件夹"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "名字太长"
	case errors.Is(err, syscall.ELOOP):
		return "链接绕成了圈"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "同时打开的文件太多；请关闭别的程序再试"
	case errors.Is(err, ErrDevice):
		return "这是设备，不是文件"
	case errors.Is(err, ErrIrregular):
		return "它不是普通文件"
	case errors.Is(err, ErrLarge):
		return "太大了，不像是这种文件"
	case errors.Is(err, ErrSilent):
		return "这是管道，没有程序往里写"
	}
	return "系统的说明是：" + cause(err).Error()
}

// isFull reports whether a disk, or a user's share of it, was full.
func isFull(err error) bool {
	var number syscall.Errno
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) ||
		runtime.GOOS == "windows" && errors.As(err, &number) && number == diskFull
}

// cause is the system's error without the file's name, which the sentence has.
func cause(err error) error {
	var inPath *fs.PathError
	var inLink *os.LinkError
	switch {
	case errors.As(err, &inPath):
		return inPath.Err
	case errors.As(err, &inLink):
		return inLink.Err
	}
	return err
}
