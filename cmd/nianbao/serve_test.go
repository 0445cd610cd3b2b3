package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A running program answers at url until it is stopped.
type running struct {
	cmd *exec.Cmd
	url string
	log *said
}

// said collects what a program writes while it runs, the last megabytes of it.
type said struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all.Len() > 8<<20 {
		s.all.Next(4 << 20)
	}
	return s.all.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all.String()
}

// start runs cmd, which serves, until it says where.
func start(t *testing.T, cmd *exec.Cmd) *running {
	t.Helper()
	r := &running{cmd: cmd, log: &said{}}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = r.log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, url, ok := strings.Cut(lines.Text(), "http://"); ok {
			r.url = "http://" + url
			go io.Copy(io.Discard, out)
			return r
		}
	}
	cmd.Wait()
	t.Fatalf("it did not start: %s", r.log)
	return nil
}

func (r *running) post(t *testing.T, path, body string) (status int, content []byte) {
	t.Helper()
	answer, err := http.Post(r.url+path, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err = io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, content
}

// The files that the page gives are, byte for byte, those that build writes; the
// log of it all holds nothing of the report.
func TestServedFilesAreTheCommandsFiles(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	nianbao(t, "build", "a.json").want(t, fine)
	r := start(t, program("program", "serve", "-service", "-addr", "127.0.0.1:0"))
	for _, format := range []string{"docx", "pdf"} {
		status, content := r.post(t, "api/build?format="+format, minimal(t))
		if status != http.StatusOK || string(content) != get(t, title+"."+format) {
			t.Errorf("%s: %d, %d bytes, not the command's", format, status, len(content))
		}
	}
	if status, _ := r.post(t, "api/check", minimal(t, received, `"received": {"natural_person": "甲乙丙"`)); status != http.StatusOK {
		t.Errorf("an unfinished report is answered with %d", status)
	}
	for range 100 { // the last line is written after the last answer
		if strings.Count(r.log.String(), "msg=request") == 3 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if log := r.log.String(); strings.Count(log, "msg=request") != 3 || strings.Contains(log, agency) || strings.Contains(log, "甲乙丙") {
		t.Errorf("the log:\n%s", log)
	}
}

// The pace at which a service collects garbage outlasts the first collection, which
// ends the pace of a start.
func TestServiceCollectsSeldom(t *testing.T) {
	r := start(t, program("program", "serve", "-service", "-addr", "127.0.0.1:0"))
	for range 40 {
		r.post(t, "api/build?format=pdf", minimal(t))
	}
	answer, err := http.Get(r.url + "metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\ngo_gc_gogc_percent 300\n", "\ngo_gc_gomemlimit_bytes 1.4680064e+08\n"} {
		if !strings.Contains(string(content), want) {
			t.Errorf("/metrics lacks %q", want)
		}
	}
	if strings.Contains(string(content), "\ngo_gc_duration_seconds_count 0\n") {
		t.Error("nothing was collected yet")
	}
}

// A service that is asked to stop finishes what it has begun.
func TestServeStopsWhenItHasFinished(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows sends no SIGTERM")
	}
	r := start(t, program("program", "serve", "-service", "-addr", "127.0.0.1:0"))
	address := strings.TrimSuffix(strings.TrimPrefix(r.url, "http://"), "/")
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	body := minimal(t)
	fmt.Fprintf(c, "POST /api/build?format=pdf HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s", address, len(body), body[:100])
	time.Sleep(200 * time.Millisecond) // it has begun to read
	if err := r.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond) // it has been told
	if _, err := net.Dial("tcp", address); err == nil {
		t.Error("it still takes connections")
	}
	io.WriteString(c, body[100:])
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%v, %v", answer, err)
	}
	if n, err := io.Copy(io.Discard, answer.Body); err != nil || n < 10000 {
		t.Errorf("%d bytes came, then %v", n, err)
	}
	if err := r.cmd.Wait(); err != nil {
		t.Errorf("it ended with %v: %s", err, r.log)
	}
}

