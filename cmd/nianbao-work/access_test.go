package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/jwt/v2"
	"github.com/nats-io/nkeys"
)

// refused wants a status call that does not get through.
func refused(t *testing.T, says string, args ...string) {
	t.Helper()
	if out := call(t, impossible, append([]string{"status"}, args...)...); !strings.Contains(out, says) {
		t.Errorf("%v does not say %q:\n%s", args, says, out)
	}
}

// Who comes to a server must have what it asks for: a password, a certificate.
func TestServerAsksWhoComes(t *testing.T) {
	keys := t.TempDir()
	authority(t, keys)
	secret := filepath.Join(keys, "password")
	write(t, secret, []byte("a long password\n"))
	ca, cert, key := filepath.Join(keys, "ca.pem"), filepath.Join(keys, "cert.pem"), filepath.Join(keys, "key.pem")

	store := t.TempDir()
	url, stop := serve(t, store, "-user", "office", "-password", "@"+secret, "-tls-cert", cert, "-tls-key", key)
	refused(t, "证书", "-nats", url, "-user", "office", "-password", "@"+secret)
	refused(t, "不认这个账号", "-nats", url, "-tls-ca", ca)
	call(t, fine, "status", "-nats", url, "-tls-ca", ca, "-user", "office", "-password", "@"+secret)
	t.Setenv(passwordVariable, "a long password")
	call(t, fine, "status", "-nats", url, "-tls-ca", ca, "-user", "office")
	t.Setenv(passwordVariable, "another password")
	refused(t, "不认这个账号", "-nats", url, "-tls-ca", ca, "-user", "office")
	t.Setenv(passwordVariable, "")
	stop()

	url, stop = serve(t, t.TempDir(), "-tls-cert", cert, "-tls-key", key, "-tls-ca", ca)
	refused(t, "证书", "-nats", url, "-tls-ca", ca)
	call(t, fine, "status", "-nats", url, "-tls-ca", ca, "-tls-cert", cert, "-tls-key", key)
	stop()

	// On a machine's own address it asks nobody, as `nianbao serve -service`.
	store = t.TempDir()
	url, stop = serve(t, store)
	defer stop()
	call(t, fine, "status", "-store", store)
	call(t, fine, "status", "-nats", strings.TrimPrefix(url, "nats://")+", "+url)
}

func TestNoPasswordOnTheCommandLine(t *testing.T) {
	refused(t, "不要写在命令行上", "-nats", "nats://127.0.0.1:1", "-user", "office", "-password", "secret")
	for _, address := range []string{"nats://office:secret@127.0.0.1:1", "office:secret@127.0.0.1:1", "nats://127.0.0.1:1,nats://office:secret@127.0.0.1:2", "nats://office:secr%et@127.0.0.1:1"} {
		refused(t, "地址里不要写用户和口令", "-nats", address)
	}
	for _, address := range []string{"nats://127.0.0.1:secret", "nats://", "http://127.0.0.1:1", "127.0.0.1:1,,"} {
		refused(t, "写的不是地址", "-nats", address)
	}
	if out := call(t, impossible, "status", "-nats", "office:secret@127.0.0.1:1"); strings.Contains(out, "secret") {
		t.Errorf("it says the password:\n%s", out)
	}
	out := call(t, impossible, "queue", "-addr", "0.0.0.0:0", "-store", t.TempDir())
	if !strings.Contains(out, "要有口令或者证书") {
		t.Errorf("a server for other machines without a password:\n%s", out)
	}
}

func TestFlagsAreExplained(t *testing.T) {
	refused(t, "-ack-wait 后面要写一段时间", "-ack-wait", "soon")
	refused(t, "-replicas 后面要写一个数", "-replicas", "0")
}

// NATS's own accounts: a configuration for the server, a file of credentials for who comes.
func TestCredentialsFile(t *testing.T) {
	folder := t.TempDir()
	system := pair(t, nkeys.CreateAccount)
	operator, account, user := pair(t, nkeys.CreateOperator), pair(t, nkeys.CreateAccount), pair(t, nkeys.CreateUser)
	id := func(k nkeys.KeyPair) string {
		public, err := k.PublicKey()
		if err != nil {
			t.Fatal(err)
		}
		return public
	}
	signed := func(c interface {
		Encode(nkeys.KeyPair) (string, error)
	}, by nkeys.KeyPair) string {
		token, err := c.Encode(by)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	limits := jwt.NewAccountClaims(id(account))
	limits.Limits.JetStreamLimits = jwt.JetStreamLimits{DiskStorage: -1, MemoryStorage: -1, Streams: -1, Consumer: -1}
	seed, err := user.Seed()
	if err != nil {
		t.Fatal(err)
	}
	creds, err := jwt.FormatUserConfig(signed(jwt.NewUserClaims(id(user)), account), seed)
	if err != nil {
		t.Fatal(err)
	}
	file, config := filepath.Join(folder, "office.creds"), filepath.Join(folder, "nats.conf")
	write(t, file, creds)
	write(t, config, []byte("operator: "+signed(jwt.NewOperatorClaims(id(operator)), operator)+
		"\nsystem_account: "+id(system)+
		"\nresolver: MEMORY\nresolver_preload: { "+id(account)+": "+signed(limits, operator)+", "+id(system)+": "+signed(jwt.NewAccountClaims(id(system)), operator)+" }\n"))
	url, stop := serve(t, t.TempDir(), "-config", config)
	defer stop()
	refused(t, "不认这个账号", "-nats", url)
	call(t, fine, "status", "-nats", url, "-creds", file)
}

func pair(t *testing.T, create func() (nkeys.KeyPair, error)) nkeys.KeyPair {
	t.Helper()
	k, err := create()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// authority makes ca.pem, and cert.pem and key.pem of 127.0.0.1 that it has signed.
func authority(t *testing.T, folder string) {
	t.Helper()
	ca := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign}
	leaf := &x509.Certificate{SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "office"}, NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}}
	var keys [2]*ecdsa.PrivateKey
	for i := range keys {
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		keys[i] = key
	}
	pemTo := func(name, kind string, der []byte, err error) {
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	der, err := x509.CreateCertificate(rand.Reader, ca, ca, &keys[0].PublicKey, keys[0])
	pemTo("ca.pem", "CERTIFICATE", der, err)
	der, err = x509.CreateCertificate(rand.Reader, leaf, ca, &keys[1].PublicKey, keys[0])
	pemTo("cert.pem", "CERTIFICATE", der, err)
	der, err = x509.MarshalPKCS8PrivateKey(keys[1])
	pemTo("key.pem", "PRIVATE KEY", der, err)
}

// What systemd hands to a service counts where no option says otherwise.
func TestCredentialsOfAService(t *testing.T) {
	keys := t.TempDir()
	authority(t, keys)
	folder := t.TempDir()
	for from, to := range map[string]string{"ca.pem": "ca", "cert.pem": "cert", "key.pem": "key"} {
		write(t, filepath.Join(folder, to), read(t, filepath.Join(keys, from)))
	}
	write(t, filepath.Join(folder, "queue"), []byte("a long password\n"))
	t.Setenv("CREDENTIALS_DIRECTORY", folder)
	t.Setenv(userVariable, "office")
	url, stop := serve(t, t.TempDir())
	defer stop()
	call(t, fine, "status", "-nats", url)
	other := writtenTo(t, "password", "another password\n")
	refused(t, "不认这个账号", "-nats", url, "-password", "@"+other, "-user", "office")
	t.Setenv("CREDENTIALS_DIRECTORY", "")
	t.Setenv(userVariable, "")
	refused(t, "证书", "-nats", url)
}
