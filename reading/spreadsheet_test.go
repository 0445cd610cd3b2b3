package reading_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/check/compare"
	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/reading"
	"nianbao/render/xlsx"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

// The form as a spreadsheet, with a report in it, reads back to the report.
func TestSpreadsheet(t *testing.T) {
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		want, _ := jsonfile.Decode(c.JSON)
		file := spreadsheet(t, want)
		if !bytes.Equal(file, spreadsheet(t, want)) {
			t.Errorf("%s: other bytes the second time", c.Name)
		}
		sameAsFilled(t, c.Name, file, ownTotals(want))
	}
}

func spreadsheet(t *testing.T, r *report.Report) []byte {
	t.Helper()
	file, err := xlsx.Write(r)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// ownTotals has the totals that the form computes, and no others.
func ownTotals(r *report.Report) *report.Report {
	for _, leaf := range r.Template.Leaves() {
		if leaf.Total {
			delete(r.Numbers, leaf.Path)
		}
	}
	r.Complete()
	return r
}

// sameAsFilled: a spreadsheet holds a report, and nothing is said of reading it.
func sameAsFilled(t *testing.T, name string, file []byte, want *report.Report) {
	t.Helper()
	r, err := reading.Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, problem := range r.Problems {
		if strings.HasPrefix(problem.Code, "import.") {
			t.Errorf("%s: %v", name, problem)
		}
	}
	if d := compare.Differences(want, r.Report); len(d) > 0 {
		t.Errorf("%s: %v", name, d)
	}
	for _, differ := range [][2]string{{want.Edition, r.Report.Edition}, {want.Signatory, r.Report.Signatory}, {want.Date, r.Report.Date}} {
		if differ[0] != differ[1] {
			t.Errorf("%s: read %q, want %q", name, differ[1], differ[0])
		}
	}
}

// The empty form, filled in by LibreOffice through the names of its cells, reads
// back to what was filled in, with the sums that LibreOffice computed.
func TestSpreadsheetFilledByLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no soffice here")
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(resolved(t, soffice)), "..", "share", "registry", "calc.xcd")); err != nil {
		t.Skip("soffice has no Calc here:", err)
	}
	for _, name := range []string{"laiyuan-2022", "edition-2019"} {
		want, _ := jsonfile.Decode(fixtures.Named(t, name).JSON)
		blank, _ := jsonfile.Decode(jsonfile.Blank(want.Template, want.Agency, want.Year))
		dir := t.TempDir()
		from, to := filepath.Join(dir, "form.xlsx"), filepath.Join(dir, "filled.xlsx")
		if err := os.WriteFile(from, spreadsheet(t, blank), 0o644); err != nil {
			t.Fatal(err)
		}
		profile := filepath.Join(dir, "profile")
		run := func(arg string) {
			if out, err := exec.Command(soffice, "-env:UserInstallation=file://"+profile, "--headless", arg).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		}
		run("--terminate_after_init") // which makes a profile with a module that is empty
		var code bytes.Buffer
		xml.EscapeText(&code, []byte(filling(want, from, to)))
		module := `<?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">` + code.String() + `</script:module>`
		if err := os.WriteFile(filepath.Join(profile, "user", "basic", "Standard", "Module1.xba"), []byte(module), 0o644); err != nil {
			t.Fatal(err)
		}
		run("macro:///Standard.Module1.Main")
		filled, err := os.ReadFile(to)
		if err != nil {
			t.Fatal("the macro did not come to its end: ", err)
		}
		sameAsFilled(t, name+", by LibreOffice", filled, ownTotals(want))
	}
}

func resolved(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// filling is a macro that types a report into the form, each thing into the cell
// of its name.
func filling(r *report.Report, from, to string) string {
	var code strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&code, format+"\n", args...) }
	quote := func(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
	line("Sub Main")
	line("Dim none()")
	line("Dim p(0) As New com.sun.star.beans.PropertyValue")
	line(`p(0).Name = "Hidden" : p(0).Value = True`)
	line(`doc = StarDesktop.loadComponentFromURL(%s, "_blank", 0, p())`, quote("file://"+from))
	line("names = doc.NamedRanges")
	set := func(path string, row int, value string, text bool) {
		how := "setFormula(" + quote(value) + ")" // as if it were typed
		if text {
			how = "setString(" + quote(value) + ")"
		}
		line("names.getByName(%s).getReferredCells().getCellByPosition(0, %d).%s", quote(path), row, how)
	}
	for _, leaf := range r.Template.Leaves() {
		if number, ok := r.Numbers[leaf.Path]; ok && !leaf.Total {
			set(leaf.Path, 0, number.Text, number.Text != number.Value.String() && leaf.Kind != templates.Count || !number.Applies())
		}
	}
	for _, key := range r.ProseKeys() {
		for i, paragraph := range strings.Split(r.Prose[key].Text, "\n") {
			set(key, i, paragraph, true)
		}
	}
	d := document.Fill(r, document.Options{})
	if s, ok := d.Blocks[len(d.Blocks)-1].(document.Signature); ok {
		set("signatory", 0, s.Signatory, true)
		set("date", 0, s.Date, true)
	}
	line("p(0).Name = %s : p(0).Value = %s", quote("FilterName"), quote("Calc MS Excel 2007 XML"))
	line("doc.storeToURL(%s, p())", quote("file://"+to))
	line("doc.close(True)")
	line("StarDesktop.terminate()")
	line("End Sub")
	return code.String()
}
