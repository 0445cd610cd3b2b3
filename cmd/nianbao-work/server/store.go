package server

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nkeys"

	"nianbao/filing/disk"
)

// A Store is a folder with a queue in it, which several processes of one machine use
// at once: the first runs the server, the others connect to it, and when it ends, one
// of them takes its place. They know each other by a key in the folder, which its owner
// alone can read.
type Store struct {
	Folder  string
	Sync    bool
	Options Options // of one that runs the server for other machines; Address "": for this one alone

	mu     sync.Mutex
	lock   *flock.Flock // of who runs the server
	member *flock.Flock // shared by those who are connected to it
	server *Server
	key    nkeys.KeyPair
	closed bool
}

// files in the folder
const (
	lockFile    = "lock"
	memberFile  = "members"
	keyFile     = "key"     // the seed of an nkey
	addressFile = "address" // where the server listens
)

// Join runs the folder's server, or finds out that another process does. url is where
// it is, and options what to connect with.
func (s *Store) Join() (url string, options []nats.Option, err error) {
	if err := os.MkdirAll(s.Folder, 0o700); err != nil {
		return "", nil, fmt.Errorf("不能新建放队列的文件夹“%s”：%s", s.Folder, disk.Reason(err))
	}
	s.lock = flock.New(filepath.Join(s.Folder, lockFile))
	s.member = flock.New(filepath.Join(s.Folder, memberFile))
	for began := time.Now(); ; {
		won := false
		if time.Since(began) > succession || !s.hasMembers() {
			if won, err = s.takeOver(); err != nil {
				return "", nil, err
			}
		}
		address := s.address()
		if won || address != "" && s.readKey() == nil && listens(address) {
			if !won {
				s.enter()
			}
			return s.connection(address)
		}
		if time.Since(began) > 20*time.Second {
			return "", nil, fmt.Errorf("文件夹“%s”正由另一个程序使用，它又不答话；请看看是哪一个，把它结束", s.Folder)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// succession is how long somebody who comes leaves it to those who are connected to
// succeed a server that has gone: calls that come and go would take it over again and
// again, and whoever works never be connected for long.
const succession = 2 * time.Second

// hasMembers reports whether others are connected, or were until the server went.
func (s *Store) hasMembers() bool {
	alone, err := s.member.TryLock()
	if alone {
		s.member.Unlock()
	}
	return err == nil && !alone
}

// enter makes this process one of them, until it ends.
func (s *Store) enter() {
	ctx, done := context.WithTimeout(context.Background(), time.Second)
	defer done()
	s.member.TryRLockContext(ctx, 10*time.Millisecond) // without it, others may be quicker
}

func (s *Store) connection(address string) (string, []nats.Option, error) {
	public, err := s.key.PublicKey()
	if err != nil {
		return "", nil, err
	}
	return "nats://" + address, []nats.Option{
		nats.Nkey(public, s.key.Sign),
		nats.DisconnectErrHandler(func(c *nats.Conn, _ error) { go s.replace(c) }),
	}, nil
}

// Runs reports whether this process runs the server.
func (s *Store) Runs() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.server != nil
}

// Broken says why the server can keep nothing any more, if this process runs it.
func (s *Store) Broken() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.server == nil {
		return nil
	}
	if why := s.server.Broken(); why != "" {
		return fmt.Errorf("队列的服务写不进文件夹“%s”了，多半是磁盘满了；请腾出地方，再重新运行（%s）", s.Folder, why)
	}
	return nil
}

// Watch waits until the server can keep nothing any more, and says so, or ctx ends.
func (s *Store) Watch(ctx context.Context) error {
	ticks := time.NewTicker(500 * time.Millisecond)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticks.C:
			if err := s.Broken(); err != nil {
				return err
			}
		}
	}
}

// takeOver starts the server, unless another process runs it.
func (s *Store) takeOver() (won bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false, nil
	}
	if won, err = s.lock.TryLock(); err != nil || !won {
		if err != nil {
			err = fmt.Errorf("不能用放队列的文件夹“%s”：%s", s.Folder, disk.Reason(err))
		}
		return false, err
	}
	if err := s.readKey(); err != nil {
		if err := s.makeKey(); err != nil {
			s.lock.Unlock()
			return false, fmt.Errorf("不能写“%s”：%s", filepath.Join(s.Folder, keyFile), disk.Reason(err))
		}
	}
	o := s.Options
	o.Store, o.Sync = s.Folder, s.Sync
	if o.Config == "" { // else that says who may come
		if o.Public, err = s.key.PublicKey(); err != nil {
			s.lock.Unlock()
			return false, err
		}
	}
	before := s.address()
	if o.Address == "" {
		if o.Address = before; before == "" { // the same place, so that others find it again
			o.Address = "127.0.0.1:0"
		}
	}
	running, err := Start(o)
	if err != nil && s.Options.Address == "" && before != "" {
		o.Address = "127.0.0.1:0" // somebody else has it by now
		running, err = Start(o)
	}
	if err != nil {
		s.lock.Unlock()
		return false, notStarted(o, err)
	}
	s.server = running
	address := reachable(running.Addr().String())
	if err := disk.WritePrivate(filepath.Join(s.Folder, addressFile), []byte(address)); err != nil {
		s.stop()
		return false, fmt.Errorf("不能写“%s”：%s", filepath.Join(s.Folder, addressFile), disk.Reason(err))
	}
	return true, nil
}

// replace runs the server when the process that did has gone, so that the others,
// which try the same place again and again, find it.
func (s *Store) replace(c *nats.Conn) {
	for !c.IsClosed() && !c.IsConnected() && !s.Runs() {
		if won, _ := s.takeOver(); won {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Close ends the server, if this process runs it.
func (s *Store) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	s.stop()
	if s.member != nil {
		s.member.Unlock()
	}
}

func (s *Store) stop() {
	if s.server != nil {
		s.server.Shutdown()
		s.server.WaitForShutdown()
		s.server = nil
		s.lock.Unlock()
	}
}

func (s *Store) readKey() error {
	seed, err := os.ReadFile(filepath.Join(s.Folder, keyFile))
	if err == nil {
		s.key, err = nkeys.FromSeed(seed)
	}
	return err
}

func (s *Store) makeKey() error {
	key, err := nkeys.CreateUser()
	if err != nil {
		return err
	}
	seed, err := key.Seed()
	if err != nil {
		return err
	}
	s.key = key
	return disk.WritePrivate(filepath.Join(s.Folder, keyFile), seed)
}

// address is where the folder's server listens, or last did.
func (s *Store) address() string {
	address, err := os.ReadFile(filepath.Join(s.Folder, addressFile))
	if err != nil {
		return ""
	}
	return string(address)
}
