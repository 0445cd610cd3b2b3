package serve

import (
	"crypto/hmac"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// cookieName is the cookie by which a browser shows that it knew the token.
const cookieName = "nianbao"

// A login asks for the token. Programs send it with every request
// (Authorization: Bearer); a browser types it once, or is sent to /?token=…, and keeps
// a cookie, which every copy of the service with the same token takes.
type login struct {
	token  []byte // its hash, so that comparing takes the same time for every length; nil: none is asked
	cookie []byte
}

func newLogin(token string) login {
	if token == "" {
		return login{}
	}
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write([]byte("nianbao page"))
	return login{token: hash(token), cookie: []byte(hex.EncodeToString(mac.Sum(nil)))}
}

func hash(text string) []byte {
	sum := sha256.Sum256([]byte(text))
	return sum[:]
}

// admits reports whether a request shows the token or the cookie made of it.
func (l login) admits(r *http.Request) bool {
	if l.token == nil {
		return true
	}
	// The scheme is written in any case (RFC 9110, 11.1).
	if scheme, given, ok := strings.Cut(r.Header.Get("Authorization"), " "); ok && strings.EqualFold(scheme, "Bearer") {
		return hmac.Equal(hash(given), l.token)
	}
	cookie, err := r.Cookie(cookieName)
	return err == nil && hmac.Equal([]byte(cookie.Value), l.cookie)
}

// entered sends a browser on to the page without the token in its address. A
// redirection would not do: after a link from elsewhere it would not carry a
// cookie that is SameSite=Strict.
const entered = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><link rel="icon" href="/icon.svg" type="image/svg+xml"><title>nianbao</title><p><a href="/">打开</a></p></html>
`

// loginPage is where a browser types the token in.
//
//go:embed login.html
var loginPage string

const (
	loginPath  = "/login"
	longestLog = 4 << 10 // bytes of a form with a token in it
)

// beforeLogin is what the page for the token consists of.
var beforeLogin = map[string]bool{"/style.css": true, "/icon.svg": true}

// answer lets a browser in that brings the token, and tells all others what is
// missing: browsers on a page to type it into, programs in JSON.
func (l login) answer(w http.ResponseWriter, r *http.Request) {
	sent := r.Method == http.MethodPost && r.URL.Path == loginPath
	given := r.URL.Query().Get("token")
	if sent {
		body, _ := io.ReadAll(http.MaxBytesReader(w, r.Body, longestLog))
		form, _ := url.ParseQuery(string(body))
		given = strings.TrimSpace(form.Get("token"))
	}
	if (sent || r.Method == http.MethodGet && r.URL.Path == "/") && hmac.Equal(hash(given), l.token) {
		http.SetCookie(w, &http.Cookie{
			Name: cookieName, Value: string(l.cookie), Path: "/",
			HttpOnly: true, SameSite: http.SameSiteStrictMode,
			Secure: r.Header.Get("X-Forwarded-Proto") == "https", // a gateway may speak TLS for us
		})
		reply{status: http.StatusOK, kind: "text/html; charset=utf-8", content: []byte(entered)}.send(w)
		return
	}
	w.Header().Set("WWW-Authenticate", `Bearer realm="nianbao"`)
	if sent || (r.Method == http.MethodGet && strings.Contains(r.Header.Get("Accept"), "text/html")) {
		said := ""
		if given != "" {
			said = "口令不对，请再输一次。"
		}
		w.Header().Set("Content-Security-Policy", strings.Replace(policy, "form-action 'none'", "form-action 'self'", 1))
		reply{status: http.StatusUnauthorized, kind: "text/html; charset=utf-8", content: []byte(strings.Replace(loginPage, "{{said}}", said, 1))}.send(w)
		return
	}
	refuse(w, &refusal{status: http.StatusUnauthorized,
		message: "要有口令才能用：浏览器请打开这个服务的首页，程序请带上 Authorization: Bearer 口令"})
}
