package serve

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/fixtures"
)

// Where every place is taken and the queue is full, one is told to come again.
func TestBusy(t *testing.T) {
	s := New(Options{Faces: embedded(t)})
	var leaves []func()
	for i := range s.limits.places + 1 {
		leave, err := s.limits.turn(context.Background(), work{string(rune('a' + i)), 1})
		if err != nil {
			t.Fatal(err)
		}
		leaves = append(leaves, leave)
	}
	s.limits.waiting = slices.Repeat([]*waiter{{work: work{client: "192.0.2.1"}}}, maxWaiting) // who asks next
	w := answer(s, request("POST", "/api/check", []byte("{}")))
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "请求太多") {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	s.limits.waiting = nil
	for _, leave := range leaves {
		leave()
	}
	if w := answer(s, request("POST", "/api/check", []byte("{}"))); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d", w.Code)
	}
	wantIdle(t, s)
}

// Whoever goes away while waiting leaves no place taken.
func TestGoneWhileWaiting(t *testing.T) {
	s := New(Options{Faces: embedded(t)})
	leave, err := s.limits.turn(context.Background(), work{"a", large + 1})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if _, err := s.limits.turn(ctx, work{"b", large + 1}); err == nil {
		t.Error("two large reports are worked at side by side")
	}
	leave()
	wantIdle(t, s)
}

// Nothing is made for a client that has left, whether a place was free for it or not.
func TestGoneWhileWorking(t *testing.T) {
	s := New(Options{Faces: embedded(t)})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for range 8 {
		for _, path := range []string{"/api/check", "/api/pages", "/api/build?format=pdf&draft=1"} {
			if w := answer(s, request("POST", path, faceless(t)).WithContext(ctx)); w.Code != statusGone {
				t.Errorf("%s: %d", path, w.Code)
			}
		}
	}
	wantIdle(t, s)
}

// All bodies and files together take no more than their share, and those of one
// client half of it.
func TestHeldBytes(t *testing.T) {
	s := New(Options{Faces: embedded(t)})
	ask := func(from string, bytes int) int {
		r := request("POST", "/api/check", []byte(strings.Repeat(" ", bytes)))
		r.RemoteAddr = from + ":1"
		return answer(s, r).Code
	}
	if !s.limits.hold("192.0.2.1", maxHeld/2-100<<10) || !s.limits.hold("192.0.2.2", 1<<20) {
		t.Fatal("there is no room at first")
	}
	if got := ask("192.0.2.1", 200<<10); got != http.StatusServiceUnavailable {
		t.Errorf("more than half for one: %d", got)
	}
	if got := ask("192.0.2.1", 2); got != http.StatusOK {
		t.Errorf("a small one: %d", got)
	}
	if got := ask("192.0.2.3", 200<<10); got != http.StatusOK {
		t.Errorf("another's: %d", got)
	}
	if s.limits.hold("192.0.2.4", maxHeld/2) {
		t.Error("more than there is room for")
	}
	s.limits.release("192.0.2.1", maxHeld/2-100<<10)
	s.limits.release("192.0.2.2", 1<<20)
	wantIdle(t, s)
	if len(s.limits.holds) > 0 {
		t.Errorf("still held: %v", s.limits.holds)
	}
}

// wantIdle fails unless everything that was taken has been given back.
func wantIdle(t *testing.T, s *Service) {
	t.Helper()
	s.limits.mu.Lock()
	defer s.limits.mu.Unlock()
	if l := s.limits; len(l.working) > 0 || len(l.waiting) > 0 || l.held != 0 {
		t.Errorf("still taken: %d places, %d waiting, %d bytes", len(l.working), len(l.waiting), l.held)
	}
}

// A text that prints on hundreds of pages is refused before it is laid out.
func TestTooLong(t *testing.T) {
	src := bytes.Replace(fixtures.Named(t, "minimal").JSON, []byte(`"overview": "`), []byte(`"overview": "`+strings.Repeat(`1.好\n`, 7<<20/8)), 1)
	for _, path := range []string{"/api/check", "/api/pages", "/api/build?format=pdf&draft=1"} {
		if w := post(t, path, src); w.Code != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	kind, body := withLast(t, []byte("{}"), src)
	r := request("POST", "/api/check", body)
	r.Header.Set("Content-Type", kind)
	if w := ask(t, Options{}, r); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("as last year's: %d", w.Code)
	}
	if w := post(t, "/api/check", fixtures.Named(t, "long-report").JSON); w.Code != http.StatusOK {
		t.Errorf("the longest real report: %d", w.Code)
	}
}

