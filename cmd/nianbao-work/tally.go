package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"nianbao/cmd/nianbao-work/queue"
)

// tallied counts what a worker has done.
type tallied struct {
	c                             console
	mu                            sync.Mutex
	built, erring, unread, failed int
	said                          string // of the queue's failures, the last
}

func (t *tallied) add(e queue.Event) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e.Result != nil {
		t.said = ""
	}
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
	case errors.As(e.Err, new(*queue.Lost)):
		fmt.Fprintf(t.c.err, "再试    %s：%s。\n", e.Job.Name, e.Err)
	default: // the queue's, which every report in hand meets
		if said := sentence(e.Err); said != t.said {
			t.said = said
			fmt.Fprintf(t.c.err, "再试    手里的报告（例如 %s）：%s。\n", e.Job.Name, said)
		}
	}
}

// show has a terminal see every second how far the queue is; hidden ends that.
func (t *tallied) show(ctx context.Context, q *queue.Queue) (hidden func()) {
	p := progressOf(t.c, "处理报告")
	if p.out == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	var showing sync.WaitGroup
	showing.Go(func() {
		for ticks := time.Tick(time.Second); ; {
			select {
			case <-ctx.Done():
				return
			case <-ticks:
			}
			left, err := q.Left(ctx)
			if err != nil {
				continue
			}
			t.mu.Lock()
			done, beside := t.built+t.erring+t.unread+t.failed, fmt.Sprintf("（有错误 %d，读不了 %d，没有做成 %d）", t.erring, t.unread, t.failed)
			t.mu.Unlock()
			p.show(done, done+left, beside)
		}
	})
	return func() {
		cancel()
		showing.Wait()
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
