package disk

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"
)

func TestReasons(t *testing.T) {
	for _, c := range []struct {
		err  error
		said string
	}{
		{&fs.PathError{Op: "open", Path: "/x", Err: syscall.EACCES}, "没有权限；请换一个文件夹，或者请管理员开通"},
		{&os.LinkError{Op: "rename", Old: "/x", New: "/y", Err: syscall.EROFS}, "这个磁盘是只读的；请换到别的磁盘"},
		{syscall.ENOSPC, "磁盘空间不够了，请先删去些文件"},
		{errors.Join(nil, syscall.ENOENT), "没有这个文件或文件夹"},
		{&fs.PathError{Op: "open", Path: "/x", Err: syscall.EIO}, "系统的说明是：" + syscall.EIO.Error()},
	} {
		if said := Reason(c.err); said != c.said {
			t.Errorf("%v: %q, want %q", c.err, said, c.said)
		}
	}
}
