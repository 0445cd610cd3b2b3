package render

import (
	"bytes"
	"fmt"
	"mime"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/font"
	"nianbao/render/html"
	"nianbao/render/layout"
	"nianbao/render/picture"
	"nianbao/report/jsonfile"
)

// Every entry of the list has all that the command, the service and the page
// say of a format, and its files are told from edited ones.
func TestFormats(t *testing.T) {
	p := sample(t)
	seen := map[string]string{}
	for _, f := range Formats {
		for _, missing := range wanting(f, p) {
			t.Errorf("format %q: %s", f.Name, missing)
		}
		for _, own := range []string{f.Name, f.Extension, f.MediaType, f.Button} {
			if other, ok := seen[own]; ok && other != f.Name {
				t.Errorf("formats %q and %q both have %q", other, f.Name, own)
			}
			seen[own] = f.Name
		}
	}
	for _, page := range []string{"../README.md", "../docs/api.md"} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range Formats {
			if !regexp.MustCompile("[`,]"+f.Name+"\\b").Match(text) && !strings.Contains(string(text), "-format "+f.Name) {
				t.Errorf("%s does not name %s", page, f.Name)
			}
		}
	}
	guide, err := os.ReadFile("../docs/guide.zh.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Formats {
		buttons := []string{f.Button}
		if f.Copy != nil {
			buttons = append(buttons, f.Copy.Button)
		}
		for _, button := range buttons {
			if !strings.Contains(string(guide), "| "+button+" |") {
				t.Errorf("docs/guide.zh.md does not tell what %s gives", button)
			}
		}
	}
	if len(Unasked()) == 0 {
		t.Error("build writes nothing unasked")
	}
}

// The contract itself notices each thing that an entry can lack.
func TestWantingFormats(t *testing.T) {
	p := sample(t)
	whole := Formats[0]
	for want, spoil := range map[string]func(f *Format){
		"its name":         func(f *Format) { f.Name = "Word" },
		"its extension":    func(f *Format) { f.Extension = "docx" },
		"its media type":   func(f *Format) { f.MediaType = "" },
		"no button":        func(f *Format) { f.Button = "" },
		"no brief":         func(f *Format) { f.Brief = "" },
		"no Write":         func(f *Format) { f.Write = nil },
		"no Edited":        func(f *Format) { f.Edited = nil },
		"no Printed":       func(f *Format) { f.Printed = nil },
		"Printed does not": func(f *Format) { f.Printed = func([]byte) string { return "" } },
		"writes nothing":   func(f *Format) { f.Write = func(Print) ([]byte, error) { return nil, nil } },
		"other bytes":      func(f *Format) { n := 0; f.Write = func(Print) ([]byte, error) { n++; return []byte{byte(n)}, nil } },
		"calls it edited":  func(f *Format) { f.Edited = func([]byte) bool { return true } },
		"calls it its own": func(f *Format) { f.Edited = func([]byte) bool { return false } },
		"nothing to copy":  func(f *Format) { f.Copy = &Copy{Button: "复制", Brief: "复制", HTML: nil, Text: html.Plain} },
		"without a button": func(f *Format) { f.Copy = &Copy{HTML: html.Fragment, Text: html.Plain} },
		"its Index":        func(f *Format) { f.Index = &Index{} },
		"its part x":       func(f *Format) { f.Parts = []File{{"x", f.Write, f.Edited, f.Printed}} },
		".x: Edited":       func(f *Format) { f.Parts = []File{{".x", f.Write, func([]byte) bool { return true }, f.Printed}} },
		"without pages": func(f *Format) {
			f.Write = func(p Print) ([]byte, error) { return []byte(fmt.Sprint(p.Layout.Pages)), nil }
		},
		"cannot write": func(f *Format) { f.Write = func(Print) ([]byte, error) { return nil, fmt.Errorf("no") } },
	} {
		f := whole
		spoil(&f)
		if found := wanting(f, p); !strings.Contains(strings.Join(found, "\n"), want) {
			t.Errorf("%s: found %q", want, found)
		}
	}
}

