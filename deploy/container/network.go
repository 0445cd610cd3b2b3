package container

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Client asks the container over the loopback of its own network, which nobody
// else is in.
func (c *Container) Client() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: c.dial, MaxIdleConnsPerHost: 64}}
}

// dial connects from within the container's network: a socket stays where it was
// made, and it is made on a thread that goes there and ends with its goroutine.
func (c *Container) dial(ctx context.Context, network, address string) (net.Conn, error) {
	type dialled struct {
		conn net.Conn
		err  error
	}
	done := make(chan dialled, 1)
	go func() {
		runtime.LockOSThread()
		there, err := unix.Open("/proc/"+strconv.Itoa(c.pid)+"/ns/net", unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err == nil {
			err = unix.Setns(there, unix.CLONE_NEWNET)
			unix.Close(there)
		}
		if err != nil {
			done <- dialled{nil, fmt.Errorf("the container's network: %w", err)}
			return
		}
		conn, err := new(net.Dialer).DialContext(ctx, network, address)
		done <- dialled{conn, err}
	}()
	d := <-done
	return d.conn, d.err
}

// Answers waits until an address of the container answers, and fails the test if
// the container ends instead.
func (c *Container) Answers(t *testing.T, client *http.Client, url string) {
	t.Helper()
	for range 1200 { // emulated, a start takes seconds
		if answer, err := client.Get(url); err == nil {
			answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return
			}
		}
		if _, err := unix.Getpgid(c.pid); err != nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s does not answer", url)
}
