package serve

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/problem"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/ofd"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

func embedded(t testing.TB) *font.Set {
	t.Helper()
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return faces
}

// ask has a new service answer one request.
func ask(t testing.TB, o Options, r *http.Request) *httptest.ResponseRecorder {
	t.Helper()
	o.Faces = embedded(t)
	return answer(New(o), r)
}

func answer(s *Service, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func request(method, path string, body []byte) *http.Request {
	r := httptest.NewRequest(method, path, bytes.NewReader(body))
	r.Host = "localhost:8640"
	return r
}

// post has a report answered for.
func post(t testing.TB, path string, body []byte) *httptest.ResponseRecorder {
	t.Helper()
	return ask(t, Options{}, request("POST", path, body))
}

// withLast is a body of this year's report and last year's.
func withLast(t testing.TB, src, last []byte) (kind string, body []byte) {
	t.Helper()
	var out bytes.Buffer
	form := multipart.NewWriter(&out)
	for name, content := range map[string][]byte{"report": src, "last": last} {
		part, err := form.CreateFormFile(name, name+".json")
		if err != nil {
			t.Fatal(err)
		}
		part.Write(content)
	}
	form.Close()
	return form.FormDataContentType(), out.Bytes()
}

func decode[T any](t testing.TB, w *httptest.ResponseRecorder) (value T) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &value); err != nil {
		t.Fatalf("%d %s: %v", w.Code, clip(w.Body.String(), 200), err)
	}
	return value
}

// ofda=1 makes the OFD one for archives; anything but 1 and 0 is refused.
func TestBuildsForArchives(t *testing.T) {
	src := fixtures.Named(t, "minimal").JSON
	paper := filing.Lay(src, filing.Options{Faces: embedded(t)})
	want, err := ofd.Write(paper.Layout, paper.ForArchive(paper.Print(pdf.PDFA2a)).OFD)
	if err != nil {
		t.Fatal(err)
	}
	if w := post(t, "/api/build?format=ofd&ofda=1", src); w.Code != http.StatusOK || len(w.Body.Bytes()) < len(want) || !bytes.Contains(w.Body.Bytes(), []byte("Attachs/report.txt")) {
		t.Errorf("%d, %d bytes, want about %d", w.Code, w.Body.Len(), len(want))
	}
	if w := post(t, "/api/build?format=ofd&ofda=2", src); w.Code != http.StatusBadRequest {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// The files are those of the command: the same way, the same bytes.
func TestBuildGivesTheSameBytes(t *testing.T) {
	for _, c := range fixtures.Good(t) {
		o := filing.Options{Faces: embedded(t)}
		paper := filing.Lay(c.JSON, o)
		for _, format := range render.Formats {
			want, err := format.Write(paper.Print(pdf.PDFA2a))
			if err != nil {
				t.Fatal(err)
			}
			w := post(t, "/api/build?format="+format.Name, c.JSON)
			if w.Code != http.StatusOK || !bytes.Equal(w.Body.Bytes(), want) {
				t.Errorf("%s.%s: %d, %d bytes, want %d", c.Name, format.Name, w.Code, w.Body.Len(), len(want))
			}
			if kind := w.Header().Get("Content-Type"); kind != format.MediaType {
				t.Errorf("%s: Content-Type %q", format.Name, kind)
			}
		}
	}
}

func TestBuildNamesTheFile(t *testing.T) {
	w := post(t, "/api/build?format=pdf&draft=1&pdfa=1a", fixtures.Named(t, "minimal").JSON)
	want := `attachment; filename="report-539aabdf.pdf"; filename*=UTF-8''%E6%BE%84%E5%B2%AD`
	if got := w.Header().Get("Content-Disposition"); w.Code != 200 || !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "%EF%BC%89.pdf") {
		t.Errorf("%d %s", w.Code, got)
	}
	if !bytes.HasPrefix(w.Body.Bytes(), []byte("%PDF-1.4")) {
		t.Error("it is no PDF/A-1")
	}
}

// What must not be filed is not built, and the answer says why.
func TestBuildRefusesErrors(t *testing.T) {
	for _, c := range fixtures.Bad(t) {
		paper := filing.Lay(c.JSON, filing.Options{Faces: embedded(t)})
		if paper.Fileable(filing.Options{}) {
			continue // bad only in a way that a warning names
		}
		w := post(t, "/api/build?format=docx", c.JSON)
		if w.Code != http.StatusUnprocessableEntity || len(decode[finding](t, w).Problems) != len(paper.Problems) {
			t.Errorf("%s: %d %s", c.Name, w.Code, clip(w.Body.String(), 200))
		}
	}
}

// The checks are the program's own, for finished and unfinished reports.
func TestCheckSaysWhatTheCommandSays(t *testing.T) {
	for _, c := range append(append(fixtures.Good(t), fixtures.Bad(t)...), fixtures.Drafts(t)...) {
		paper := filing.Lay(c.JSON, filing.Options{Faces: embedded(t)})
		w := post(t, "/api/check", c.JSON)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", c.Name, w.Code, w.Body)
			continue
		}
		got := decode[finding](t, w)
		want, _ := json.Marshal(paper.Problems)
		said, _ := json.Marshal(decode[struct{ Problems []problem.Problem }](t, w).Problems) // without what only the page reads
		if len(paper.Problems) > 0 && !bytes.Equal(want, said) || got.Pages != paper.Pages() ||
			len(got.Computed) != paper.Report.Computed() || len(got.Filled) != paper.Report.Filled() {
			t.Errorf("%s: %s", c.Name, clip(w.Body.String(), 300))
		}
	}
}