// A fault of the program is answered with a number to look for, and nothing
// else; the log has the number, and nothing of the report.
func TestPanic(t *testing.T) {
	var log bytes.Buffer
	s := New(Options{Log: slog.New(slog.NewTextHandler(&log, nil))}) // without faces, laying out fails
	w := answer(s, request("POST", "/api/check", fixtures.Named(t, "minimal").JSON))
	got := decode[struct{ Message, ID string }](t, w)
	if w.Code != http.StatusInternalServerError || len(got.ID) != 10 || strings.Contains(w.Body.String(), "goroutine") || w.Header().Get("Content-Disposition") != "" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	said := log.String()
	if strings.Count(said, got.ID) != 2 || !strings.Contains(said, "serve.go") || strings.Contains(said, "澄岭县") {
		t.Errorf("the log: %s", said)
	}
	wantIdle(t, s)
}

// Whatever one client has begun and has waiting, another's report is next; and a
// report of usual length waits for nobody's long ones.
func TestFairShare(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l := newLimits()
	l.places = 2
	begins := make(chan string, 20)
	ask := func(name, client string, weight int) (leave func()) {
		done := make(chan struct{})
		left := make(chan struct{})
		before := l.known()
		go func() {
			defer close(left)
			leave, err := l.turn(ctx, work{client, weight})
			if err != nil {
				return
			}
			begins <- name
			<-done
			leave()
		}()
		for l.known() == before { // it works or waits
			time.Sleep(time.Millisecond)
		}
		return func() { close(done); <-left }
	}
	next := func(want string) {
		t.Helper()
		if got := <-begins; got != want {
			t.Errorf("%s begins, want %s", got, want)
		}
	}
	first := ask("a1", "a", 1000)
	next("a1")
	ask("a2", "a", 1000)
	next("a2")
	ask("a3", "a", 1000) // waits: a has all that it may have
	ask("b1", "b", 1000) // another client's
	next("b1")
	ask("c1", "c", 1000) // waits for a place
	first()              // the one more is still taken
	next("c1")

	l = newLimits()
	l.places = 2
	ask("long 1", "a", plenty)
	next("long 1")
	ask("long 2", "a", plenty)
	next("long 2")
	ask("long 3", "b", plenty)
	ask("usual", "a", 1000)
	next("usual")
}

// Whoever fills the queue fills it for nobody else: what came last of it gives way, to
// each of the others until they have as many waiting.
func TestQueueIsShared(t *testing.T) {
	l := newLimits()
	l.places = 0 // nobody's turn comes
	waiting := func(client string) (n int) {
		for _, w := range l.waiting {
			if w.client == client {
				n++
			}
		}
		return n
	}
	come := func(client string) (*waiter, bool) {
		w := &waiter{work: work{client, plenty}, begun: make(chan struct{})}
		return w, l.queue(w)
	}
	first, _ := come("a")
	for range maxWaiting - 2 {
		come("a")
	}
	refused := make(chan error)
	go func() {
		_, err := l.turn(context.Background(), work{"a", plenty})
		refused <- err
	}()
	for l.known() < maxWaiting {
		time.Sleep(time.Millisecond)
	}
	if _, ok := come("a"); ok {
		t.Error("the queue has no end")
	}
	for i := range maxWaiting / 2 {
		if _, ok := come("b"); !ok {
			t.Fatalf("another client is refused while it has %d waiting", i)
		}
	}
	if err := <-refused; err != busy {
		t.Errorf("who came last of those who have the most hears %v", err)
	}
	if _, ok := come("b"); ok || first.gave || waiting("a") != maxWaiting/2 || waiting("b") != maxWaiting/2 {
		t.Errorf("%d of the one and %d of the other wait", waiting("a"), waiting("b"))
	}
	if _, ok := come("c"); !ok || len(l.waiting) != maxWaiting {
		t.Errorf("a third finds no room among %d", len(l.waiting))
	}
}

// known is how many work or wait.
func (l *limits) known() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.working) + len(l.waiting)
}
