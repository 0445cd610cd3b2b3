package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestHosts(t *testing.T) {
	for host, want := range map[string]int{
		"localhost:8640":          200,
		"LOCALHOST.":              200,
		"127.0.0.1:8640":          200,
		"127.0.0.1":               200,
		"[::1]:8640":              200,
		"192.168.3.4:8640":        200, // an address cannot be pointed elsewhere
		"nianbao.example.cn":      200,
		"nianbao.example.cn:443":  200,
		"evil.example":            421,
		"evil.example:8640":       421,
		"localhost.evil.example":  421,
		"127.0.0.1.nip.example":   421,
		"0.0.0.0:8640":            421,
		"":                        421,
		"nianbao.example.cn.evil": 421,
		"localhost:8640:x":        421,
	} {
		r := request("GET", "/healthz", nil)
		r.Host = host
		if w := ask(t, Options{Hosts: []string{"Nianbao.example.cn"}}, r); w.Code != want {
			t.Errorf("%q: %d, want %d", host, w.Code, want)
		}
	}
}

func TestOtherPagesAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		method, path string
		header       [2]string
		want         int
	}{
		"our page":               {"POST", "/api/check", [2]string{"Sec-Fetch-Site", "same-origin"}, 200},
		"our page, old browser":  {"POST", "/api/check", [2]string{"Origin", "http://localhost:8640"}, 200},
		"a program":              {"POST", "/api/check", [2]string{}, 200},
		"another page":           {"POST", "/api/check", [2]string{"Sec-Fetch-Site", "cross-site"}, 403},
		"a page of the site":     {"POST", "/api/check", [2]string{"Sec-Fetch-Site", "same-site"}, 403},
		"another, old browser":   {"POST", "/api/check", [2]string{"Origin", "http://evil.example"}, 403},
		"another port":           {"POST", "/api/check", [2]string{"Origin", "http://localhost:80"}, 403},
		"a page without origin":  {"POST", "/api/check", [2]string{"Origin", "null"}, 403},
		"another page's picture": {"GET", "/api/templates", [2]string{"Sec-Fetch-Site", "cross-site"}, 403},
		"another page's frame":   {"GET", "/", [2]string{"Sec-Fetch-Site", "cross-site"}, 403},
		"somebody's bookmark":    {"GET", "/", [2]string{"Sec-Fetch-Site", "none"}, 200},
	} {
		t.Run(name, func(t *testing.T) {
			r := request(c.method, c.path, []byte("{}"))
			if c.header[0] != "" {
				r.Header.Set(c.header[0], c.header[1])
			}
			if w := ask(t, Options{}, r); w.Code != c.want {
				t.Errorf("%d, want %d", w.Code, c.want)
			}
		})
	}
	r := request("GET", "/", nil)
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	r.Header.Set("Sec-Fetch-Mode", "navigate")
	if w := ask(t, Options{}, r); w.Code != 200 || !strings.Contains(w.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'") {
		t.Errorf("a link to the page: %d", w.Code)
	}
}

const token = "0123456789abcdef"

