package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// A request that has an answer, the same one every time.
type asked struct {
	name, method, path, kind string
	body, want               []byte
}

// A body that is refused in one of these ways.
type spoilt struct {
	name, path string
	body       []byte
	status     []int
}

// healthyWork is what people ask for, each as often as it is likely, with the
// first answers.
func healthyWork(t *testing.T, r *running) (work []asked) {
	t.Helper()
	one := &visitor{url: r.url, client: http.DefaultClient}
	add := func(times int, name, method, path, kind string, body []byte) []byte {
		request, err := http.NewRequest(method, one.url+path, bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", kind)
		answer, err := one.client.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		want, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d, %v: %.300s", name, answer.StatusCode, err, want)
		}
		for range times {
			work = append(work, asked{name, method, path, kind, body, want})
		}
		return want
	}
	const json, file = "application/json", "application/octet-stream"
	for _, report := range []struct {
		fixture string
		times   int
	}{{"laiyuan-2022", 4}, {"huaian-2024", 3}, {"township-all-zero", 2}, {"wide-numbers", 1}} {
		src := fixtures.Named(t, report.fixture).JSON
		add(3*report.times, "check", "POST", "api/check", json, src)
		add(report.times, "check with prose", "POST", "api/check?prose=1", json, src)
		add(2*report.times, "pages", "POST", "api/pages", json, src)
		word := add(2*report.times, "build docx", "POST", "api/build?format=docx", json, src)
		edited := fixtures.SavedAgain(t, word, func(part, content string) string { // all of it has to be read anew
			return strings.ReplaceAll(content, "政府信息公开", "政府信息公开 ")
		})
		print := add(report.times, "build pdf 3a", "POST", "api/build?format=pdf&pdfa=3a", json, src)
		add(report.times, "build pdf", "POST", "api/build?format=pdf", json, src)
		page := add(report.times, "build html", "POST", "api/build?format=html", json, src)
		ofd := add(report.times, "build ofd", "POST", "api/build?format=ofd&ofda=1", json, src)
		add(report.times, "copy", "POST", "api/copy?format=html", json, src)
		add(report.times, "read Word file", "POST", "api/read", file, word)
		add(report.times, "read Word file, edited", "POST", "api/read", file, edited)
		add(report.times, "read page", "POST", "api/read", file, page)
		add(report.times, "read pdf", "POST", "api/read", file, print)
		add(report.times, "read ofd", "POST", "api/read", file, ofd)
		add(report.times, "read json", "POST", "api/read", json, src)
		kind, both := twoReports(t, src, fixtures.Named(t, "minimal").JSON)
		add(report.times, "diff", "POST", "api/diff", kind, both)
		add(report.times, "check with last year's", "POST", "api/check", kind, both)
	}
	long := fixtures.Named(t, "long-report").JSON
	add(1, "long report, check", "POST", "api/check", json, long)
	add(1, "long report, pdf", "POST", "api/build?format=pdf", json, long)
	add(1, "picture", "POST", "api/build?format=picture", json, fixtures.Named(t, "huaian-2024").JSON)
	inFolder(t)
	nianbao(t, "new", "-agency", "涞源县", "-year", "2025", "-format", "xlsx").want(t, fine)
	form, err := filepath.Glob("*.xlsx")
	if err != nil || len(form) != 1 {
		t.Fatal("no form: ", form)
	}
	add(4, "read xlsx", "POST", "api/read?blank_as=0", file, []byte(get(t, form[0])))
	add(3, "new", "GET", "api/new?agency=x&year=2025", json, nil)
	add(3, "templates", "GET", "api/templates", json, nil)
	add(3, "schema", "GET", "api/schema/2021", json, nil)
	add(3, "page of the program", "GET", "", json, nil)
	add(3, "healthz", "GET", "healthz", json, nil)
	return work
}

// hostileWork are bodies that nobody sends by mistake, and some that people do.
func hostileWork(t *testing.T) []spoilt {
	t.Helper()
	refused, tooMuch := []int{http.StatusUnprocessableEntity}, []int{http.StatusRequestEntityTooLarge}
	told := []int{http.StatusOK, http.StatusUnprocessableEntity}
	report := fixtures.Named(t, "laiyuan-2022").JSON
	inFolder(t, "report.json", string(report))
	nianbao(t, "build", "report.json", "-format", "docx", "-o", ".").want(t, fine)
	names, _ := filepath.Glob("*.docx")
	word, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", 100000)
	return []spoilt{
		{"Word file, cut", "api/read", word[:len(word)/2], refused},
		{"Word file without its end", "api/read", word[:len(word)-10], refused},
		{"zip of 60 MB of nothing", "api/read", zipped(t, "word/document.xml", io.LimitReader(same(' '), 60<<20)), refused},
		{"zip of 200 MB of nothing", "api/read", zipped(t, "word/document.xml", io.LimitReader(same('<'), 200<<20)), refused},
		{"tables within tables", "api/read", zipped(t, "word/document.xml", strings.NewReader(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+deep)), refused},
		{"page of unclosed tags", "api/read", bytes.Repeat([]byte("<table><tr><td>"), 100000), refused},
		{"10 MB in one string", "api/check", bytes.Replace(report, []byte(`"overview": "`), append([]byte(`"overview": "`), bytes.Repeat([]byte("年"), 10<<20/3)...), 1), tooMuch},
		{"7 MB in one string", "api/build?format=pdf", bytes.Replace(report, []byte(`"overview": "`), append([]byte(`"overview": "`), bytes.Repeat([]byte("年"), 7<<20/3)...), 1), append(tooMuch, refused...)},
		{"texts for numbers", "api/check", bytes.ReplaceAll(report, []byte(`: 0`), []byte(`: "十"`)), told},
		{"lists for numbers", "api/build?format=docx", bytes.ReplaceAll(report, []byte(`: 0`), []byte(`: [[]]`)), refused},
		{"brackets", "api/check", bytes.Repeat([]byte("["), 1<<20), told},
		{"a number of a million digits", "api/check", bytes.Replace(report, []byte(`: 9570`), append([]byte(`: `), bytes.Repeat([]byte("9"), 1000000)...), 1), told},
		{"nothing", "api/pages", nil, told},
		{"noise", "api/read", bytes.Repeat([]byte("\x00\xff\x13"), 30000), refused},
	}
}

// same is one character without an end.
type same byte

func (s same) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(s)
	}
	return len(p), nil
}

func zipped(t *testing.T, name string, content io.Reader) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct {
		name    string
		content io.Reader
	}{
		{"[Content_Types].xml", strings.NewReader(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)},
		{"_rels/.rels", strings.NewReader(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)},
		{name, content},
	} {
		w, err := z.Create(part.name)
		if err == nil {
			_, err = io.Copy(w, part.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// twoReports are this year's and last year's, and of what kind that is.
func twoReports(t *testing.T, report, last []byte) (kind string, body []byte) {
	t.Helper()
	var out bytes.Buffer
	form := multipart.NewWriter(&out)
	for _, part := range []struct {
		name    string
		content []byte
	}{{"report", report}, {"last", last}} {
		w, err := form.CreateFormFile(part.name, part.name)
		if err == nil {
			_, err = w.Write(part.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	form.Close() // to memory
	return form.FormDataContentType(), out.Bytes()
}

func readAnswer(c net.Conn) (*http.Response, error) {
	return http.ReadResponse(bufio.NewReader(c), nil)
}
