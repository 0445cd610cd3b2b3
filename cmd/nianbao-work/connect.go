package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/nats-io/nats.go"

	"nianbao/cmd/nianbao-work/queue"
	"nianbao/cmd/nianbao-work/server"
	"nianbao/cmd/nianbao/flags"
)

const connectHelp = `  -store 文件夹      队列放在本机的哪个文件夹；不写就放在用户自己的数据文件夹里。本机的几个命令可以同时用一个
  -nats 地址         队列在别的机器上：NATS 服务的地址，例如 nats://10.1.2.3:4222（JetStream 要开着）
  -sync              （与 -store 一起）每一份都写到磁盘上才算数，停电也不丢，慢一些
  -replicas 个数     （与 -nats 一起）新建队列时，服务的几台机器各存一份；不写就是 1
` + credentialsHelp

// A link is what a call says of where the queue is.
type link struct {
	store, url  flags.Text
	credentials credentials
	ackWait     time.Duration
	sync        bool
	replicas    int

	joined *server.Store
	conn   *nats.Conn
}

func (l *link) flags(set *flag.FlagSet) {
	set.Var(&l.store, "store", "")
	set.Var(&l.url, "nats", "")
	l.credentials.flags(set)
	l.ackWait = time.Minute
	set.Var((*period)(&l.ackWait), "ack-wait", "")
	set.BoolVar(&l.sync, "sync", false, "")
	l.replicas = 1
	set.Var((*count)(&l.replicas), "replicas", "")
}

// open finds the queue. Close is to be called in any case.
func (l *link) open(ctx context.Context) (*queue.Queue, error) {
	if l.url != "" && l.store != "" {
		return nil, errors.New("-store 说的是本机的队列，-nats 说的是别处的，只能写一个")
	}
	if l.ackWait < 100*time.Millisecond {
		return nil, errors.New("-ack-wait 太短，要 100ms 以上")
	}
	credentials, err := l.credentials.options()
	if err != nil {
		return nil, err
	}
	if l.url != "" {
		servers, err := addresses(string(l.url))
		if err != nil {
			return nil, err
		}
		return l.connect(ctx, servers, credentials)
	}
	folder, err := l.folder()
	if err != nil {
		return nil, err
	}
	for began := time.Now(); ; {
		l.joined = &server.Store{Folder: folder, Sync: l.sync}
		url, known, err := l.joined.Join()
		if err != nil {
			return nil, err
		}
		q, err := l.connect(ctx, url, slices.Concat(credentials, known))
		if err == nil || l.joined.Runs() || ctx.Err() != nil || time.Since(began) > joining {
			return q, err
		}
		l.close() // the process that ran the server has ended meanwhile
		time.Sleep(100 * time.Millisecond)
	}
}

// joining is how long it is tried to find a server of this machine that stays.
const joining = 20 * time.Second

func (l *link) connect(ctx context.Context, url string, options []nats.Option) (q *queue.Queue, err error) {
	options = append(options, telling, nats.Name("nianbao-work"), nats.MaxReconnects(-1), nats.ReconnectWait(250*time.Millisecond), nats.ReconnectJitter(100*time.Millisecond, time.Second), nats.Timeout(10*time.Second))
	if l.conn, err = nats.Connect(url, options...); err != nil {
		return nil, fmt.Errorf("连不上队列的服务 %s：%w", url, err)
	}
	patience := time.Minute
	if l.joined != nil {
		patience = joining / 4 // a question to a server that ended has no answer; another try has
	}
	opening, done := context.WithTimeout(ctx, patience)
	defer done()
	return queue.Open(opening, l.conn, queue.Settings{Replicas: l.replicas})
}

// close has everything that was sent arrive, and ends the server if it runs in this
// process.
func (l *link) close() {
	if l.conn != nil {
		l.conn.FlushTimeout(5 * time.Second)
		l.conn.Close()
	}
	if l.joined != nil {
		l.joined.Close()
	}
}

// watch ends what stands on a server in this process when that can keep nothing any more.
func (l *link) watch(ctx context.Context, end context.CancelCauseFunc) {
	if l.joined != nil {
		if err := l.joined.Watch(ctx); err != nil {
			end(err)
		}
	}
}

// folder is that of a queue of this machine.
func (l *link) folder() (string, error) {
	if l.store != "" {
		return string(l.store), nil
	}
	for _, place := range []struct{ variable, below string }{
		{"STATE_DIRECTORY", "queue"}, // of a service that systemd runs
		{"XDG_DATA_HOME", filepath.Join("nianbao", "queue")},
		{"LocalAppData", filepath.Join("nianbao", "queue")},
		{"HOME", filepath.Join(".local", "share", "nianbao", "queue")},
	} {
		if folder := os.Getenv(place.variable); filepath.IsAbs(folder) && (place.variable != "LocalAppData" || runtime.GOOS == "windows") {
			return filepath.Join(folder, place.below), nil
		}
	}
	return "", errors.New("不知道队列放在哪里，请用 -store 写一个文件夹")
}
