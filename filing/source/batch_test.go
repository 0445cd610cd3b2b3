package source

import (
	"strings"
	"sync/atomic"
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

// Who is stopped begins nothing any more, and hands over what was begun.
func TestInOrderStopped(t *testing.T) {
	stop := make(chan struct{})
	var begun atomic.Int64
	handed := 0
	n := InOrderUntil(1000, stop, func(i int) int { begun.Add(1); return i }, func(i, _ int) {
		if handed++; i == 20 {
			close(stop)
		}
	})
	if n != handed || int64(n) != begun.Load() || n < 21 || n > 21+2*mostWorkers {
		t.Errorf("%d pieces of %d that were begun, %d handed over", n, begun.Load(), handed)
	}
	if n := InOrderUntil(10, stop, func(i int) int { return i }, func(int, int) { t.Error("it was begun") }); n != 0 {
		t.Errorf("%d pieces", n)
	}
}
