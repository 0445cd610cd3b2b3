// Package systemd has the units for a server. Its tests boot a real systemd and
// start the program under them.
package systemd

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"nianbao/deploy/copies"
)

const token = copies.Token

func TestMain(m *testing.M) { copies.Main(m) }

// asker asks a copy on one port.
type asker struct {
	t   *testing.T
	url string
}

func (a asker) ask(method, path string, body []byte, token string) (status int, content []byte, err error) {
	return a.askAs("", method, path, body, token)
}

func (a asker) askAs(host, method, path string, body []byte, token string) (status int, content []byte, err error) {
	request, err := http.NewRequest(method, a.url+path, bytes.NewReader(body))
	if err != nil {
		a.t.Fatal(err)
	}
	request.Host, request.Close = host, true
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, nil, err
	}
	defer answer.Body.Close()
	content, err = io.ReadAll(answer.Body)
	return answer.StatusCode, content, err
}

func (a asker) must(method, path string, body []byte) []byte {
	a.t.Helper()
	status, content, err := a.ask(method, path, body, token)
	if err != nil || status != http.StatusOK {
		a.t.Fatalf("%s %s: %d %v %.300s", method, path, status, err, content)
	}
	return content
}

// Every restriction of the units stands, as systemd itself weighs them.
func TestExposure(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("there is no systemd-analyze")
	}
	units, err := filepath.Glob("*.service")
	if err != nil || len(units) < 1 {
		t.Fatal(units, err)
	}
	for _, unit := range units {
		said, err := exec.Command("systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", unit).CombinedOutput()
		level := regexp.MustCompile(`Overall exposure level.*`).Find(said)
		if err != nil || level == nil {
			t.Errorf("%s: %v\n%s", unit, err, said)
		}
		t.Logf("%s", level)
	}
}