func TestCheckComputesSums(t *testing.T) {
	src := bytes.Replace(fixtures.Named(t, "laiyuan-2022").JSON, []byte(`"legal_service": 0, "other_applicant": 0, "total": 7}`),
		[]byte(`"legal_service": 0, "other_applicant": 0}`), 1)
	got := decode[finding](t, post(t, "/api/check", src))
	if got.Computed["requests.received.total"] != "7" || !got.Fileable || got.Name == "" || got.Title == "" {
		t.Errorf("%+v", got)
	}
}

func TestCheckComparesWithLastYear(t *testing.T) {
	src := fixtures.Named(t, "laiyuan-2022").JSON
	kind, body := withLast(t, src, bytes.Replace(src, []byte(`"year": 2022`), []byte(`"year": 2021`), 1))
	r := request("POST", "/api/check", body)
	r.Header.Set("Content-Type", kind)
	got := decode[finding](t, ask(t, Options{}, r))
	if len(got.Carried) != 7 || got.Warnings+got.Notices == 0 {
		t.Errorf("%+v", got)
	}
}

func TestPages(t *testing.T) {
	got := decode[pictures](t, post(t, "/api/pages", fixtures.Named(t, "laiyuan-2022").JSON))
	if len(got.Pages) < 5 || got.Draft || !strings.HasPrefix(got.Pages[0], "<svg") {
		t.Errorf("%d pages, draft %v", len(got.Pages), got.Draft)
	}
	sections := slices.SortedFunc(maps.Keys(got.Sections), func(a, b string) int {
		p, q := got.Sections[a], got.Sections[b]
		return cmp.Or(p.Page-q.Page, p.PerMille-q.PerMille)
	})
	if want := []string{"overview", "disclosure", "requests", "disputes", "problems", "other_matters"}; !slices.Equal(sections, want) || got.Sections["overview"].PerMille < 200 {
		t.Errorf("down the pages stand %q, %+v", sections, got.Sections)
	}
	draft := decode[pictures](t, post(t, "/api/pages", fixtures.Drafts(t)[0].JSON))
	if len(draft.Pages) == 0 || !draft.Draft || len(draft.Problems) == 0 {
		t.Errorf("%d pages, draft %v, %d problems", len(draft.Pages), draft.Draft, len(draft.Problems))
	}
	none := decode[pictures](t, post(t, "/api/pages", []byte("{}")))
	if len(none.Pages) != 0 || len(none.Problems) == 0 {
		t.Errorf("%d pages, %d problems", len(none.Pages), len(none.Problems))
	}
}

// A blank report is what `nianbao new` prints, and can be opened.
func TestBlankAndRead(t *testing.T) {
	w := ask(t, Options{}, request("GET", "/api/new?agency=%E6%B6%9E%E6%BA%90%E5%8E%BF&year=2025", nil))
	got := decode[opened](t, post(t, "/api/read", w.Body.Bytes()))
	if got.Report.Agency != "涞源县" || got.Report.Year != 2025 || got.Report.Edition != "2021" || len(got.Report.Numbers) != 0 {
		t.Errorf("%+v", got.Report)
	}
	full := decode[opened](t, post(t, "/api/read", fixtures.Named(t, "laiyuan-2022").JSON)).Report
	if full.Numbers["requests.received.total"] != "7" || full.Prose["overview"] == "" {
		t.Errorf("%+v", full)
	}
}

// What stands in a cell that holds no number is kept as it was typed.
func TestReadKeepsWhatWasTyped(t *testing.T) {
	src := bytes.Replace(fixtures.Named(t, "minimal").JSON, []byte(`"licensing": 0`), []byte(`"licensing": "12件"`), 1)
	src = bytes.Replace(src, []byte(`"penalties": 0`), []byte(`"penalties": 1e3`), 1)
	got := decode[opened](t, post(t, "/api/read", src))
	if got.Report.Numbers["disclosure.licensing"] != "12件" || got.Report.Numbers["disclosure.penalties"] != "1e3" || len(got.Problems) != 2 {
		t.Errorf("%v %v", got.Report.Numbers, got.Problems)
	}
}

