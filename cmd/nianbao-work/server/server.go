// Package server runs NATS within the program, for whoever has none.
package server

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// Options are what a server is started with.
type Options struct {
	Store   string // folder of what it keeps
	Address string // host:port
	Public  string // the public key of who may do everything; "": the configuration says
	User    string
	Secret  string // password of User
	Config  string // a NATS configuration file, which says more
	Sync    bool   // every message is on disk before it is confirmed
	TLS     func(*server.Options) error
}

// maxPayload leaves room for a piece of an object, and one of the older programs'.
const maxPayload = 8 << 20

// Start starts a server and waits until it answers.
func Start(o Options) (*server.Server, error) {
	host, port, err := net.SplitHostPort(o.Address)
	if err != nil {
		return nil, err
	}
	number, err := strconv.Atoi(port)
	if err != nil {
		return nil, err
	}
	if number == 0 {
		number = server.RANDOM_PORT
	}
	options := &server.Options{}
	if o.Config != "" {
		if err := options.ProcessConfigFile(o.Config); err != nil {
			return nil, err
		}
	}
	options.Host, options.Port = host, number
	options.ServerName = "nianbao-work"
	options.JetStream, options.StoreDir = true, o.Store
	options.MaxPayload = maxPayload
	options.NoSigs, options.NoLog = true, true
	options.SyncAlways = options.SyncAlways || o.Sync
	if o.Public != "" {
		options.Nkeys = append(options.Nkeys, &server.NkeyUser{Nkey: o.Public})
	}
	if o.User != "" {
		options.Users = append(options.Users, &server.User{Username: o.User, Password: o.Secret})
	}
	if o.TLS != nil {
		if err := o.TLS(options); err != nil {
			return nil, err
		}
	}
	s, err := server.NewServer(options)
	if err != nil {
		return nil, err
	}
	go s.Start()
	if !s.ReadyForConnections(30 * time.Second) {
		s.Shutdown()
		return nil, fmt.Errorf("%s: %w", o.Address, errNotReady)
	}
	if !s.JetStreamEnabled() {
		s.Shutdown()
		return nil, fmt.Errorf("%s: %w", o.Store, errNoStore)
	}
	return s, nil
}

var (
	errNotReady = errors.New("the server does not listen")
	errNoStore  = errors.New("the server cannot use its folder")
)
