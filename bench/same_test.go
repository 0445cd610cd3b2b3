package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	unioffice "github.com/unidoc/unioffice/document"

	"nianbao/render/docx"
)

// What is measured must be the same work: the Word file built through unioffice
// has the words and the merged cells of this project's own.
func TestUniofficeBuildsTheSameDocument(t *testing.T) {
	for _, fixture := range []string{"laiyuan-2022", "huaian-2024", "edition-2019", "signature-sealed"} {
		all, m := subject(t, fixture)
		ours, err := docx.Write(m.document)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range all {
			if c.kind != word || c.module == "" {
				continue
			}
			theirs, err := c.write(m)
			if err != nil {
				t.Fatal(err)
			}
			if want, got := contents(t, ours), contents(t, theirs); !slices.Equal(want, got) {
				t.Errorf("%s: ours and theirs differ:\n%q\n%q", fixture, want, got)
			}
		}
	}
}

// contents are a Word file's paragraphs, styles first, and the rows of its tables.
func contents(t *testing.T, file []byte) []string {
	var all []string
	for _, p := range opened(t, file).Paragraphs() {
		all = append(all, p.Properties().Style()+": "+textOf([]unioffice.Paragraph{p}))
	}
	for _, g := range tablesIn(t, file) {
		for _, row := range g {
			all = append(all, labelPath(row))
		}
	}
	return all
}

// The PDF files of all libraries say the same, read back by an independent program.
func TestEveryPDFSaysTheSame(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext (Debian: poppler-utils) is not installed")
	}
	all, m := subject(t, "laiyuan-2022")
	want := ""
	for _, c := range all {
		if c.kind != page {
			continue
		}
		file, err := c.write(m)
		if err != nil {
			t.Fatal(err)
		}
		command := exec.Command("pdftotext", "-raw", "-", "-")
		command.Stdin = strings.NewReader(string(file))
		text, err := command.Output()
		if err != nil {
			t.Fatalf("%s: %v", c.name(), err)
		}
		got := strings.Join(strings.Fields(string(text)), "")
		if want == "" {
			want = got
		}
		if got != want || len(got) < 5000 {
			t.Errorf("%s: %d bytes of text, this project's %d", c.name(), len(got), len(want))
		}
	}
}
