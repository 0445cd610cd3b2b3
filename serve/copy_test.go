package serve

import (
	"net/http"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/html"
)

// What is copied is the fragment and the text, without the title; a report with
// errors, and a format of which nothing can be copied, are refused.
func TestCopy(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		d := filing.Lay(c.JSON, filing.Options{Faces: embedded(t)}).Document
		got := decode[pasteable](t, post(t, "/api/copy?format=html", c.JSON))
		if got.Title != d.Title() || got.HTML != string(html.Fragment(d)) || got.Text != string(html.Plain(d)) {
			t.Errorf("%s: %s", c.Name, clip(got.HTML, 200))
		}
	}
	src := fixtures.Drafts(t)[0].JSON
	if w := post(t, "/api/copy?format=html", src); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a draft: %d", w.Code)
	}
	draft := decode[pasteable](t, post(t, "/api/copy?format=html&draft=1", src))
	if !strings.HasSuffix(draft.Title, document.DraftMark) || !strings.HasPrefix(draft.HTML, "<p><strong>") {
		t.Errorf("%s: %s", draft.Title, clip(draft.HTML, 100))
	}
	for _, path := range []string{"/api/copy?format=docx", "/api/copy", "/api/copy?format=html&pdfa=1a"} {
		if w := post(t, path, src); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}
