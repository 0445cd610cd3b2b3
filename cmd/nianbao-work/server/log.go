package server

import (
	"fmt"
	"log"
	"strings"
	"sync"
)

// A logger tells what goes wrong in the server, and remembers what ends it.
type logger struct {
	mu     sync.Mutex
	last   string
	broken string        // why it can write no more
	fatal  chan struct{} // closed when it cannot start
}

func newLogger() *logger { return &logger{fatal: make(chan struct{})} }

func (l *logger) Errorf(format string, v ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last = fmt.Sprintf(format, v...)
	log.Print("NATS: ", l.last)
	// An error of the disk stays with NATS until it is started anew.
	if l.broken == "" && (strings.Contains(l.last, "Critical write error") || strings.Contains(l.last, "will be DISABLED")) {
		l.broken = l.last
	}
}

// Fatalf is what NATS ends its own program by; whoever starts it says why.
func (l *logger) Fatalf(format string, v ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last = fmt.Sprintf(format, v...)
	select {
	case <-l.fatal:
	default:
		close(l.fatal)
	}
}

func (l *logger) said() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last
}

func (l *logger) brokenBy() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.broken
}

func (l *logger) Warnf(string, ...any)   {}
func (l *logger) Noticef(string, ...any) {}
func (l *logger) Debugf(string, ...any)  {}
func (l *logger) Tracef(string, ...any)  {}
