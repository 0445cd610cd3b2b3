package serve

import (
	"context"
	"net/http"
	"runtime"
	"sync"
	"time"
)

const (
	maxBody    = 8 << 20  // bytes of one request's body
	maxHeld    = 40 << 20 // bytes of all bodies and answers at once
	maxWaiting = 512      // requests that wait for their turn
	longest    = 15 * time.Second
)

// limits bound the work under way: one report a processor, all others wait, and
// those that would wait too long are told to come again.
type limits struct {
	turns chan struct{}
	large chan struct{} // taken before a turn, for what is read alone

	mu      sync.Mutex
	waiting int
	held    int // bytes
}

func newLimits() *limits {
	return &limits{turns: make(chan struct{}, runtime.GOMAXPROCS(0)), large: make(chan struct{}, 1)}
}

var busy = &refusal{status: http.StatusServiceUnavailable, message: "现在请求太多，请过几秒再试", retry: 2}

// turn waits for a place to work at so many bytes; leave gives it back.
func (l *limits) turn(ctx context.Context, bytes int) (leave func(), err error) {
	if !l.queue() {
		return nil, busy
	}
	defer l.unqueue()
	timer := time.NewTimer(longest)
	defer timer.Stop()
	places := []chan struct{}{l.turns}
	if bytes > large {
		places = []chan struct{}{l.large, l.turns}
	}
	taken := 0
	leave = func() {
		for _, place := range places[:taken] {
			<-place
		}
	}
	for _, place := range places {
		select {
		case place <- struct{}{}:
			taken++
		case <-timer.C:
			leave()
			return nil, busy
		case <-ctx.Done():
			leave()
			return nil, gone
		}
	}
	return leave, nil
}

// statusGone is what logs show for somebody who did not wait for the answer.
const statusGone = 499

var gone = &refusal{status: statusGone, message: "请求的一方已经断开"}

func (l *limits) queue() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.waiting >= maxWaiting {
		return false
	}
	l.waiting++
	return true
}

func (l *limits) unqueue() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting--
}

// hold counts bytes that are about to be kept; false: there is no room for them.
func (l *limits) hold(bytes int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held+bytes > maxHeld {
		return false
	}
	l.held += bytes
	return true
}

func (l *limits) release(bytes int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.held -= bytes
}
