package nginx

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"nianbao/deploy/copies"
)

// What nginx refuses itself is JSON with a Chinese sentence, as docs/api.md says of
// the service; what is the copies' own business is asked of nobody else.
func TestRefusals(t *testing.T) {
	a, b := two(t)
	g := start(t, []string{a.Port, b.Port})
	inside, outside := g.client("127.0.0.1"), g.client("127.0.0.3")
	post := func(header, body string) string {
		return fmt.Sprintf("POST /api/check HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n%s", name, header, body)
	}
	for what, words := range map[string]string{
		"400": "POST /api/check HTTP/1.1\r\nHost: " + name + "\r\nContent-Length: nine\r\n\r\n",
		"405": "TRACE / HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n",
		"413": post("Content-Length: 8388609\r\n", ""),
		"421": "GET / HTTP/1.1\r\nHost: other.example.gov.cn\r\nConnection: close\r\n\r\n",
		"431": post("Cookie: "+strings.Repeat("x", 9<<10)+"\r\nContent-Length: 0\r\n", ""),
		"501": post("Transfer-Encoding: gzip\r\n", "x"),
	} {
		wantRefused(t, what, g.speak(t, words))
	}
	wantRefused(t, "431", g.speak(t, "GET /"+strings.Repeat("x", 9<<10)+" HTTP/1.1\r\nHost: "+name+"\r\nConnection: close\r\n\r\n"))
	wantRefused(t, "400", g.speak(t, "what is this\r\n\r\n"))
	chunk := fmt.Sprintf("%x\r\n%s\r\n", 1<<20, strings.Repeat(" ", 1<<20))
	conn, err := tls.Dial("tcp", "127.0.0.1:"+g.secure, &tls.Config{RootCAs: g.roots, ServerName: name})
	if err != nil {
		t.Fatal(err)
	}
	conn.SetDeadline(time.Now().Add(time.Minute))
	go func() {
		io.WriteString(conn, post("Transfer-Encoding: chunked\r\n", ""))
		for range 9 {
			if _, err := io.WriteString(conn, chunk); err != nil {
				return
			}
		}
	}()
	answer, _ := io.ReadAll(conn)
	conn.Close()
	wantRefused(t, "413", string(answer))

	// Exactly as much as the service takes reaches it.
	full := append(report(t), bytes.Repeat([]byte(" "), 8<<20)...)[:8<<20]
	if answer, content, err := g.ask(outside, "POST", "/api/check", bytes.NewReader(full)); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("8 MB: %v %v %.200s", answer, err, content)
	}

	for path, status := range map[string]int{"/metrics": 404, "//metrics": 404, "/x/../metrics": 404, "/%6detrics": 404, "/healthz": 403} {
		answer, content, err := g.ask(outside, "GET", path, nil)
		if err != nil || answer.StatusCode != status || !isSaid(content) || bytes.Contains(content, []byte("nianbao_requests")) {
			t.Errorf("%s: %v %v %.200s", path, answer, err, content)
		}
	}
	if answer, _, err := g.ask(inside, "GET", "/healthz", nil); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("/healthz from this machine: %v %v", answer, err)
	}

	if _, err := tls.Dial("tcp", "127.0.0.1:"+g.secure, &tls.Config{ServerName: name, RootCAs: g.roots, MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10}); err == nil {
		t.Error("it speaks TLS 1.1")
	}
	for _, other := range []string{"other.example.gov.cn", "127.0.0.1"} {
		if conn, err := tls.Dial("tcp", "127.0.0.1:"+g.secure, &tls.Config{ServerName: other, InsecureSkipVerify: true}); err == nil {
			conn.Close()
			t.Errorf("it shows its certificate to who asks for %s", other)
		}
	}
	wrong, err := net.Dial("tcp", "127.0.0.1:"+g.secure)
	if err != nil {
		t.Fatal(err)
	}
	defer wrong.Close()
	fmt.Fprintf(wrong, "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", name)
	said, _ := io.ReadAll(wrong)
	wantRefused(t, "400", string(said))
	plain, err := net.Dial("tcp", "127.0.0.1:"+g.plain)
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	fmt.Fprintf(plain, "GET /api/templates?x=1 HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", name)
	if said, _ := io.ReadAll(plain); !bytes.Contains(said, []byte("308 ")) || !bytes.Contains(said, []byte("Location: https://"+name+"/api/templates?x=1\r\n")) {
		t.Errorf("without TLS: %s", said)
	}

	// A hundred connections of one address are enough; others come in.
	var open []net.Conn
	for range 100 {
		conn, err := tls.Dial("tcp", "127.0.0.1:"+g.secure, &tls.Config{RootCAs: g.roots, ServerName: name})
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprint(conn, post("Content-Length: 100\r\n", "{"))
		open = append(open, conn)
	}
	time.Sleep(500 * time.Millisecond)
	if answer, content, err := g.ask(inside, "GET", "/api/templates", nil); err != nil || answer.StatusCode != http.StatusServiceUnavailable || answer.Header.Get("Retry-After") == "" || !isSaid(content) {
		t.Errorf("the hundred and first: %v %v %s", answer, err, content)
	}
	if answer, _, err := g.ask(outside, "GET", "/api/templates", nil); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("of another address: %v %v", answer, err)
	}
	for _, conn := range open {
		conn.Close()
	}

	a.End(syscall.SIGKILL)
	b.End(syscall.SIGKILL)
	refused, content, err := g.ask(outside, "POST", "/api/check", bytes.NewReader(report(t)))
	if err != nil || refused.StatusCode != http.StatusBadGateway || refused.Header.Get("Retry-After") == "" || !isSaid(content) {
		t.Errorf("without any copy: %v %v %s", refused, err, content)
	}
}