// The program does its whole work under the unit: it starts when it is ready, has
// its token, sees nothing of the machine, is restarted, and loses no answer.
func TestService(t *testing.T) {
	m := boot(t)
	ports := copies.Free(t, 2)
	m.write("/etc/nianbao/token", token+"\n", 0o600)
	options, err := os.ReadFile("options")
	if err != nil {
		t.Fatal(err)
	}
	m.write("/etc/nianbao/options", string(options), 0o644)
	m.run("systemctl", "daemon-reload")
	first, second := "nianbao@"+ports[0], "nianbao@"+ports[1]
	m.run("cp", "/etc/systemd/system/nianbao@.service", "/tmp/"+first+".service")
	if said := m.run("systemd-analyze", "verify", "/tmp/"+first+".service"); said != "" {
		t.Errorf("systemd-analyze verify says %s", said)
	}
	m.run("systemctl", "enable", "--now", first, second)
	a, b := asker{t, "http://127.0.0.1:" + ports[0] + "/"}, asker{t, "http://127.0.0.1:" + ports[1] + "/"}

	report, err := os.ReadFile("../../fixtures/laiyuan-2022/report.json")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("answers", func(t *testing.T) {
		if status, _, err := a.askAs("nianbao.example.gov.cn", "GET", "healthz", nil, ""); status != http.StatusOK {
			t.Errorf("the name of the options is answered with %d %v", status, err)
		}
		if status, _, err := a.ask("POST", "api/check", report, "not-the-token-that-is-asked"); status != http.StatusUnauthorized {
			t.Errorf("a wrong token is answered with %d %v", status, err)
		}
		folder := t.TempDir()
		cmd := exec.Command(copies.Program, "build", "../../fixtures/laiyuan-2022/report.json", "-faces", "embedded", "-format", "docx,pdf,ofd,html,picture", "-o", folder)
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		for _, format := range []string{"docx", "pdf", "ofd"} {
			made, _ := filepath.Glob(filepath.Join(folder, "*."+format))
			if len(made) != 1 {
				t.Fatal(format, made)
			}
			want, err := os.ReadFile(made[0])
			if got := a.must("POST", "api/build?format="+format, report); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %d bytes, not those of the command: %v", format, len(got), err)
			}
		}
		for _, path := range []string{"api/check", "api/pages", "api/copy?format=html", "api/build?format=html", "api/build?format=picture"} {
			b.must("POST", path, report)
		}
		word := a.must("POST", "api/build?format=docx", report)
		if !bytes.Contains(b.must("POST", "api/read", word), []byte("涞源县")) {
			t.Error("a Word file is not read")
		}
		if !bytes.Contains(a.must("GET", "metrics", nil), []byte("process_resident_memory_bytes")) {
			t.Error("the metrics do not say how much memory it takes")
		}
	})

	t.Run("restrictions", func(t *testing.T) {
		status := m.process(first, "status")
		for _, want := range []string{`Seccomp:\t2`, `NoNewPrivs:\t1`, `CapEff:\t0+\n`, `CapBnd:\t0+\n`, `Uid:\t6[0-9]{4}\t`} {
			if !regexp.MustCompile(want).MatchString(status) {
				t.Errorf("%s is not so:\n%s", want, status)
			}
		}
		for _, file := range []string{"cmdline", "environ"} {
			if strings.Contains(m.process(first, file), token) {
				t.Errorf("the token stands in %s, which others can read", file)
			}
		}
		pid := strings.TrimSpace(m.run("systemctl", "show", "-P", "MainPID", first))
		root := "/proc/" + pid + "/root/"
		if seen := m.run("ls", root+"etc", root+"opt"); strings.Contains(seen, "passwd") || !strings.Contains(seen, "nianbao") {
			t.Errorf("it sees %s", seen)
		}
		if _, err := m.try("nsenter", "--target", pid, "--mount", "test", "-e", "/home/of-somebody"); err == nil {
			t.Error("it sees what others have")
		}
		// Whatever its user, nothing is mounted for it to write on but what the kernel shows of itself.
		for line := range strings.Lines(m.process(first, "mountinfo")) {
			fields := strings.Fields(line)
			if where := fields[4]; strings.HasPrefix(fields[5], "rw") && where != "/proc" && where != "/dev/pts" {
				t.Errorf("it may write on %s", where)
			}
		}
		if said, err := m.try("nsenter", "--target", pid, "--mount", "/usr/bin/true"); err == nil {
			t.Errorf("it may run other programs: %s", said)
		}
		memory := m.run("sh", "-c", "cat /sys/fs/cgroup/memory/system.slice/system-nianbao.slice/"+first+".service/memory.limit_in_bytes /sys/fs/cgroup/system.slice/system-nianbao.slice/"+first+".service/memory.max 2>/dev/null || true")
		if strings.TrimSpace(memory) != fmt.Sprint(512<<20) {
			t.Errorf("its memory is bounded by %q", memory)
		}
	})

	t.Run("restarts by itself", func(t *testing.T) {
		m.run("systemctl", "kill", "--signal=KILL", second)
		eventually(t, 3*time.Minute, func() bool {
			status, _, err := b.ask("GET", "healthz", nil, "")
			return err == nil && status == http.StatusOK
		})
		if again := strings.TrimSpace(m.run("systemctl", "show", "-P", "NRestarts", second)); again != "1" {
			t.Errorf("it was restarted %s times", again)
		}
	})

	t.Run("restart", func(t *testing.T) {
		for range 5 { // the command ends when connections are taken, not before
			m.run("systemctl", "restart", first)
			a.must("GET", "healthz", nil)
		}
	})

	t.Run("stop", func(t *testing.T) {
		// Half a body is under way; its answer comes though it is asked to stop.
		conn, err := net.Dial("tcp", "127.0.0.1:"+ports[0])
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprintf(conn, "POST /api/check HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s", token, len(report), report[:1000])
		time.Sleep(300 * time.Millisecond)
		stopped := make(chan string)
		go func() { said, err := m.try("systemctl", "stop", first); stopped <- fmt.Sprint(said, err) }()
		eventually(t, 3*time.Minute, func() bool {
			_, _, err := a.ask("GET", "healthz", nil, "")
			return err != nil // new connections are not taken any more
		})
		conn.Write(report[1000:])
		answer, err := io.ReadAll(conn)
		if err != nil || !bytes.Contains(answer, []byte("200 OK")) || !bytes.Contains(answer, []byte(`"fileable":`)) {
			t.Errorf("%v: %.500s", err, answer)
		}
		if said := <-stopped; said != "<nil>" {
			t.Error(said)
		}
		if result := strings.TrimSpace(m.run("systemctl", "show", "-P", "Result", first)); result != "success" {
			t.Errorf("it ended with %s", result)
		}
	})

	t.Run("journal", func(t *testing.T) {
		log := m.run("journalctl", "--no-pager", "-u", first)
		if !strings.Contains(log, "path=/api/build") || strings.Contains(log, token) {
			t.Errorf("the journal:\n%s", log)
		}
	})
}

