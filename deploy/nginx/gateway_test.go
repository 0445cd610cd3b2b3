// Package nginx has the gateway's settings. Its tests start Debian's nginx with that
// very file before real copies of the program.
package nginx

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/deploy/copies"
)

const name = "nianbao.example.gov.cn"

func TestMain(m *testing.M) { copies.Main(m) }

// A gateway is nginx on ports of its own.
type gateway struct {
	t                  *testing.T
	secure, plain, log string
	roots              *x509.CertPool
	said               copies.Said
}

// start runs nginx with nianbao.conf, in which only ports and folders are others; what
// else a test has to change, it names.
func start(t *testing.T, copyPorts []string, otherwise ...string) *gateway {
	t.Helper()
	if _, err := exec.LookPath("nginx"); err != nil {
		t.Skip("there is no nginx")
	}
	settings, err := os.ReadFile("nianbao.conf")
	if err != nil {
		t.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "nianbao-nginx-") // one that nginx's own user may enter
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	os.Chmod(folder, 0o755)
	ports := copies.Free(t, 2)
	g := &gateway{t: t, secure: ports[0], plain: ports[1], log: filepath.Join(folder, "nianbao.log"), roots: certificate(t, folder)}
	replacements := append([]string{
		"listen 443 ", "listen 127.0.0.1:" + g.secure + " ", "listen 80;", "listen 127.0.0.1:" + g.plain + ";",
		"127.0.0.1:8641", "127.0.0.1:" + copyPorts[0], "127.0.0.1:8642", "127.0.0.1:" + copyPorts[1],
		"/etc/nianbao/tls", folder, "/var/log/nginx", folder,
	}, otherwise...)
	text := string(settings)
	for i := 0; i < len(replacements); i += 2 {
		if !strings.Contains(text, replacements[i]) {
			t.Fatalf("nianbao.conf has no %q", replacements[i])
		}
		text = strings.ReplaceAll(text, replacements[i], replacements[i+1])
	}
	main := `worker_processes 2;
pid ` + folder + `/pid;
error_log stderr warn;
events { worker_connections 768; }
http {
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; # as Debian's own file has it
    access_log off;
    client_body_temp_path ` + folder + `/body;
    proxy_temp_path ` + folder + `/proxy;
    fastcgi_temp_path ` + folder + `/fastcgi;
    uwsgi_temp_path ` + folder + `/uwsgi;
    scgi_temp_path ` + folder + `/scgi;
    include ` + folder + `/nianbao.conf;
}
`
	for file, content := range map[string]string{"nianbao.conf": text, "nginx.conf": main} {
		if err := os.WriteFile(filepath.Join(folder, file), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("nginx", "-c", filepath.Join(folder, "nginx.conf"), "-p", folder, "-g", "daemon off;")
	cmd.Stderr = &g.said
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	if said, err := exec.Command("nginx", "-t", "-c", filepath.Join(folder, "nginx.conf"), "-p", folder).CombinedOutput(); err != nil {
		t.Fatalf("nginx -t: %v\n%s", err, said)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Signal(syscall.SIGTERM); cmd.Wait() })
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if conn, err := net.Dial("tcp", "127.0.0.1:"+g.secure); err == nil {
			conn.Close()
			return g
		}
		if time.Now().After(deadline) {
			t.Fatalf("nginx does not listen:\n%s", g.said.String())
		}
	}
}

