package serve

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Limits of connections.
const (
	maxHeader   = 16 << 10 // bytes
	connections = 1024     // at once, where nothing else is asked for
)

// patience is how long the service waits for others.
type patience struct {
	header, body, answer, idle, shutdown time.Duration
}

// usual: a report over a slow line takes seconds; what takes longer than this is
// no report.
var usual = patience{
	header:   5 * time.Second,
	body:     30 * time.Second, // with the header
	answer:   60 * time.Second, // body, waiting, work and answer
	idle:     60 * time.Second,
	shutdown: 30 * time.Second,
}

// Run answers on a listener until the context ends and for as long after it as
// Options.Drain has it, then finishes what is under way. It closes the listener.
func (s *Service) Run(ctx context.Context, listener net.Listener) error {
	limited := limit(listener, cmp.Or(s.options.Connections, connections), s.options.Proxies, s.refusedUnheard)
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: s.patience.header,
		ReadTimeout:       s.patience.body,
		WriteTimeout:      s.patience.answer,
		IdleTimeout:       s.patience.idle,
		MaxHeaderBytes:    maxHeader,
		ConnState:         limited.state,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),

		DisableGeneralOptionsHandler: true, // OPTIONS * is answered as all else
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(limited) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	s.log.Info("shutdown")
	s.ending.Store(true)
	select {
	case err := <-ended:
		return err
	case <-time.After(s.options.Drain):
	}
	finish, cancel := context.WithTimeout(context.Background(), s.patience.shutdown)
	defer cancel()
	err := server.Shutdown(finish)
	if err != nil {
		err = errors.Join(err, server.Close())
	}
	<-ended
	if s.county != nil {
		s.county.Close()
	}
	return err
}
