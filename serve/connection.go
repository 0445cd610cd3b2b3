package serve

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"sync/atomic"
	"time"
)

// A connection gives its place back when it is closed, and says in JSON what
// net/http itself refuses: requests that no handler ever sees.
type connection struct {
	net.Conn
	listener *listener
	from     netip.Addr
	waits    bool      // for a request; guarded by the listener
	since    time.Time // when that began
	closed   atomic.Bool
}

func (c *connection) Close() error {
	if !c.closed.Swap(true) {
		c.listener.leave(c)
	}
	return c.Conn.Close()
}

// CloseWrite is what net/http looks for, to be heard by whoever still sends.
func (c *connection) CloseWrite() error {
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return nil
}

func (c *connection) Write(p []byte) (int, error) {
	status := refusedByServer(p)
	if status == 0 || c.closed.Load() { // one that gave way is refused nothing
		return c.Conn.Write(p)
	}
	c.listener.refused(status, c.from.String())
	if _, err := c.Conn.Write(refusalOf(status, refusedAs[status])); err != nil {
		return 0, err
	}
	return len(p), nil
}

// refusedAs are the answers that net/http gives by itself.
var refusedAs = map[int]string{
	http.StatusBadRequest:                  "这不是完整的 HTTP 请求：请求行、Host、Content-Length 等头部要写对",
	http.StatusExpectationFailed:           "这里的 Expect 只认 100-continue",
	http.StatusRequestHeaderFieldsTooLarge: "请求的头部太大，最多 " + strconv.Itoa(maxHeader>>10) + " KB",
	http.StatusNotImplemented:              "不认识这种 Transfer-Encoding，请写明 Content-Length 或者用 chunked",
	http.StatusHTTPVersionNotSupported:     "只支持 HTTP/1.0 和 HTTP/1.1",
}

// serversOwn follows the status line of those answers and of no other: each of
// ours has more headers.
const serversOwn = "\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"

// refusedByServer is the status of what net/http writes where it refuses a
// request itself, in one piece; 0 for all else.
func refusedByServer(p []byte) int {
	rest, ok := bytes.CutPrefix(p, []byte("HTTP/1.1 "))
	if !ok || len(rest) < 4 || rest[0] < '4' || rest[3] != ' ' {
		return 0
	}
	status, err := strconv.Atoi(string(rest[:3]))
	if err != nil || refusedAs[status] == "" {
		return 0
	}
	line := bytes.IndexByte(rest, '\r')
	if line < 0 || status != http.StatusExpectationFailed && !bytes.HasPrefix(rest[line:], []byte(serversOwn)) {
		return 0
	}
	return status
}

// refusalOf is a whole answer for a connection that ends with it.
func refusalOf(status int, message string) []byte {
	out, err := inJSON(status, map[string]string{"message": message})
	if err != nil {
		panic(err) // a text can be encoded
	}
	again := ""
	if status == http.StatusServiceUnavailable {
		again = fmt.Sprintf("Retry-After: %d\r\n", busy.retry)
	}
	return fmt.Appendf(nil, "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%sCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n%s",
		status, http.StatusText(status), out.kind, len(out.content), again, out.content)
}
