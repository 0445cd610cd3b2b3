package serve

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Limits of one connection. A report over a slow line takes seconds; what takes
// longer than these is no report.
const (
	headerTime   = 5 * time.Second
	bodyTime     = 30 * time.Second // headers and body
	answerTime   = 60 * time.Second // body, waiting, work and answer
	idleTime     = 60 * time.Second
	shutdownTime = 30 * time.Second
	maxHeader    = 16 << 10 // bytes
	connections  = 1024     // at once; others wait until one ends
)

// Run answers on a listener until the context ends, then finishes what is under
// way. It closes the listener.
func (s *Service) Run(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       bodyTime,
		WriteTimeout:      answerTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(limit(listener, connections)) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	s.log.Info("shutdown")
	finish, cancel := context.WithTimeout(context.Background(), shutdownTime)
	defer cancel()
	err := server.Shutdown(finish)
	if err != nil {
		err = errors.Join(err, server.Close())
	}
	<-ended
	return err
}
