package serve

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// Reports of many units are collected for the page of somebody's own program alone:
// other sites' pages, and whoever does not show to be the page, name no place on the
// disk; a service has no such address.
func TestCountyIsForThePageAlone(t *testing.T) {
	own := Options{County: filepath.Join(t.TempDir(), "county")}
	// An order that is not complete is refused as such once it is let in.
	for name, c := range map[string]struct {
		headers map[string]string
		want    int
	}{
		"the page":                       {map[string]string{"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost:8640"}, 422},
		"the page in an older browser":   {map[string]string{"Origin": "http://localhost:8640"}, 422},
		"another site":                   {map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}, 403},
		"another port of the machine":    {map[string]string{"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:9999"}, 403},
		"another site, an older browser": {map[string]string{"Origin": "https://evil.example"}, 403},
		"a page without an origin":       {map[string]string{"Origin": "null"}, 403},
		"nobody knows who":               {nil, 403},
		"a link that somebody typed":     {map[string]string{"Sec-Fetch-Site": "none"}, 403},
	} {
		for _, path := range []string{"/api/county/collect", "/api/county/sum", "/api/county/roster"} {
			r := request("POST", path, []byte(`{"folder": "", "year": 2025}`))
			for key, value := range c.headers {
				r.Header.Set(key, value)
			}
			if w := ask(t, own, r); w.Code != c.want || !strings.Contains(w.Body.String(), `"message"`) {
				t.Errorf("%s, %s: %d %s, want %d", name, path, w.Code, w.Body, c.want)
			}
		}
	}
	fromPage := func(method, path string, body []byte) *http.Request {
		r := request(method, path, body)
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		return r
	}
	for _, path := range []string{"/api/county/job/1", "/api/county/results", "/api/county/file?name=a.json"} {
		r := request("GET", path, nil)
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		if w := ask(t, own, r); w.Code != http.StatusForbidden {
			t.Errorf("another site reads %s: %d", path, w.Code)
		}
		if w := ask(t, own, fromPage("GET", path, nil)); w.Code != http.StatusNotFound {
			t.Errorf("%s, where nothing was done: %d", path, w.Code)
		}
	}
	for path, want := range map[string]int{"/api/county/files/reports?path=a.json": 200, "/api/county/files/reports?path=..%2Fa.json": 400, "/api/county/files/any?path=a.json": 400} {
		if w := ask(t, own, fromPage("PUT", path, []byte("{}"))); w.Code != want {
			t.Errorf("PUT %s: %d %s", path, w.Code, w.Body)
		}
	}
	if w := ask(t, own, fromPage("PUT", "/api/county/files/reports?path=a.json", make([]byte, maxBody+1))); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a file of more than the limit: %d", w.Code)
	}

	for method, path := range map[string]string{"POST": "/api/county/collect", "GET": "/api/county/job/1", "PUT": "/api/county/files/reports?path=a", "DELETE": "/api/county/job/1"} {
		if w := ask(t, Options{}, fromPage(method, path, []byte("{}"))); w.Code != http.StatusNotFound {
			t.Errorf("a service answers %s %s with %d", method, path, w.Code)
		}
	}
	if w := ask(t, Options{}, request("GET", "/api/templates", nil)); strings.Contains(w.Body.String(), `"county":true`) {
		t.Error("a service offers it to its page")
	}
}
