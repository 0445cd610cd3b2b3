// Package server runs NATS within the program, for whoever has none.
package server

import (
	"crypto/rand"
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
	Open    bool   // who comes without a name may do everything too: TLS, or the machine, says who that is
	Config  string // a NATS configuration file, which says more
	Sync    bool   // every message is on disk before it is confirmed

	// Files of PEM: whose certificates clients must have, and the server's own.
	CA, Certificate, PrivateKey string
}

// maxPayload leaves room for a piece of an object, and one of the older programs'.
const maxPayload = 8 << 20

// A Server is one that runs.
type Server struct {
	*server.Server
	log *logger
}

// Broken says why a server can keep nothing any more, though it still answers: "" where
// it can.
func (s *Server) Broken() string {
	if why := s.log.brokenBy(); why != "" {
		return why
	}
	if s.Running() && !s.JetStreamEnabled() {
		return "JetStream is disabled"
	}
	return ""
}

// Start starts a server and waits until it answers.
func Start(o Options) (*Server, error) {
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
	if o.Open {
		options.NoAuthUser = "anybody"
		options.Users = append(options.Users, &server.User{Username: options.NoAuthUser, Password: rand.Text()})
	}
	if o.Certificate != "" {
		options.TLS, options.TLSVerify = true, o.CA != ""
		options.TLSConfig, err = server.GenTLSConfig(&server.TLSConfigOpts{CertFile: o.Certificate, KeyFile: o.PrivateKey, CaFile: o.CA, Verify: o.CA != ""})
		if err != nil {
			return nil, err
		}
		options.TLSTimeout = 10
	}
	if l, err := net.Listen("tcp", o.Address); err != nil { // what NATS says of it comes late and is no error
		return nil, err
	} else {
		l.Close()
	}
	s, err := server.NewServer(options)
	if err != nil {
		return nil, err
	}
	said := newLogger()
	s.SetLogger(said, false, false)
	go s.Start()
	if !ready(s, said) {
		s.Shutdown()
		return nil, fmt.Errorf("%s: %w: %s", o.Address, errNotReady, said.said())
	}
	if !s.JetStreamEnabled() {
		s.Shutdown()
		return nil, fmt.Errorf("%s: %w: %s", o.Store, errNoStore, said.said())
	}
	return &Server{s, said}, nil
}

// ready waits until a server listens, or has said that it never will.
func ready(s *server.Server, said *logger) bool {
	for began := time.Now(); time.Since(began) < 30*time.Second; {
		if s.ReadyForConnections(100 * time.Millisecond) {
			return true
		}
		select {
		case <-said.fatal:
			return false
		default:
		}
	}
	return false
}

var (
	errNotReady = errors.New("the server does not listen")
	errNoStore  = errors.New("the server cannot use its folder")
)