func TestToken(t *testing.T) {
	o := Options{Token: token}
	with := func(header, value string) int {
		r := request("POST", "/api/check", []byte("{}"))
		if header != "" {
			r.Header.Set(header, value)
		}
		return ask(t, o, r).Code
	}
	for name, c := range map[string]struct {
		header, value string
		want          int
	}{
		"none":           {"", "", 401},
		"the token":      {"Authorization", "Bearer " + token, 200},
		"in small type":  {"Authorization", "bearer " + token, 200},
		"a wrong one":    {"Authorization", "Bearer " + token + "0", 401},
		"an empty one":   {"Authorization", "Bearer ", 401},
		"another scheme": {"Authorization", "Basic " + token, 401},
		"as a cookie":    {"Cookie", cookieName + "=" + token, 401},
	} {
		if got := with(c.header, c.value); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	if w := ask(t, o, request("GET", "/healthz", nil)); w.Code != 200 {
		t.Errorf("a gateway asks after the service's health, and gets %d", w.Code)
	}
	if w := ask(t, o, request("GET", "/?token=wrong", nil)); w.Code != 401 || w.Header().Get("Set-Cookie") != "" {
		t.Errorf("a wrong token: %d", w.Code)
	}
	if w := ask(t, o, request("GET", "/index.html", nil)); w.Code != 401 {
		t.Errorf("the page without the token: %d", w.Code)
	}
	w := ask(t, o, request("GET", "/?token="+token, nil))
	cookie, _, _ := strings.Cut(w.Header().Get("Set-Cookie"), ";")
	for _, attribute := range []string{"HttpOnly", "SameSite=Strict", "Path=/"} {
		if !strings.Contains(w.Header().Get("Set-Cookie"), attribute) {
			t.Errorf("the cookie is not %s: %s", attribute, w.Header().Get("Set-Cookie"))
		}
	}
	if w.Code != 200 || strings.Contains(w.Body.String()+w.Header().Get("Set-Cookie"), token) {
		t.Errorf("%d, and the token stands in the answer", w.Code)
	}
	// Another copy of the service takes the cookie.
	if got := with("Cookie", cookie); got != 200 {
		t.Errorf("with the cookie: %d", got)
	}
}

// A browser without the token gets a page to type it into, and is let in by it.
func TestTokenIsTyped(t *testing.T) {
	o := Options{Token: token}
	page := request("GET", "/", nil)
	page.Header.Set("Accept", "text/html,application/xhtml+xml")
	if w := ask(t, o, page); w.Code != 401 || !strings.Contains(w.Body.String(), `action="/login"`) || !strings.Contains(w.Header().Get("Content-Security-Policy"), "form-action 'self'") {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	typed := func(given string) *httptest.ResponseRecorder {
		r := request("POST", "/login", []byte("token="+given))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return ask(t, o, r)
	}
	if w := typed("wrong"); w.Code != 401 || !strings.Contains(w.Body.String(), "口令不对") || w.Header().Get("Set-Cookie") != "" {
		t.Errorf("a wrong one: %d %s", w.Code, w.Body)
	}
	if w := typed(token); w.Code != 200 || !strings.HasPrefix(w.Header().Get("Set-Cookie"), cookieName+"=") {
		t.Errorf("the token: %d %v", w.Code, w.Header())
	}
	if w := typed(strings.Repeat("x", 1<<20)); w.Code != 401 {
		t.Errorf("a long one: %d", w.Code)
	}
	foreign := request("POST", "/login", []byte("token="+token))
	foreign.Header.Set("Origin", "http://evil.example")
	if w := ask(t, o, foreign); w.Code != 403 {
		t.Errorf("from another page: %d", w.Code)
	}
	if w := ask(t, o, request("GET", "/style.css", nil)); w.Code != 200 {
		t.Errorf("what the page looks like: %d", w.Code)
	}
	if w := ask(t, Options{}, request("POST", "/login", []byte("token="))); w.Code != 404 {
		t.Errorf("where no token is asked: %d", w.Code)
	}
}

// Behind a gateway that speaks TLS the cookie goes nowhere else.
func TestCookieOfAGateway(t *testing.T) {
	r := request("GET", "/?token="+token, nil)
	r.Header.Set("X-Forwarded-Proto", "https")
	if w := ask(t, Options{Token: token}, r); !strings.Contains(w.Header().Get("Set-Cookie"), "Secure") {
		t.Error(w.Header().Get("Set-Cookie"))
	}
}

// Both services live in one process here, and know nothing of each other.
func TestCopiesStandAlone(t *testing.T) {
	first := httptest.NewServer(New(Options{Faces: embedded(t)}))
	second := httptest.NewServer(New(Options{Faces: embedded(t)}))
	defer second.Close()
	first.Close()
	answer, err := http.Get(second.URL + "/healthz")
	if err != nil || answer.StatusCode != 200 {
		t.Errorf("%v %v", answer, err)
	}
}