// What the program wrote opens as what it prints; a Word file says whose numbers
// it holds too.
func TestReadWordAndPDF(t *testing.T) {
	for _, name := range []string{"laiyuan-2022", "township-all-zero"} {
		src := fixtures.Named(t, name).JSON
		r, _ := jsonfile.Decode(src)
		printed := flatten(r.Printed())
		for _, kind := range []string{"docx", "pdf&pdfa=3a"} {
			file := post(t, "/api/build?format="+kind, src).Body.Bytes()
			want := printed
			if kind == "docx" {
				want.AgencyLevel, want.Scope = r.AgencyLevel, r.Scope
			}
			if got := decode[opened](t, post(t, "/api/read", file)); !reflect.DeepEqual(got.Report, want) {
				t.Errorf("%s %s: %+v", name, kind, got)
			}
		}
	}
	page := "<html><h1>甲县2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>2023年公开信息3条。</p></html>"
	if got := decode[opened](t, post(t, "/api/read", []byte(page))); got.Report.Agency != "甲县" || len(got.Problems) == 0 || len(got.Report.Numbers) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestTemplates(t *testing.T) {
	w := ask(t, Options{}, request("GET", "/api/templates", nil))
	got := decode[struct{ Templates []form }](t, w).Templates
	if len(got) != 3 || len(got[0].Leaves) < 100 || bytes.Contains(w.Body.Bytes(), []byte(`"phrases"`)) {
		t.Errorf("%d templates in %d bytes", len(got), w.Body.Len())
	}
	for _, edition := range got {
		if w := ask(t, Options{}, request("GET", "/api/schema/"+edition.Edition, nil)); w.Code != 200 {
			t.Errorf("%s: %d", edition.Edition, w.Code)
		}
	}
}

func TestPageIsServed(t *testing.T) {
	w := ask(t, Options{}, request("GET", "/", nil))
	if w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		t.Fatalf("%d %v", w.Code, w.Header())
	}
	r := request("GET", "/", nil)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	if w := ask(t, Options{}, r); w.Code != http.StatusNotModified {
		t.Errorf("the browser has it, and got %d", w.Code)
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		method, path, kind, body string
		status                   int
	}{
		"no such page":     {"GET", "/x", "", "", 404},
		"a folder":         {"GET", "/page/", "", "", 404},
		"posting a page":   {"POST", "/", "", "", 405},
		"getting a check":  {"GET", "/api/check", "", "", 405},
		"posting a form":   {"POST", "/api/templates", "", "", 405},
		"no such question": {"POST", "/api/x", "", "", 404},
		"no such format":   {"POST", "/api/build?format=odt", "", "{}", 400},
		"no such PDF/A":    {"POST", "/api/build?format=pdf&pdfa=5", "", "{}", 400},
		"no such draft":    {"POST", "/api/check?draft=yes", "", "{}", 400},
		"no such edition":  {"GET", "/api/schema/2007", "", "", 404},
		"no agency":        {"GET", "/api/new?year=2025", "", "", 422},
		"no year":          {"GET", "/api/new?agency=x&year=25", "", "", 422},
		"no new variant":   {"GET", "/api/new?agency=x&year=2025&edition=2021-single-other", "", "", 422},
		"too large":        {"POST", "/api/check", "", strings.Repeat(" ", maxBody+1), 413},
		"Word":             {"POST", "/api/read", "", "PK\x03\x04", 422},
		"nothing to read":  {"POST", "/api/read", "", "", 422},
		"no boundary":      {"POST", "/api/check", "multipart/form-data", "x", 400},
		"no report":        {"POST", "/api/check", "multipart/form-data; boundary=x", "--x--\r\n", 400},
	} {
		t.Run(name, func(t *testing.T) {
			r := request(c.method, c.path, []byte(c.body))
			r.Header.Set("Content-Type", c.kind)
			w := ask(t, Options{}, r)
			if w.Code != c.status || decode[struct{ Message string }](t, w).Message == "" {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
	}
}

// Whatever a report holds, the service answers no markup and lets none run.
func TestNothingIsHTML(t *testing.T) {
	src := bytes.Replace(fixtures.Named(t, "minimal").JSON, []byte("2024年"), []byte("<script>alert(1)</script>${x}"), 1)
	for _, path := range []string{"/api/check", "/api/pages", "/api/read", "/api/build?format=docx", "/api/build?format=pdf&draft=1"} {
		w := post(t, path, src)
		header := w.Header()
		if strings.Contains(header.Get("Content-Type"), "html") || header.Get("X-Content-Type-Options") != "nosniff" ||
			!strings.Contains(header.Get("Content-Security-Policy"), "default-src 'none'") || header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", path, header)
		}
		io.Copy(io.Discard, w.Body)
	}
}
