package serve

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// Nothing that was asked for is passed over in silence.
func TestMisuseIsNamed(t *testing.T) {
	src := fixtures.Named(t, "minimal").JSON
	for path, said := range map[string]string{
		"/api/check?srtict=1":                           "没有“srtict”这个参数，是不是 strict？",
		"/api/check?Strict=1":                           "没有“Strict”这个参数，是不是 strict？",
		"/api/check?format=pdf":                         "没有“format”这个参数，可以用的有 draft、strict、prose",
		"/api/check?strict=1&strict=0":                  "参数 strict 写了两次",
		"/api/check?strict":                             "strict 只能写 1 或 0",
		"/api/check?strict=1;draft=1":                   "要用 & 隔开",
		"/api/check?a=%zz":                              "要用 & 隔开",
		"/api/build?format=pdf&pdfa=":                   "pdfa 可以写 1a、2a、3a",
		"/api/build?format=pdf&pdf=1a":                  "是不是 pdfa？",
		"/api/build?format=pdf&format=x":                "参数 format 写了两次",
		"/api/pages?prose=1":                            "没有“prose”这个参数",
		"/api/read?strict=1":                            "没有“strict”这个参数",
		"/api/check?" + strings.Repeat("长", 300) + "=1": "没有“" + strings.Repeat("长", 30) + "…”这个参数",
	} {
		w := post(t, path, src)
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), said) {
			t.Errorf("%s: %d %s, want %q", path, w.Code, w.Body, said)
		}
	}
	for path, said := range map[string]string{
		"/api/templates?edition=2021":          "这个地址不带参数",
		"/api/schema/2021?x=1":                 "这个地址不带参数",
		"/api/new?agency=a&year=2025&editon=1": "是不是 edition？",
		"/api/new?agency=a&agency=b&year=2025": "参数 agency 写了两次",
	} {
		w := ask(t, Options{}, request("GET", path, nil))
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), said) {
			t.Errorf("%s: %d %s, want %q", path, w.Code, w.Body, said)
		}
	}
	// Messengers add their own to a link to the page, and probes to the state.
	for _, path := range []string{"/?from=singlemessage", "/healthz?t=1"} {
		if w := ask(t, Options{}, request("GET", path, nil)); w.Code != http.StatusOK {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestPartsGivenTwice(t *testing.T) {
	src := fixtures.Named(t, "minimal").JSON
	for _, names := range [][]string{{"report", "report"}, {"report", "last", "last"}} {
		for _, content := range [][]byte{src, nil} {
			var body bytes.Buffer
			form := multipart.NewWriter(&body)
			for _, name := range names {
				part, err := form.CreateFormField(name)
				if err != nil {
					t.Fatal(err)
				}
				part.Write(content)
			}
			form.Close()
			r := request("POST", "/api/check", body.Bytes())
			r.Header.Set("Content-Type", form.FormDataContentType())
			twice := names[len(names)-1]
			if w := ask(t, Options{}, r); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "里有两个 "+twice) {
				t.Errorf("%q: %d %s", names, w.Code, w.Body)
			}
		}
	}
}

func TestCompressedBodies(t *testing.T) {
	for encoding, status := range map[string]int{"gzip": 415, "br, gzip": 415, "identity": 200} {
		r := request("POST", "/api/check", fixtures.Named(t, "minimal").JSON)
		r.Header.Set("Content-Encoding", encoding)
		w := ask(t, Options{}, r)
		if w.Code != status || status == 415 && !strings.Contains(w.Body.String(), "Content-Encoding") {
			t.Errorf("%s: %d %s", encoding, w.Code, w.Body)
		}
	}
}