// certificate makes one for the service's name, and is who vouches for it.
func certificate(t *testing.T, folder string) *x509.CertPool {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true,
	}
	content, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for file, block := range map[string]*pem.Block{"certificate.pem": {Type: "CERTIFICATE", Bytes: content}, "key.pem": {Type: "PRIVATE KEY", Bytes: private}} {
		if err := os.WriteFile(filepath.Join(folder, file), pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	made, err := x509.ParseCertificate(content)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(made)
	return pool
}

// client asks from one address of this machine.
func (g *gateway) client(from string) *http.Client {
	dialer := &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	return &http.Client{Timeout: 2 * time.Minute, Transport: &http.Transport{
		DialContext:           dialer.DialContext,
		TLSClientConfig:       &tls.Config{RootCAs: g.roots, ServerName: name},
		ExpectContinueTimeout: time.Minute,
		MaxIdleConnsPerHost:   16,
	}}
}

// ask is a request with the token; headers are pairs.
func (g *gateway) ask(c *http.Client, method, path string, body io.Reader, headers ...string) (*http.Response, []byte, error) {
	request, err := http.NewRequest(method, "https://127.0.0.1:"+g.secure+path, body)
	if err != nil {
		g.t.Fatal(err)
	}
	request.Host = name
	request.Header.Set("Authorization", "Bearer "+copies.Token)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer, err := c.Do(request)
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	return answer, content, err
}

// speak sends words over a TLS connection of its own and gives what comes back.
func (g *gateway) speak(t *testing.T, words string) string {
	t.Helper()
	conn, err := tls.Dial("tcp", "127.0.0.1:"+g.secure, &tls.Config{RootCAs: g.roots, ServerName: name})
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(time.Minute))
	fmt.Fprint(conn, words)
	answer, _ := io.ReadAll(conn)
	return string(answer)
}

func report(t *testing.T) []byte {
	t.Helper()
	src, err := os.ReadFile("../../fixtures/laiyuan-2022/report.json")
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// two are two copies that believe the gateway.
func two(t *testing.T) (first, second *copies.Copy) {
	t.Helper()
	ports := copies.Free(t, 2)
	options := []string{"-host", name, "-proxy", "127.0.0.1"}
	return copies.Start(t, ports[0], options...), copies.Start(t, ports[1], options...)
}

// Over TLS the service answers as without a gateway, and knows who asks.
func TestForwards(t *testing.T) {
	a, b := two(t)
	g := start(t, []string{a.Port, b.Port})
	c := g.client("127.0.0.3")
	src := report(t)

	request, _ := http.NewRequest("POST", "http://127.0.0.1:"+a.Port+"/api/build?format=pdf", bytes.NewReader(src))
	request.Header.Set("Authorization", "Bearer "+copies.Token)
	direct, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer direct.Body.Close()
	want, err := io.ReadAll(direct.Body)
	if err != nil || direct.StatusCode != http.StatusOK {
		t.Fatal(direct.StatusCode, err)
	}
	for range 4 { // both copies
		answer, got, err := g.ask(c, "POST", "/api/build?format=pdf", bytes.NewReader(src), "X-Forwarded-For", "192.0.2.1")
		if err != nil || answer.StatusCode != http.StatusOK || !bytes.Equal(got, want) {
			t.Fatalf("%v %v, %d bytes, not those of a copy", answer, err, len(got))
		}
		if answer.Header.Get("Strict-Transport-Security") == "" {
			t.Error("browsers are not told to stay with TLS")
		}
	}
	if _, got, err := g.ask(c, "POST", "/api/check", bytes.NewReader(src)); err != nil || !bytes.Contains(got, []byte(`"fileable":`)) {
		t.Errorf("check: %v %.300s", err, got)
	}
	if answer, _, err := g.ask(c, "POST", "/api/check", bytes.NewReader(src), "Authorization", "Bearer wrong-wrong-wrong-wrong"); err != nil || answer.StatusCode != http.StatusUnauthorized {
		t.Errorf("with a wrong token: %v %v", answer, err)
	}
	// A page of the service itself is no other site's, whatever port it is on.
	if answer, _, err := g.ask(c, "POST", "/api/check", bytes.NewReader(src), "Origin", "https://"+name); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("from the page: %v %v", answer, err)
	}
	if answer, _, err := g.ask(c, "GET", "/?token="+copies.Token, nil); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("the page: %v %v", answer, err)
	}
	a.End(syscall.SIGTERM)
	b.End(syscall.SIGTERM)
	for _, log := range []string{a.Log.String(), b.Log.String()} {
		if !strings.Contains(log, "path=/api/build") || !strings.Contains(log, "from=127.0.0.3") || strings.Contains(log, "192.0.2.1") {
			t.Errorf("the log does not say who asked:\n%s", log)
		}
	}
	lines, err := os.ReadFile(g.log)
	if err != nil || !bytes.Contains(lines, []byte(`127.0.0.3 [`)) || bytes.Contains(lines, []byte("token")) || bytes.Contains(lines, []byte(copies.Token)) {
		t.Errorf("nginx' log: %v\n%s", err, lines)
	}
}
