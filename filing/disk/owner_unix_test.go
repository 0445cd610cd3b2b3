//go:build unix

package disk

import (
	"os"
	"syscall"
	"testing"
)

func TestTheOwnerIsKept(t *testing.T) {
	inFolder(t, "a", "old")
	if err := os.Chown("a", 12345, 12345); err != nil {
		t.Skip("this user may give no file away: ", err)
	}
	if _, err := Write([]Output{{Path: "a", Content: []byte("new")}}, true); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat("a")
	if err != nil {
		t.Fatal(err)
	}
	if is := info.Sys().(*syscall.Stat_t); is.Uid != 12345 || is.Gid != 12345 || get(t, "a") != "new" {
		t.Errorf("it belongs to %d:%d", is.Uid, is.Gid)
	}
}
