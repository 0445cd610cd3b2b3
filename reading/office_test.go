package reading

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/manuscript"
	"nianbao/manuscript/web"
	"nianbao/manuscript/word"
	"nianbao/problem"
	"nianbao/render/docx"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// The published reports, printed by the program and passed through an office
// program, are read back whole.
func TestOfficePrograms(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no soffice here")
	}
	for _, name := range []string{"laiyuan-2022", "huaian-2024", "edition-2019"} {
		want, _ := jsonfile.Decode(fixtures.Named(t, name).JSON)
		d := document.Fill(want, document.Options{})
		d.Marks = document.MarksOf(want, d).Encode()
		file, err := docx.Write(d)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		first := filepath.Join(dir, "report.docx")
		if err := os.WriteFile(first, file, 0o644); err != nil {
			t.Fatal(err)
		}
		convert := func(from, format string) string {
			out, err := exec.Command(soffice, "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", format, "--outdir", filepath.Join(dir, format), from).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			return filepath.Join(dir, format, "report."+format)
		}
		for _, path := range []string{first, convert(first, "docx"), convert(first, "html"), convert(convert(first, "odt"), "docx")} {
			got := Understand(open(t, path))
			if filepath.Ext(path) == ".docx" && path != first {
				checkUnchanged(t, path, want)
			}
			t.Run(name+filepath.Ext(path), func(t *testing.T) {
				for _, p := range got.Problems {
					t.Log(p)
				}
				sameReport(t, got.Report, want)
			})
		}
	}
}

// checkUnchanged: an office program saved the file and nobody changed a word. Where
// it kept the marks, the file still says of itself what no page shows.
func checkUnchanged(t *testing.T, path string, want *report.Report) {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range got.Problems {
		if p.Code == problem.CodeImportEdited {
			t.Errorf("%s: %v", path, p)
		}
	}
	if m := open(t, path); m.Marks != nil && (got.Report.Scope != want.Scope || got.Report.Computed() != want.Computed()) {
		t.Errorf("%s: scope %q, %d totals computed; want %q, %d", path, got.Report.Scope, got.Report.Computed(), want.Scope, want.Computed())
	}
}

func open(t testing.TB, path string) *manuscript.Manuscript {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var m *manuscript.Manuscript
	if filepath.Ext(path) == ".html" {
		m, err = web.Read(bytes.NewReader(file))
	} else {
		m, err = word.Read(bytes.NewReader(file), int64(len(file)))
	}
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The empty form as offices pass it around is the form, every cell of it, blank.
func TestEmptyForm(t *testing.T) {
	path := ""
	for dir := ".."; len(dir) < 20; dir += "/.." {
		if p := filepath.Join(dir, "shared", "reports", "form-2021.docx"); fileExists(p) {
			path = p
		}
	}
	if path == "" {
		t.Skip("no published form here")
	}
	got := Understand(open(t, path))
	for _, p := range got.Problems {
		t.Log(p)
	}
	if got.Report.Edition != "2021" || len(got.Places) != len(got.Report.Template.Leaves()) || len(got.Report.Numbers) != 0 {
		t.Errorf("edition %s, %d cells of %d found, %d numbers", got.Report.Edition, len(got.Places), len(got.Report.Template.Leaves()), len(got.Report.Numbers))
	}
}

func fileExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
