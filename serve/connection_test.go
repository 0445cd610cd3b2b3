package serve

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strings"
	"testing"
	"time"
	"unicode"
)

// What net/http itself refuses is answered as all else: in JSON, in Chinese.
func TestRefusedByTheServer(t *testing.T) {
	address, _ := running(t, New(Options{Faces: embedded(t)}))
	const host = "Host: localhost\r\n"
	for name, c := range map[string]struct {
		raw  string
		want int
	}{
		"no HTTP":             {"\x16\x03\x01\x02\x00\x01\r\n\r\n", 400},
		"no host":             {"GET / HTTP/1.1\r\n\r\n", 400},
		"two hosts":           {"GET / HTTP/1.1\r\n" + host + host + "\r\n", 400},
		"a bad header":        {"GET / HTTP/1.1\r\n" + host + "a b: c\r\n\r\n", 400},
		"a bad length":        {"POST /api/check HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999\r\n\r\n", 400},
		"a huge length":       {"POST /api/check HTTP/1.1\r\n" + host + "Content-Length: 9000000000000000000\r\n\r\n", 413},
		"the largest length":  {"POST /api/check HTTP/1.1\r\n" + host + "Content-Length: 9223372036854775807\r\n\r\n", 413},
		"an expectation":      {"POST /api/check HTTP/1.1\r\n" + host + "Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}", 417},
		"large headers":       {"GET / HTTP/1.1\r\n" + host + "X: " + strings.Repeat("x", 2*maxHeader) + "\r\n\r\n", 431},
		"an encoding":         {"POST /api/check HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n", 501},
		"a later version":     {"GET / HTTP/3.0\r\n" + host + "\r\n", 505},
		"options of all":      {"OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 400},
		"a way of no request": {"BREW /api/check HTTP/1.1\r\n" + host + "\r\n", 405},
		"a tunnel":            {"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n", 421},
		"a tunnel to itself":  {"CONNECT localhost:80 HTTP/1.1\r\n" + host + "\r\n", 405},
		"doubled slashes":     {"GET //api//check HTTP/1.1\r\n" + host + "\r\n", 404},
		"the same, posted":    {"POST //api//check HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\n{}", 404},
		"a way up":            {"GET /api/../healthz HTTP/1.1\r\n" + host + "\r\n", 404},
		"a folder":            {"GET /api HTTP/1.1\r\n" + host + "\r\n", 404},
		"no such address":     {"GET /api/none HTTP/1.1\r\n" + host + "\r\n", 404},
	} {
		t.Run(name, func(t *testing.T) {
			conn, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			conn.SetDeadline(time.Now().Add(time.Minute))
			io.WriteString(conn, c.raw)
			answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(answer.Body)
			var said struct{ Message string }
			if json.Unmarshal(body, &said) != nil || !strings.ContainsFunc(said.Message, isHan) || answer.StatusCode != c.want {
				t.Errorf("%d, want %d, %s %q", answer.StatusCode, c.want, answer.Header.Get("Content-Type"), body)
			}
		})
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// Connections that wait for nothing give way when there is no room.
func TestIdleOnesGiveWay(t *testing.T) {
	const most = 8
	var log bytes.Buffer
	s := New(Options{
		Faces: embedded(t), Connections: most, Proxies: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")},
		Log: slog.New(slog.NewTextHandler(&log, nil)),
	})
	address, stop := running(t, s)
	var idle []net.Conn
	for i := range 3 * most {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if i%2 == 0 {
			io.WriteString(c, "POST /api/check HTTP/1.1\r\nHost: localho") // and no more
		}
		idle = append(idle, c)
	}
	wantHealthy(t, address)
	idle[0].SetReadDeadline(time.Now().Add(time.Minute))
	if _, err := idle[0].Read(make([]byte, 1)); err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the first is still open: %v", err)
	}
	for i, c := range idle {
		if i%2 == 0 { // one that is still open ends its request: half of one would be refused in earnest
			io.WriteString(c, "st\r\nContent-Length: 0\r\n\r\n")
			c.SetReadDeadline(time.Now().Add(time.Minute))
			c.Read(make([]byte, 1))
		}
		c.Close()
	}
	stop()
	if strings.Contains(log.String(), "refused") {
		t.Errorf("who gave way was refused: %s", log.String())
	}
}

// One address has half of the connections, however busy it keeps them; others
// are answered all the same.
func TestShareOfAnAddress(t *testing.T) {
	const most = 8
	s := New(Options{Faces: embedded(t), Connections: most})
	address, _ := running(t, s)
	_, port, _ := net.SplitHostPort(address)
	for range most / 2 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		io.WriteString(c, "POST /api/check HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n")
		io.ReadFull(c, make([]byte, len("HTTP/1.1 100"))) // it is under way, and its body never comes
	}
	one, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer one.Close()
	one.SetDeadline(time.Now().Add(time.Minute))
	answer, err := http.ReadResponse(bufio.NewReader(one), nil)
	if err != nil || answer.StatusCode != http.StatusServiceUnavailable || answer.Header.Get("Retry-After") == "" {
		t.Errorf("one more of the same address: %v, %v", answer, err)
	}
	for range 20 { // who sends first hears it too
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		c.SetDeadline(time.Now().Add(time.Minute))
		if _, err := io.WriteString(c, "POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000\r\n\r\n"+strings.Repeat(" ", 4000000)); err != nil {
			t.Fatalf("one that sends first: %v", err)
		}
		answer, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatalf("one that sends first: %v", err)
		}
		if body, err := io.ReadAll(answer.Body); err != nil || answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(string(body), "连接太多") {
			t.Fatalf("one that sends first: %d %s, %v", answer.StatusCode, body, err)
		}
		c.Close()
	}
	other := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}
	c, err := other.Dial("tcp", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		t.Skip("this system has one loopback address: ", err)
	}
	defer c.Close()
	healthy(t, c)
}

func wantHealthy(t *testing.T, address string) {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	healthy(t, c)
}

func healthy(t *testing.T, c net.Conn) {
	t.Helper()
	c.SetDeadline(time.Now().Add(time.Minute))
	io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("%v, %v", answer, err)
	}
}
