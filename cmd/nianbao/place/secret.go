package place

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A Secret stands in the user's own folder; by it one run of the program knows
// another: whatever else waits at the port is not trusted with the
// browser and its drafts. nil: nobody is known.
type Secret []byte

const secretBytes = 32

// FindSecret reads the user's secret, or makes it. Where there is no place for
// one, nobody is known.
func FindSecret() Secret { return findSecret(dataPlace("secret")) }

func findSecret(file string) Secret {
	if file == "" || os.MkdirAll(filepath.Dir(file), 0o700) != nil {
		return nil
	}
	for range 3 { // another run may be making it
		text, err := os.ReadFile(file)
		if found, wrong := hex.DecodeString(strings.TrimSpace(string(text))); err == nil && wrong == nil && len(found) == secretBytes {
			return found
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil {
			os.Remove(file) // cut off, or another's
		}
		made := make([]byte, secretBytes)
		rand.Read(made)
		out, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			time.Sleep(20 * time.Millisecond)
			continue
		}
		_, err = out.WriteString(hex.EncodeToString(made))
		if errors.Join(err, out.Close()) == nil {
			return made
		}
	}
	return nil
}

// Proof is what the program at an address answers to a nonce. A stranger that
// passes the question on to the program at another address gets that one's.
func (s Secret) Proof(address, nonce string) string {
	mac := hmac.New(sha256.New, s)
	mac.Write([]byte("nianbao at " + address + "\n" + nonce))
	return hex.EncodeToString(mac.Sum(nil))
}

// isRunning reports whether the same user's program waits at a place.
func (s Secret) isRunning(p *Place) bool {
	if s == nil {
		return false
	}
	nonce := rand.Text()
	client := http.Client{Timeout: time.Second, Transport: &http.Transport{DisableKeepAlives: true}} // and no proxy
	answer, err := client.Get(p.URL() + "healthz?nonce=" + url.QueryEscape(nonce))
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	var health struct{ Proof string }
	return json.NewDecoder(http.MaxBytesReader(nil, answer.Body, 1000)).Decode(&health) == nil &&
		hmac.Equal([]byte(health.Proof), []byte(s.Proof(p.Address, nonce)))
}
