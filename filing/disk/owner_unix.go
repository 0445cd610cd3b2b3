//go:build unix

package disk

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a new file the owner and the group of the old one, where the
// system allows: whoever runs the program for a colleague takes nothing over.
func keepOwner(path string, old fs.FileInfo) {
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	was, ok := old.Sys().(*syscall.Stat_t)
	is, ok2 := info.Sys().(*syscall.Stat_t)
	if ok && ok2 && (was.Uid != is.Uid || was.Gid != is.Gid) {
		if os.Chown(path, int(was.Uid), int(was.Gid)) != nil {
			os.Chown(path, -1, int(was.Gid)) // of a group of one's own
		}
	}
}
