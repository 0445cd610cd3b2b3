// Package prometheus has what Prometheus is told of the service. Its tests have
// Debian's Prometheus read that, and ask real copies.
package prometheus

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/deploy/copies"
)

func TestMain(m *testing.M) { copies.Main(m) }

// Each alert comes when it should, and not on an ordinary day.
func TestAlerts(t *testing.T) {
	tool(t, "check", "rules", "nianbao.rules.yml")
	tool(t, "test", "rules", "testdata/rules_test.yml")
	rules := read(t, "nianbao.rules.yml")
	tests := read(t, "testdata/rules_test.yml")
	for _, alert := range regexp.MustCompile(`alert: (\w+)`).FindAllStringSubmatch(rules, -1) {
		if !regexp.MustCompile(`alertname: ` + alert[1] + `\n\s+exp_alerts`).MatchString(tests) {
			t.Errorf("no test has %s come", alert[1])
		}
	}
}

// Prometheus gets through the token to both copies, and what the rules look at is there.
func TestScrape(t *testing.T) {
	if _, err := exec.LookPath("prometheus"); err != nil {
		t.Skip("there is no prometheus")
	}
	ports, folder := copies.Free(t, 3), t.TempDir()
	copies.Start(t, ports[0])
	copies.Start(t, ports[1])
	for file, content := range map[string]string{
		"token":             copies.Token + "\n",
		"nianbao.rules.yml": read(t, "nianbao.rules.yml"),
		"prometheus.yml": strings.NewReplacer("127.0.0.1:8641", "127.0.0.1:"+ports[0], "127.0.0.1:8642", "127.0.0.1:"+ports[1],
			"/etc/prometheus/nianbao.token", folder+"/token", "/etc/prometheus", folder, "15s", "1s").Replace(read(t, "prometheus.yml")),
	} {
		if err := os.WriteFile(filepath.Join(folder, file), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tool(t, "check", "config", filepath.Join(folder, "prometheus.yml"))
	at := "127.0.0.1:" + ports[2]
	var said copies.Said
	cmd := exec.Command("prometheus", "--config.file="+filepath.Join(folder, "prometheus.yml"), "--storage.tsdb.path="+filepath.Join(folder, "data"), "--web.listen-address="+at)
	cmd.Stderr = &said
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })

	names := map[string]bool{`up{job="nianbao"} == 1`: true}
	for _, name := range regexp.MustCompile(`\b(nianbao|process)_\w+`).FindAllString(read(t, "nianbao.rules.yml"), -1) {
		names[name] = true
	}
	if len(names) < 5 {
		t.Fatalf("the rules look only at %v", names)
	}
	deadline := time.Now().Add(3 * time.Minute)
	for name := range names {
		for found(at, name) < 2 {
			if time.Now().After(deadline) {
				t.Fatalf("%s is not there for both copies\n%s", name, said.String())
			}
			time.Sleep(200 * time.Millisecond)
		}
	}
}

// found is how many series an expression gives; 0 while there is no answer.
func found(at, expression string) int {
	answer, err := http.Get("http://" + at + "/api/v1/query?query=" + url.QueryEscape(expression))
	if err != nil {
		return 0
	}
	defer answer.Body.Close()
	content, _ := io.ReadAll(answer.Body)
	var result struct {
		Data struct{ Result []json.RawMessage }
	}
	json.Unmarshal(content, &result)
	return len(result.Data.Result)
}

func tool(t *testing.T, args ...string) {
	t.Helper()
	if _, err := exec.LookPath("promtool"); err != nil {
		t.Skip("there is no promtool")
	}
	if said, err := exec.Command("promtool", args...).CombinedOutput(); err != nil {
		t.Fatalf("promtool %s: %v\n%s", strings.Join(args, " "), err, said)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
