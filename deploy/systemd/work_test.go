package systemd

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"nianbao/deploy/copies"
)

// A queue and two workers under their units and the drop-ins for several machines take reports in and give files out, the
// bytes of the command; one that is killed, and the queue restarted, lose nothing.
func TestWorkers(t *testing.T) {
	program := filepath.Join(t.TempDir(), "nianbao-work")
	cmd := exec.Command("go", "build", "-trimpath", "-o", program, ".")
	cmd.Dir = "../../cmd/nianbao-work"
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	m := boot(t)
	content, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	m.write("/opt/nianbao/nianbao-work", string(content), 0o755)
	m.write("/etc/nianbao/queue-password", "a-password-for-the-queue\n", 0o600)
	m.write("/etc/nianbao/work", "NIANBAO_WORK_OPTIONS=-ack-wait 5s -parallel 1\n", 0o644)
	port := copies.Free(t, 1)[0] // 4222 may be somebody's here
	certificates(t, m)
	for from, to := range map[string]string{
		"nianbao-queue.service": "nianbao-queue.service", "queue-for-others.conf": "nianbao-queue.service.d/for-others.conf",
		"nianbao-work@.service": "nianbao-work@.service", "work-elsewhere.conf": "nianbao-work@.service.d/elsewhere.conf",
	} {
		text, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		// The drop-ins' address is this machine's; without them nothing listens there.
		m.write("/etc/systemd/system/"+to, strings.ReplaceAll(string(text), "10.1.2.3:4222", "127.0.0.1:"+port), 0o644)
	}
	m.run("systemctl", "daemon-reload")
	m.run("cp", "/etc/systemd/system/nianbao-work@.service", "/tmp/nianbao-work@1.service")
	if said := m.run("systemd-analyze", "verify", "/etc/systemd/system/nianbao-queue.service", "/tmp/nianbao-work@1.service"); said != "" {
		t.Errorf("systemd-analyze verify says %s", said)
	}
	m.run("systemctl", "enable", "--now", "nianbao-queue", "nianbao-work@1", "nianbao-work@2")

	const reports = 40
	source, err := os.ReadFile("../../fixtures/laiyuan-2022/report.json")
	if err != nil {
		t.Fatal(err)
	}
	for i := range reports { // each another content, of the same print
		m.write("/tmp/in/"+strconv.Itoa(i)+"/report.json", strings.Replace(string(source), "{", "{"+strings.Repeat(" ", i), 1), 0o644)
	}
	queue := []string{"-nats", "nats://127.0.0.1:" + port, "-user", "nianbao", "-password", "@/etc/nianbao/queue-password", "-tls-ca", "/etc/nianbao/ca.pem"}
	work := func(args ...string) (string, error) {
		return m.try(append(append([]string{"/opt/nianbao/nianbao-work"}, args...), queue...)...)
	}
	eventually(t, 3*time.Minute, func() bool { _, err := work("status"); return err == nil })
	if said, err := work("submit", "/tmp/in"); err != nil {
		t.Fatal(err, said)
	}
	m.run("systemctl", "kill", "--signal=KILL", "nianbao-work@1")
	m.run("systemctl", "restart", "nianbao-queue")

	folder := "/proc/" + strconv.Itoa(m.pid) + "/root/tmp/out"
	var laid []string
	var said string
	eventually(t, 5*time.Minute, func() bool {
		said, _ = work("fetch", "/tmp/out")
		laid = nil
		filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".pdf") {
				laid = append(laid, path)
			}
			return nil
		})
		return len(laid) >= reports
	})
	want := copied(t, "pdf")
	for _, path := range laid {
		got, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, not those of the command: %v", path, len(got), err)
		}
	}
	if len(laid) != reports {
		t.Errorf("%d files of %d reports: %s", len(laid), reports, said)
	}
	for _, unit := range []string{"nianbao-queue", "nianbao-work@2"} {
		if status := m.process(unit, "status"); !strings.Contains(status, "Seccomp:\t2") || !strings.Contains(status, "CapBnd:\t0000000000000000") {
			t.Errorf("%s is not restricted:\n%s", unit, status)
		}
	}
	eventually(t, 3*time.Minute, func() bool { _, err := m.try("systemctl", "is-active", "nianbao-work@1"); return err == nil }) // it was killed
	m.run("systemctl", "stop", "nianbao-work@1", "nianbao-work@2", "nianbao-queue")
	for _, unit := range []string{"nianbao-queue", "nianbao-work@1", "nianbao-work@2"} {
		if result := strings.TrimSpace(m.run("systemctl", "show", "-P", "Result", unit)); result != "success" {
			t.Errorf("%s ended with %s:\n%s", unit, result, m.run("journalctl", "--no-pager", "-u", unit))
		}
	}
}

// certificates writes one of 127.0.0.1, and who has signed it.
func certificates(t *testing.T, m *machine) {
	t.Helper()
	write := func(name, kind string, der []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		m.write("/etc/nianbao/"+name, string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})), 0o600)
	}
	_, signer, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	until := time.Now().Add(time.Hour)
	ca := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: until, Subject: pkix.Name{CommonName: "an office"}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign}
	der, err := x509.CreateCertificate(rand.Reader, ca, ca, signer.Public(), signer)
	write("ca.pem", "CERTIFICATE", der, err)
	public, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	leaf := &x509.Certificate{SerialNumber: big.NewInt(2), NotAfter: until, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	der, err = x509.CreateCertificate(rand.Reader, leaf, ca, public, signer)
	write("cert.pem", "CERTIFICATE", der, err)
	der, err = x509.MarshalPKCS8PrivateKey(key)
	write("key.pem", "PRIVATE KEY", der, err)
}

// copied is the file that the command makes of the report.
func copied(t *testing.T, format string) []byte {
	t.Helper()
	folder := t.TempDir()
	cmd := exec.Command(copies.Program, "build", "../../fixtures/laiyuan-2022/report.json", "-faces", "embedded", "-format", format, "-o", folder)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	made, _ := filepath.Glob(filepath.Join(folder, "*."+format))
	content, err := os.ReadFile(made[0])
	if err != nil {
		t.Fatal(err)
	}
	return content
}
