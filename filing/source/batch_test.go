package source

import (
	"strings"
	"syscall"
	"testing"

	"nianbao/filing/folder"
)

func TestAFolderThatCannotBeReadIsNamed(t *testing.T) {
	b := BatchOf(nil)
	b.add("收件", folder.Listing{Documents: []string{"收件/a.json"}, Barred: []folder.Barred{{Path: "收件/锁", Err: syscall.EACCES}}})
	_, err := b.Read("收件/锁", nil)
	if err == nil || !strings.HasPrefix(err.Error(), "不能读文件夹“收件/锁”：没有权限") || len(b.Files) != 2 {
		t.Errorf("%v of %q", err, b.Files)
	}
}

// What is handed over stands in the order of the pieces, and no more are under
// way than may wait in memory.
func TestInOrder(t *testing.T) {
	const n = 200
	next := 0
	InOrder(n, func(i int) int { return i * i }, func(i, result int) {
		if i != next || result != i*i {
			t.Errorf("piece %d came with %d when %d was next", i, result, next)
		}
		next++
	})
	if next != n {
		t.Errorf("%d pieces", next)
	}
	InOrder(0, func(int) int { panic("there is no work") }, func(int, int) { t.Error("nothing was done") })
}
