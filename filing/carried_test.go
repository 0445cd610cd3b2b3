package filing_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// What an office keeps for itself is in no file that it publishes: whom to call,
// why a warning stands, what a blank means.
func TestNothingUnprinted(t *testing.T) {
	const kept = `"contact": {"address": "某街 7531 号", "telephone": "0571-86427531", "email": "kept@example.gov.cn"},
 "accepted": [{"code": "prose.mismatch", "path": "overview", "reason": "内部口径不同"}], "blank_as": "0", `
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	src := strings.Replace(string(fixtures.Named(t, "minimal").JSON), "{", "{"+kept, 1)
	p := filing.Lay([]byte(src), filing.Options{Faces: faces})
	if p.Report.Contact == nil || len(p.Report.Accepted) != 1 || p.Report.BlankAs == "" {
		t.Fatalf("the report has nothing to keep: %v", p.Problems)
	}
	print := p.Print(pdf.PDFA3a)
	word, err := docx.Write(print.Document)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := pdf.Write(print.Layout, print.PDF)
	if err != nil {
		t.Fatal(err)
	}
	attached, err := pdf.Attached(archive)
	if err != nil {
		t.Fatal(err)
	}
	for kind, content := range map[string]string{"the Word file": unpacked(t, word), "the attachment": string(attached)} {
		for _, secret := range []string{"7531", "kept@", "contact", "内部口径", "accepted", "blank_as"} {
			if strings.Contains(content, secret) {
				t.Errorf("%s holds %s", kind, secret)
			}
		}
	}
}

// unpacked are all parts of a Word file, with their names.
func unpacked(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, entry := range archive.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(entry.Name + "\n" + string(content) + "\n")
	}
	return all.String() + archive.Comment
}

// A Word file carries its marks and no more: in ASCII, a byte of a digest a part.
func TestMarksAreASCII(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		p := filing.Lay(c.JSON, filing.Options{Faces: faces, Draft: true})
		word, err := docx.Write(p.Print(pdf.PDFA2a).Document)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"customXml/item1.xml", "customXml/itemProps1.xml", "docProps/app.xml"} {
			content := part(t, word, name)
			if i := strings.IndexFunc(content, func(r rune) bool { return r > 0x7e }); i >= 0 || content == "" {
				t.Errorf("%s: %s: %.80q", c.Name, name, content[max(i, 0):])
			}
		}
		var carried map[string]any
		_, marks, _ := strings.Cut(part(t, word, "customXml/item1.xml"), `report">`)
		marks, _, _ = strings.Cut(marks, "<")
		if err := json.Unmarshal([]byte(html.UnescapeString(marks)), &carried); err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		for key, value := range carried {
			switch key {
			case "edition", "scope", "agency_level", "sealed":
			case "computed":
				for _, path := range value.([]any) {
					if leaf, ok := p.Report.Template.Leaf(path.(string)); !ok || !leaf.Total {
						t.Errorf("%s: %v is no total", c.Name, path)
					}
				}
			case "digests":
				if parts := len(p.Report.Template.Sections) + 1; len(value.(string)) != 2*parts {
					t.Errorf("%s: %v has more than a byte for each of %d parts", c.Name, value, parts)
				}
			default:
				t.Errorf("%s: the file carries %s", c.Name, key)
			}
		}
	}
}

// A PDF/A-3 carries nothing that its pages do not show.
func TestAttachmentIsPrinted(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range fixtures.Good(t) {
		print := filing.Lay(c.JSON, filing.Options{Faces: faces}).Print(pdf.PDFA3a)
		var carried any
		decoder := json.NewDecoder(bytes.NewReader(print.PDF.Attachment))
		decoder.UseNumber()
		if err := decoder.Decode(&carried); err != nil {
			t.Fatal(err)
		}
		var shown strings.Builder
		for _, page := range print.Layout.Pages {
			for _, m := range page.Marks {
				if m.Text != nil {
					shown.WriteString(string(m.Text.Runes))
				}
			}
		}
		// The last characters of a page and the first of the next have its number between.
		pages := regexp.MustCompile(`— \d+ —`).ReplaceAllString(shown.String(), "")
		pages = strings.ReplaceAll(pages, " ", "")
		var walk func(key string, v any)
		walk = func(key string, v any) {
			switch v := v.(type) {
			case map[string]any:
				for inner, value := range v {
					walk(inner, value)
				}
			case string:
				for line := range strings.SplitSeq(v, "\n") {
					if key == "date" {
						if day, err := time.Parse(time.DateOnly, line); err == nil {
							line = day.Format("2006年1月2日")
						}
					}
					if key != "edition" && !strings.Contains(pages, strings.Join(strings.Fields(line), "")) {
						t.Errorf("%s: %s: %q is on no page", c.Name, key, line)
					}
				}
			case json.Number:
				if !strings.Contains(pages, v.String()) {
					t.Errorf("%s: %s: %s is on no page", c.Name, key, v)
				}
			case bool:
				if key != "sealed" {
					t.Errorf("%s: %s", c.Name, key)
				}
			}
		}
		walk("", carried)
	}
}
