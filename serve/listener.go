package serve

import (
	"io"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// A listener has so many connections open at the most. When it is full, one that
// waits for a request gives way to a new one, first of the address that has the
// most; no address but a named proxy's has more than half of them.
type listener struct {
	net.Listener
	most    int
	proxies []netip.Prefix
	refused func(status int, from string) // is told what net/http itself refuses

	mu     sync.Mutex
	open   map[*connection]bool
	change chan struct{} // something was closed, or waits now
	closed chan struct{}
	heard  chan struct{} // a token each that is refused and still sends
	once   sync.Once
}

func limit(l net.Listener, most int, proxies []netip.Prefix, refused func(status int, from string)) *listener {
	return &listener{
		Listener: l, most: most, proxies: proxies, refused: refused,
		open: map[*connection]bool{}, change: make(chan struct{}, 1), closed: make(chan struct{}),
		heard: make(chan struct{}, mostHeard),
	}
}

func (l *listener) Accept() (net.Conn, error) {
	for {
		accepted, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		c := &connection{Conn: accepted, listener: l, from: addressOf(accepted.RemoteAddr().String()), waits: true, since: time.Now()}
		admitted, err := l.admit(c)
		if err != nil || admitted {
			return c, err
		}
		l.turnAway(c)
	}
}

// At most so many that were turned away are heard at once: for their first byte, and
// then for what else they send.
const (
	mostHeard    = 64
	firstHeard   = time.Second
	longestHeard = 5 * time.Second
)

// turnAway refuses a connection once it has begun to send, since some programs take no
// answer before, and hears it out: to one that is closed before, the system answers with
// a reset, and the refusal is lost.
func (l *listener) turnAway(c *connection) {
	l.refused(http.StatusServiceUnavailable, c.from.String())
	said := refusalOf(http.StatusServiceUnavailable, "从这个地址来的连接太多，请关掉一些再试")
	select {
	case l.heard <- struct{}{}:
	default:
		c.SetWriteDeadline(time.Now().Add(time.Second))
		c.Conn.Write(said)
		c.Conn.Close()
		return
	}
	go func() {
		c.SetDeadline(time.Now().Add(firstHeard))
		c.Conn.Read(make([]byte, 1))
		c.SetDeadline(time.Now().Add(longestHeard))
		c.Conn.Write(said)
		c.CloseWrite()
		io.CopyN(io.Discard, c.Conn, maxHeader+maxBody)
		c.Conn.Close()
		<-l.heard
	}()
}

// admit gives a new connection a place, once there is one; false: its address
// has too many.
func (l *listener) admit(c *connection) (bool, error) {
	for {
		l.mu.Lock()
		number := l.numbers()
		full := len(l.open) >= l.most
		over := number[c.from] >= (l.most+1)/2 && !isProxy(c.from, l.proxies)
		if !full && !over {
			l.open[c] = true
			l.mu.Unlock()
			return true, nil
		}
		victim := l.idlest(number, func(other *connection) bool { return !over || other.from == c.from })
		l.mu.Unlock()
		switch {
		case victim != nil:
			victim.Close()
		case over:
			return false, nil
		default:
			select {
			case <-l.change:
			case <-l.closed:
				c.Conn.Close()
				return false, net.ErrClosed
			}
		}
	}
}

// numbers are how many connections each address has.
func (l *listener) numbers() map[netip.Addr]int {
	number := map[netip.Addr]int{}
	for c := range l.open {
		number[c.from]++
	}
	return number
}

// idlest is, of those that wait for a request and may give way, one of the
// address with the most connections that has waited the longest; nil: none waits.
func (l *listener) idlest(number map[netip.Addr]int, may func(*connection) bool) *connection {
	var found *connection
	for c := range l.open {
		if !c.waits || !may(c) {
			continue
		}
		if found == nil || number[c.from] > number[found.from] || number[c.from] == number[found.from] && c.since.Before(found.since) {
			found = c
		}
	}
	return found
}

// state hears from the server what a connection does.
func (l *listener) state(conn net.Conn, state http.ConnState) {
	c, waits := conn.(*connection), state == http.StateNew || state == http.StateIdle
	l.mu.Lock()
	c.waits, c.since = waits, time.Now()
	l.mu.Unlock()
	if waits {
		l.changed()
	}
}

func (l *listener) changed() {
	select {
	case l.change <- struct{}{}:
	default:
	}
}

func (l *listener) leave(c *connection) {
	l.mu.Lock()
	delete(l.open, c)
	l.mu.Unlock()
	l.changed()
}

func (l *listener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Listener.Close()
}
