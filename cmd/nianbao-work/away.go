package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
)

// awayFor is how long a server may be away before it is told of: one that is started
// anew, or succeeded, is back by then.
const awayFor = 2 * time.Second

// telling has a connection tell people that the server is away, once, and that it is
// back, beside what else is to happen then.
func telling(o *nats.Options) error {
	var mu sync.Mutex
	told, refused := false, false
	say := func(text string) { fmt.Fprintln(os.Stderr, text) }
	lost, back := o.DisconnectedErrCB, o.ReconnectedCB
	o.DisconnectedErrCB = func(c *nats.Conn, err error) {
		if lost != nil {
			lost(c, err)
		}
		time.AfterFunc(awayFor, func() {
			mu.Lock()
			defer mu.Unlock()
			if !told && !c.IsClosed() && !c.IsConnected() {
				told = true
				say("与队列的服务断开了，正在重新连接；连上了就接着做。")
			}
		})
	}
	o.ReconnectedCB = func(c *nats.Conn) {
		if back != nil {
			back(c)
		}
		mu.Lock()
		defer mu.Unlock()
		if told {
			told = false
			say("又连上了队列的服务。")
		}
	}
	o.AsyncErrorCB = func(_ *nats.Conn, _ *nats.Subscription, err error) {
		mu.Lock()
		defer mu.Unlock()
		if !refused && errors.Is(err, nats.ErrPermissionViolation) {
			refused = true
			say(fmt.Sprintf("队列的服务不许这个账号做要做的事，请管理队列的人开通（%s）。", err))
		}
	}
	return nil
}
