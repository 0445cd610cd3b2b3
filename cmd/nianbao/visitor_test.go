package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// A visitor is one connection of the mixed load, and what it does with it.
type visitor struct {
	url    string
	random *rand.Rand
	client *http.Client
	end    time.Time
}

var errBusy = errors.New("503")

// ask sends healthy work and holds the answer against the first one.
func (v *visitor) ask(one asked) (time.Duration, error) {
	begun := time.Now()
	request, err := http.NewRequest(one.method, v.url+one.path, bytes.NewReader(one.body))
	if err != nil {
		return 0, err
	}
	request.Header.Set("Content-Type", one.kind)
	answer, err := v.client.Do(request)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", one.name, err)
	}
	return time.Since(begun), one.compare(answer)
}

func (one asked) compare(answer *http.Response) error {
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", one.name, err)
	case answer.StatusCode == http.StatusServiceUnavailable:
		return errBusy
	case answer.StatusCode != http.StatusOK || !bytes.Equal(content, one.want):
		return fmt.Errorf("%s: %d, %d bytes, not the first answer: %.200s", one.name, answer.StatusCode, len(content), content)
	}
	return nil
}

// hostile sends a body that must be refused. Whoever sends too much may find the
// connection closed before the answer can be read.
func (v *visitor) hostile(one spoilt) (act string, err error) {
	answer, err := v.client.Post(v.url+one.path, "application/json", bytes.NewReader(one.body))
	if err != nil {
		if len(one.body) > 8<<20 {
			return "cut off", nil
		}
		return "hostile", fmt.Errorf("%s: %w", one.name, err)
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusServiceUnavailable && !slices.Contains(one.status, answer.StatusCode) {
		err = fmt.Errorf("%s is answered with %d: %.300s", one.name, answer.StatusCode, said)
	}
	return fmt.Sprint("hostile ", answer.StatusCode), err
}

// misbehave sends healthy work over a connection of its own in one of the ways
// in which clients are a burden.
func (v *visitor) misbehave(one asked) (act string, err error) {
	c, err := net.Dial("tcp", strings.Trim(strings.TrimPrefix(v.url, "http://"), "/"))
	if err != nil {
		return "dial", err
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(2 * time.Minute))
	head := fmt.Sprintf("%s /%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", one.method, one.path, one.kind, len(one.body))
	whole := append([]byte(head), one.body...)
	switch v.random.Intn(6) {
	case 0: // hangs up in the middle of its request
		c.Write(whole[:v.random.Intn(len(whole))])
		return "hung up early", nil
	case 1: // hangs up without waiting for the answer
		c.Write(whole)
		if v.random.Intn(2) == 0 {
			c.(*net.TCPConn).SetLinger(0) // by a reset
		}
		return "hung up", nil
	case 2: // hangs up in the middle of the answer
		c.Write(whole)
		c.Read(make([]byte, 1+v.random.Intn(2000)))
		return "hung up late", nil
	case 3: // announces what nobody has
		fmt.Fprintf(c, "POST /%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %s\r\n\r\n", "api/check", []string{"9000000000000000000", "99999999999999999999", "8388609"}[v.random.Intn(3)])
		return "announced", wantStatus(c, http.StatusRequestEntityTooLarge, http.StatusBadRequest)
	case 4: // sends so slowly that it is told so
		if time.Until(v.end) < 10*time.Second || v.random.Intn(10) > 0 {
			v.pause(time.Second)
			return "said nothing", nil
		}
		for range 8 {
			if _, err := c.Write([]byte("G")); err != nil {
				return "cut off", nil
			}
			time.Sleep(time.Second)
		}
		return "slow head", errors.New("a head of eight seconds is waited for")
	}
	for part := range slices.Chunk(whole, len(whole)/10+1) { // sends slowly, and gets its answer
		if _, err := c.Write(part); err != nil {
			return "slow", err
		}
		v.pause(time.Duration(v.random.Intn(200)) * time.Millisecond)
	}
	answer, err := readAnswer(c)
	if err == nil {
		err = one.compare(answer)
	}
	if err == errBusy {
		err = nil
	}
	return "slow", err
}

// pause waits, but not beyond the end.
func (v *visitor) pause(long time.Duration) { time.Sleep(min(long, time.Until(v.end))) }

func wantStatus(c net.Conn, want ...int) error {
	answer, err := readAnswer(c)
	if err == nil && !slices.Contains(append(want, http.StatusServiceUnavailable), answer.StatusCode) {
		err = fmt.Errorf("answered with %d", answer.StatusCode)
	}
	return err
}