// wanting says what an entry lacks.
func wanting(f Format, p Print) []string {
	var out []string
	if !regexp.MustCompile(`^[a-z0-9]+$`).MatchString(f.Name) {
		out = append(out, "its name stands in flags and addresses: small letters and digits")
	}
	if !namePattern.MatchString(f.Extension) {
		out = append(out, "its extension begins with a dot, or with -词 and a dot")
	}
	if kind, _, err := mime.ParseMediaType(f.MediaType); err != nil || !strings.Contains(kind, "/") {
		out = append(out, "its media type is none")
	}
	if f.Button == "" {
		out = append(out, "no button: what the page's button says")
	}
	if f.Brief == "" {
		out = append(out, "no brief: what help says that it is")
	}
	if f.Copy != nil && (f.Copy.Button == "" || f.Copy.Brief == "") {
		out = append(out, "a Copy without a button and what it is for")
	}
	if f.Copy != nil && (f.Copy.HTML == nil || f.Copy.Text == nil || len(f.Copy.HTML(p.Document)) == 0 || len(f.Copy.Text(p.Document)) == 0) {
		out = append(out, "nothing to copy: its Copy has to give HTML and text")
	}
	if f.Index != nil && (f.Index.File == "" || f.Index.Write == nil || f.Edited != nil && f.Edited(f.Index.Write(nil))) {
		out = append(out, "its Index has no file, no Write, or Edited calls it edited")
	}
	if f.Write == nil {
		return append(out, "no Write")
	}
	if why := writesWithoutPages(f, p); why != nil && !f.Laid {
		out = append(out, fmt.Sprintf("it is not Laid and writes nothing without pages: %v", why))
	}
	out = append(out, wantingFile(File{f.Extension, f.Write, f.Edited, f.Printed}, p)...)
	for _, part := range f.Parts {
		if !namePattern.MatchString(part.Extension) {
			out = append(out, "its part "+part.Extension+" has no extension that begins with a dot, or with -词 and a dot")
		}
		for _, missing := range wantingFile(part, p) {
			out = append(out, part.Extension+": "+missing)
		}
	}
	return out
}

var namePattern = regexp.MustCompile(`^(-\p{Han}+)*\.[a-z0-9.]+$`)

// wantingFile says what a file of a format lacks.
func wantingFile(f File, p Print) []string {
	var out []string
	file, err := f.Write(p)
	if err != nil {
		return append(out, "it cannot write: "+err.Error())
	}
	if len(file) == 0 {
		out = append(out, "it writes nothing")
	}
	if again, err := f.Write(p); err != nil || !bytes.Equal(file, again) {
		out = append(out, "it writes other bytes the second time")
	}
	if f.Edited == nil {
		return append(out, "no Edited: a file that a clerk worked on would be overwritten, or none ever rebuilt")
	}
	if f.Edited(file) {
		out = append(out, "Edited calls it edited as Write left it")
	}
	for name, other := range map[string][]byte{"nothing": nil, "half of it": file[:len(file)/2], "it and a byte": append(slices.Clone(file), 'x')} {
		if !f.Edited(other) {
			out = append(out, "Edited calls it its own: "+name)
		}
	}
	if f.Printed == nil {
		return append(out, "no Printed: nobody notices that its file and another format's are not of one report")
	}
	if f.Printed(file) != p.Document.Digest || f.Printed(file[:len(file)/3]) != "" {
		out = append(out, "Printed does not give back the document's digest")
	}
	return out
}

func writesWithoutPages(f Format, p Print) (why error) {
	defer func() {
		if fault := recover(); fault != nil {
			why = fmt.Errorf("%v", fault)
		}
	}()
	p.Layout = nil
	_, why = f.Write(p)
	return why
}

// sample is a report ready to print.
func sample(t *testing.T) Print {
	t.Helper()
	r, problems := jsonfile.Decode(fixtures.Named(t, "minimal").JSON)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	d := document.Fill(r, document.Options{})
	pages, problems := layout.Set(d, faces)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d.Digest = "00112233445566778899aabbccddeeff"
	return Print{Document: d, Layout: pages, Name: "报告", Picture: picture.Input{Document: d, Report: r, Faces: faces}}
}
