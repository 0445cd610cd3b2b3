package reading_test

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/check/compare"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/reading"
	"nianbao/render/docx"
	"nianbao/render/font"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

// What build printed reads back to the same print, the totals that were left to
// the program still left to it; so it does when the Word file is saved again.
func TestRoundTrip(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		o := filing.Options{Faces: faces, Draft: strings.HasPrefix(c.Name, "draft-")}
		p := filing.Lay(c.JSON, o)
		print := p.Print(pdf.PDFA3a)
		word, err := docx.Write(print.Document)
		if err != nil {
			t.Fatal(err)
		}
		archive, err := pdf.Write(print.Layout, print.PDF)
		if err != nil {
			t.Fatal(err)
		}
		for kind, file := range map[string][]byte{"Word": word, "PDF": archive, "Word, saved again": edit(t, word, "", "")} {
			r, err := reading.Read(bytes.NewReader(file), int64(len(file)))
			if err != nil {
				t.Fatalf("%s %s: %v", c.Name, kind, err)
			}
			want := p.Report.Printed()
			if kind != "PDF" {
				want.Scope, want.AgencyLevel = p.Report.Scope, p.Report.AgencyLevel
			}
			if got, want := jsonfile.Encode(r.Report), jsonfile.Encode(want); !bytes.Equal(got, want) {
				t.Errorf("%s %s: another report:\n%s", c.Name, kind, got)
			}
			for _, problem := range r.Problems {
				if strings.HasPrefix(problem.Code, "import.") {
					t.Errorf("%s %s: %v", c.Name, kind, problem)
				}
			}
			if d := compare.Differences(p.Report, r.Report); len(d) > 0 {
				t.Errorf("%s %s: %v", c.Name, kind, d)
			}
		}
	}
}

// Leaders edit the Word file: what they changed counts and is reported, what nobody
// sees of the report stays.
func TestEditedSince(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		fixture  string
		old, new string // in the document part
		path     string
		want     string // at the end of the number or the prose
	}{
		"a number":               {"laiyuan-2022", ">9570<", ">9571<", "disclosure.licensing", "9571"},
		"a number deleted":       {"laiyuan-2022", ">9570<", "><", "disclosure.licensing", ""},
		"a filled blank deleted": {"township-all-zero", ">0<", "><", "disclosure.rules.issued", ""},
		"a word":                 {"laiyuan-2022", "取得了一定成效", "取得了成效", "preamble", "信息公开工作取得了成效。"},
	} {
		t.Run(name, func(t *testing.T) {
			fixture := fixtures.Named(t, c.fixture)
			p := filing.Lay(fixture.JSON, filing.Options{Faces: faces})
			file, err := docx.Write(p.Print(pdf.PDFA2a).Document)
			if err != nil {
				t.Fatal(err)
			}
			file = edit(t, file, c.old, c.new)
			r, err := reading.Read(bytes.NewReader(file), int64(len(file)))
			if err != nil {
				t.Fatal(err)
			}
			got := r.Report.Numbers[c.path].Text
			if prose, ok := r.Report.Prose[c.path]; ok {
				got = prose.Text
			}
			if !strings.HasSuffix(got, c.want) || (got == "") != (c.want == "") {
				t.Errorf("%q, want %q", got, c.want)
			}
			d := compare.Differences(p.Report, r.Report)
			if len(d) != 1 || d[0].Path != c.path {
				t.Errorf("%v", d)
			}
			told := 0
			for _, problem := range r.Problems {
				if problem.Code == "import.edited" && strings.HasPrefix(c.path, problem.Path) && strings.Contains(problem.Message, "写出以后改过") {
					told++
				}
			}
			if told != 1 {
				t.Errorf("told %d times: %v", told, r.Problems)
			}
			if r.Report.Scope != p.Report.Scope {
				t.Error("what nobody sees was lost")
			}
		})
	}
}

// edit replaces words in the document part of a Word file, once.
func edit(t *testing.T, file []byte, old, new string) []byte {
	t.Helper()
	return fixtures.SavedAgain(t, file, func(part, content string) string {
		if part != "word/document.xml" {
			return content
		}
		if !strings.Contains(content, old) {
			t.Fatalf("there is no %s", old)
		}
		return strings.Replace(content, old, new, 1)
	})
}

// A draft of any slip reads back as what it prints, without looking for anything.
func TestDraftsReadBack(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range fixtures.Bad(t) {
		p := filing.Lay(c.JSON, filing.Options{Faces: faces, Draft: true})
		if p.Document == nil {
			continue
		}
		word, err := docx.Write(p.Print(pdf.PDFA2a).Document)
		if err != nil {
			t.Fatal(err)
		}
		r, err := reading.Read(bytes.NewReader(word), int64(len(word)))
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		if len(r.Places) > 0 || len(r.Summary) != 1 {
			t.Errorf("%s: read as a stranger's file: %v", c.Name, r.Problems)
		}
	}
}
