package server

import (
	"fmt"
	"log"
	"sync"
)

// A logger tells what goes wrong in the server, and remembers the last of it.
type logger struct {
	mu   sync.Mutex
	last string
}

func (l *logger) tell(format string, v ...any) {
	l.mu.Lock()
	l.last = fmt.Sprintf(format, v...)
	log.Print("NATS: ", l.last)
	l.mu.Unlock()
}

func (l *logger) said() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last
}

func (l *logger) Fatalf(format string, v ...any) { l.tell(format, v...) }
func (l *logger) Errorf(format string, v ...any) { l.tell(format, v...) }
func (l *logger) Warnf(string, ...any)           {}
func (l *logger) Noticef(string, ...any)         {}
func (l *logger) Debugf(string, ...any)          {}
func (l *logger) Tracef(string, ...any)          {}
