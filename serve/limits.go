package serve

import (
	"bytes"
	"context"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"time"
)

const (
	maxBody    = 8 << 20  // bytes of one request's body
	maxHeld    = 40 << 20 // bytes of all bodies and answers at once, of which one client has half
	maxWaiting = 512      // requests that wait for their turn
	longest    = 15 * time.Second
)

// limits bound the work under way: a report a processor and one more, all others
// wait, and those that would wait too long are told to come again. The one more
// is for a client that has nothing under way, with a report of usual length: it
// waits behind nobody's long ones.
type limits struct {
	places int // that any work takes

	mu      sync.Mutex
	working []work
	waiting []*waiter      // in the order in which they came
	held    int            // bytes
	holds   map[string]int // of it, by client
}

// A work is what takes a place: whose it is, and how long it may take.
type work struct {
	client string
	weight int // bytes, as long a report of usual text takes
}

type waiter struct {
	work
	begun chan struct{} // closed once it has its place, or has given way
	gave  bool          // way to another client's; to be read after begun or unqueue
}

func newLimits() *limits { return &limits{places: runtime.GOMAXPROCS(0), holds: map[string]int{}} }

var busy = &refusal{status: http.StatusServiceUnavailable, message: "现在请求太多，请过几秒再试", retry: 2}

// weightOf is how much work a body is: a line of its own takes as long as one
// that is full, and needs two characters.
func weightOf(body []byte) int { return len(body) + bytesLine*bytes.Count(body, []byte(`\n`)) }

// turn waits for a place to work; leave gives it back.
func (l *limits) turn(ctx context.Context, w work) (leave func(), err error) {
	waits := &waiter{work: w, begun: make(chan struct{})}
	if !l.queue(waits) {
		return nil, busy
	}
	timer := time.NewTimer(longest)
	defer timer.Stop()
	select {
	case <-waits.begun:
	case <-timer.C:
		err = busy
	case <-ctx.Done():
		err = gone
	}
	if err != nil && l.unqueue(waits) {
		return nil, err
	}
	if waits.gave {
		return nil, busy
	}
	return func() { l.leave(w) }, nil // its place may have come at the last moment
}

// statusGone is what logs show for somebody who did not wait for the answer.
const statusGone = 499

var gone = &refusal{status: statusGone, message: "请求的一方已经断开"}

func (l *limits) queue(w *waiter) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.waiting) >= maxWaiting && !l.makeRoom(w.client) {
		return false
	}
	l.waiting = append(l.waiting, w)
	l.begin()
	return true
}

// makeRoom has the last who came of the client with the most waiting give way to a
// client that has fewer; false: nobody has so many.
func (l *limits) makeRoom(client string) bool {
	number := map[string]int{}
	for _, w := range l.waiting {
		number[w.client]++
	}
	last, most := -1, number[client]+1
	for i, w := range l.waiting {
		if n := number[w.client]; n > most || last >= 0 && n == most {
			last, most = i, n
		}
	}
	if last < 0 {
		return false
	}
	w := l.waiting[last]
	l.waiting = slices.Delete(l.waiting, last, last+1)
	w.gave = true
	close(w.begun)
	return true
}

// unqueue takes one out that does not wait any more; false: it has its place, or gave way.
func (l *limits) unqueue(w *waiter) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	at := slices.Index(l.waiting, w)
	if at >= 0 {
		l.waiting = slices.Delete(l.waiting, at, at+1)
	}
	return at >= 0
}

func (l *limits) leave(w work) {
	l.mu.Lock()
	defer l.mu.Unlock()
	at := slices.Index(l.working, w)
	l.working = slices.Delete(l.working, at, at+1)
	l.begin()
}

// begin gives the free places to those who wait: first to the client who has the
// fewest, and among those to who came first.
func (l *limits) begin() {
	for {
		next, least := -1, 0
		for i, w := range l.waiting {
			if own := l.of(w.client); l.mayBegin(w.work, own) && (next < 0 || own < least) {
				next, least = i, own
			}
		}
		if next < 0 {
			return
		}
		w := l.waiting[next]
		l.waiting = slices.Delete(l.waiting, next, next+1)
		l.working = append(l.working, w.work)
		close(w.begun)
	}
}

func (l *limits) mayBegin(w work, own int) bool {
	if w.weight > large && slices.ContainsFunc(l.working, func(w work) bool { return w.weight > large }) {
		return false
	}
	return len(l.working) < l.places || len(l.working) == l.places && (own == 0 || l.allLong()) && w.weight < plenty
}

// of is how much a client has under way.
func (l *limits) of(client string) (n int) {
	for _, w := range l.working {
		if w.client == client {
			n++
		}
	}
	return n
}

// allLong: no place will be free soon, whoever's they are. Behind a gateway that
// is not named, all clients are one.
func (l *limits) allLong() bool {
	return !slices.ContainsFunc(l.working, func(w work) bool { return w.weight < plenty })
}

// hold counts bytes that are about to be kept for a client; false: there is no room
// for them.
func (l *limits) hold(client string, bytes int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held+bytes > maxHeld || l.holds[client]+bytes > maxHeld/2 {
		return false
	}
	l.held += bytes
	l.holds[client] += bytes
	return true
}

func (l *limits) release(client string, bytes int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.held -= bytes
	if l.holds[client] -= bytes; l.holds[client] == 0 {
		delete(l.holds, client)
	}
}