// Copies that stand still are given up; here after a second, to be short.
func TestCopiesThatStandStill(t *testing.T) {
	a, b := two(t)
	g := start(t, []string{a.Port, b.Port}, "proxy_read_timeout 65s;", "proxy_read_timeout 1s;")
	a.Signal(syscall.SIGSTOP)
	b.Signal(syscall.SIGSTOP)
	answer, content, err := g.ask(g.client("127.0.0.1"), "POST", "/api/check", bytes.NewReader(report(t)))
	if err != nil || answer.StatusCode != http.StatusGatewayTimeout || answer.Header.Get("Retry-After") == "" || !isSaid(content) {
		t.Errorf("%v %v %s", answer, err, content)
	}
}

// Who sends slowly keeps no copy waiting, and is given up when nothing comes.
func TestSlowSenders(t *testing.T) {
	a, b := two(t)
	g := start(t, []string{a.Port, b.Port})
	src := report(t)
	var open []*tls.Conn
	for range 40 {
		conn, err := tls.Dial("tcp", "127.0.0.1:"+g.secure, &tls.Config{RootCAs: g.roots, ServerName: name})
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprintf(conn, "POST /api/check HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s", name, copies.Token, len(src), src[:1000])
		open = append(open, conn)
	}
	if answer, _, err := g.ask(g.client("127.0.0.1"), "POST", "/api/check", bytes.NewReader(src)); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("another beside them: %v %v", answer, err)
	}
	open[0].Write(src[1000:]) // one goes on
	open[0].SetReadDeadline(time.Now().Add(time.Minute))
	first := make([]byte, 15)
	if _, err := io.ReadFull(open[0], first); err != nil || string(first) != "HTTP/1.1 200 OK" {
		t.Errorf("one that goes on: %v %s", err, first)
	}
	open[1].SetReadDeadline(time.Now().Add(time.Minute))
	if said, err := io.ReadAll(open[1]); err != nil {
		t.Errorf("one that stops is not given up: %v %s", err, said)
	}
	a.End(syscall.SIGTERM)
	b.End(syscall.SIGTERM)
	if asked := strings.Count(a.Log.String()+b.Log.String(), "path=/api/check"); asked != 2 {
		t.Errorf("the copies heard of %d requests, not of the two that came whole", asked)
	}
}

// wantRefused holds what came back against docs/api.md.
func wantRefused(t *testing.T, status, answer string) {
	t.Helper()
	head, body, _ := strings.Cut(answer, "\r\n\r\n")
	if !strings.HasPrefix(head, "HTTP/1.1 "+status+" ") || !strings.Contains(head, "application/json") || !isSaid([]byte(body)) {
		t.Errorf("not %s in Chinese JSON:\n%.600s", status, answer)
	}
}

// isSaid: the answer has a Chinese sentence and nothing else.
func isSaid(content []byte) bool {
	var said map[string]string
	return json.Unmarshal(content, &said) == nil && len(said) == 1 &&
		strings.ContainsFunc(said["message"], func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