// A token comes from the command, a file that Notepad may have saved, or the environment.
func TestWhereTheTokenStands(t *testing.T) {
	inFolder(t, "token.txt", "\ufeff0123456789abcdef\r\n")
	put(t, "little.txt", "\xff\xfe0\x001\x002\x003\x004\x005\x006\x007\x008\x009\x00a\x00b\x00c\x00d\x00e\x00f\x00\r\x00\n\x00") // PowerShell 5's >
	put(t, "big.txt", "\xfe\xff\x000\x001\x002\x003\x004\x005\x006\x007\x008\x009\x00a\x00b\x00c\x00d\x00e\x00f")
	for _, given := range []string{"@token.txt", "@little.txt", "@big.txt", "\ufeff0123456789abcdef"} {
		if token, err := readToken(given); token != "0123456789abcdef" || err != nil {
			t.Errorf("%q: %q, %v", given, token, err)
		}
	}
	t.Setenv("NIANBAO_TOKEN", "123")
	nianbao(t, "serve", "-addr", "127.0.0.1:0").want(t, impossible, "口令太短")
}

func TestServeRefuses(t *testing.T) {
	inFolder(t, "empty.txt", "\n", "token.txt", "0123456789abcdef\n")
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for name, c := range map[string]struct {
		args []string
		said string
	}{
		"a file":            {[]string{"a.json"}, "报告在页面里打开"},
		"every network":     {[]string{"-addr", "0.0.0.0:0"}, "-token"},
		"no address":        {[]string{"-addr", "x"}, "-addr 的“x”不对"},
		"a name of a proxy": {[]string{"-proxy", "gateway"}, "-proxy 的“gateway”不是地址"},
		"a long drain":      {[]string{"-drain", "1h"}, "-drain 要写一个秒数"},
		"one connection":    {[]string{"-max-connections", "1"}, "-max-connections 要写一个数"},
		"a short token":     {[]string{"-token", "123"}, "口令太短"},
		"no token in file":  {[]string{"-token", "@empty.txt"}, "第一行是空的"},
		"no token file":     {[]string{"-token", "@none.txt"}, "不能读口令文件"},
		"the place is gone": {[]string{"-service", "-addr", taken.Addr().String()}, "等候连接：这个端口已经有程序在用（也许 nianbao 已经在运行）；请换一个端口，例如 -addr 127.0.0.1:"},
		"another's address": {[]string{"-service", "-addr", "192.0.2.1:8640", "-token", strings.Repeat("x", 16)}, "这台电脑没有这个地址"},
	} {
		t.Run(name, func(t *testing.T) {
			nianbao(t, append([]string{"serve"}, c.args...)...).want(t, impossible, c.said)
		})
	}
}

// With -addr for everybody the program says what that means, and asks for the token.
func TestServeToEverybody(t *testing.T) {
	inFolder(t, "token.txt", "0123456789abcdef\n")
	cmd := program("program", "serve", "-addr", "0.0.0.0:0", "-token", "@token.txt")
	r := start(t, cmd)
	if status, _ := r.post(t, "api/check", "{}"); status != http.StatusUnauthorized {
		t.Errorf("without the token: %d", status)
	}
	request, err := http.NewRequest("POST", r.url+"api/check", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer 0123456789abcdef")
	if answer, err := http.DefaultClient.Do(request); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("with the token: %v, %v", answer, err)
	}
}

// However an address of IPv4 is written, whoever comes from it is meant.
func TestProxiesInSixteenBytes(t *testing.T) {
	for list, want := range map[string]string{
		"::ffff:127.0.0.1": "[127.0.0.1/32]", "::ffff:10.1.0.0/112": "[10.1.0.0/16]", "10.1.0.0/16,fd00::1": "[10.1.0.0/16 fd00::1/128]",
	} {
		if got, err := prefixes(list); fmt.Sprint(got) != want || err != nil {
			t.Errorf("%s: %v, %v", list, got, err)
		}
	}
}
