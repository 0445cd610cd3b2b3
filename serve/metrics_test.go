package serve

import (
	"bytes"
	"log/slog"
	"net/netip"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// What is counted is told behind the token: by the address that was meant, never
// by what somebody typed.
func TestMetrics(t *testing.T) {
	s := New(Options{Faces: embedded(t), Token: token})
	if w := answer(s, request("GET", "/metrics", nil)); w.Code != 401 {
		t.Errorf("without the token: %d", w.Code)
	}
	with := func(method, path string, body []byte) string {
		r := request(method, path, body)
		r.Header.Set("Authorization", "Bearer "+token)
		return answer(s, r).Body.String()
	}
	with("POST", "/api/check", fixtures.Named(t, "minimal").JSON)
	with("POST", "/api/build?format=none", []byte("{}"))
	with("GET", "/涞源县", nil)
	said := with("GET", "/metrics", nil)
	for _, want := range []string{
		`nianbao_requests_total{path="/api/check",status="200"} 1`,
		`nianbao_requests_total{path="/api/build",status="400"} 1`,
		`nianbao_requests_total{path="/",status="404"} 1`,
		`nianbao_request_seconds_count{path="/api/check"} 1`,
		"nianbao_working 0", "nianbao_waiting 0", "nianbao_held_bytes ", "go_memstats_alloc_bytes ",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%s is missing in:\n%.2000s", want, said)
		}
	}
	if strings.Contains(said, "涞源") {
		t.Error("what was typed stands in it")
	}
}

// A log line says who asked; health says which version answers.
func TestLogAndHealth(t *testing.T) {
	var log bytes.Buffer
	s := New(Options{
		Faces: embedded(t), Log: slog.New(slog.NewTextHandler(&log, nil)), Version: "v9.9.9",
		Proxies: []netip.Prefix{netip.MustParsePrefix("192.0.2.1/32")},
	})
	r := request("GET", "/healthz", nil) // from 192.0.2.1, as httptest has it
	r.Header.Set("X-Forwarded-For", "198.51.100.7")
	if got := decode[struct{ Version string }](t, answer(s, r)); got.Version != "v9.9.9" {
		t.Errorf("version %q", got.Version)
	}
	if !strings.Contains(log.String(), "from=198.51.100.7") {
		t.Errorf("the log: %s", log.String())
	}
}