// What cannot start says so to whoever starts it.
func TestServiceThatCannotStart(t *testing.T) {
	m := boot(t)
	port := copies.Free(t, 1)[0]
	m.run("systemctl", "daemon-reload")
	if said, err := m.try("systemctl", "start", "nianbao@"+port); err == nil {
		t.Errorf("it starts without a token: %s", said)
	}
	m.write("/etc/nianbao/token", "short\n", 0o600)
	if said, err := m.try("systemctl", "restart", "nianbao@"+port); err == nil {
		t.Errorf("it starts with a token that is too short: %s", said)
	}
	if log := m.run("journalctl", "--no-pager", "-u", "nianbao@"+port); !strings.Contains(log, "口令太短") {
		t.Errorf("the journal does not say why:\n%s", log)
	}
	// It tries again by itself.
	m.write("/etc/nianbao/token", token+"\n", 0o600)
	a := asker{t, "http://127.0.0.1:" + port + "/"}
	eventually(t, 3*time.Minute, func() bool { _, _, err := a.ask("GET", "healthz", nil, ""); return err == nil })
}

// Where systemd hands out no credentials, a drop-in has the token in the environment.
func TestBefore247(t *testing.T) {
	m := boot(t)
	port := copies.Free(t, 1)[0]
	dropIn, err := os.ReadFile("before-247.conf")
	if err != nil {
		t.Fatal(err)
	}
	m.write("/etc/systemd/system/nianbao@.service.d/before-247.conf", string(dropIn), 0o644)
	m.write("/etc/nianbao/token.env", "NIANBAO_TOKEN="+token+"\n", 0o600)
	m.run("systemctl", "daemon-reload")
	m.run("systemctl", "start", "nianbao@"+port)
	a := asker{t, "http://127.0.0.1:" + port + "/"}
	if status, _, err := a.ask("GET", "api/templates", nil, ""); status != http.StatusUnauthorized {
		t.Errorf("without a token: %d %v", status, err)
	}
	a.must("GET", "api/templates", nil)
	if strings.Contains(m.process("nianbao@"+port, "cmdline"), token) {
		t.Error("the token stands on the command line")
	}
}

// The unit waits longer for the program's end than the program for what is under way.
func TestTimesAgree(t *testing.T) {
	unit, err := os.ReadFile("nianbao@.service")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("../../serve/run.go")
	if err != nil {
		t.Fatal(err)
	}
	number := func(text []byte, pattern string) (n int) {
		found := regexp.MustCompile(pattern).FindSubmatch(text)
		if found == nil {
			t.Fatalf("%s is not there", pattern)
		}
		fmt.Sscan(string(found[1]), &n)
		return n
	}
	unitWaits, programWaits := number(unit, `TimeoutStopSec=(\d+)`), number(source, `shutdown:\s+(\d+) \* time.Second`)
	if unitWaits <= programWaits {
		t.Errorf("systemd waits %d s, the program %d", unitWaits, programWaits)
	}
}

func eventually(t *testing.T, most time.Duration, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(most); !so(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not so after %v", most)
		}
	}
}
