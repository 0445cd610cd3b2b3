package main

import (
	"fmt"
	"sync"

	"nianbao/cmd/nianbao-work/queue"
)

// tallied counts what a worker has done.
type tallied struct {
	c                             console
	mu                            sync.Mutex
	built, erring, unread, failed int
}

func (t *tallied) add(e queue.Event) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case e.Result != nil && e.Result.Unread:
		t.unread++
	case e.Result != nil && e.Result.Errors > 0:
		t.erring++
	case e.Result != nil:
		t.built++
	case e.Dead:
		t.failed++
		fmt.Fprintf(t.c.err, "未做成  %s：%s。\n", e.Job.Name, e.Err)
	default:
		fmt.Fprintf(t.c.err, "再试    %s：%s。\n", e.Job.Name, sentence(e.Err))
	}
}

func (t *tallied) end() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	fmt.Fprintf(t.c.out, "做了 %d 份：写出文件 %d 份，有错误 %d 份，读不了 %d 份，没有做成 %d 份。\n",
		t.built+t.erring+t.unread+t.failed, t.built, t.erring, t.unread, t.failed)
	if t.failed > 0 {
		return impossible
	}
	return fine
}
