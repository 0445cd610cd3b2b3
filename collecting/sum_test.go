package collecting

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/check"
	"nianbao/collecting/county"
	"nianbao/fixtures"
	"nianbao/manuscript/workbook"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

func added(t *testing.T, o Order) *Sum {
	t.Helper()
	s, err := gather(t, o).Add(SumOrder{Agency: "澄岭县"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The sum is what the units have together, added here once more; who is missing is named.
func TestSum(t *testing.T) {
	made, o := made(t)
	s := added(t, o)
	for _, leaf := range s.Report.Template.Leaves() {
		want := decimal.Zero
		for _, u := range made.Units {
			path := leaf.Path
			if u.Counted && u.Report.Edition != s.Report.Edition {
				if before, ok := strings.CutPrefix(path, "requests.outcome.other_handling.other."); ok {
					path = "requests.outcome.other_handling." + before
				}
			}
			if u.Counted {
				want = want.Add(u.Report.Numbers[path].Value)
			}
		}
		if got := s.Report.Numbers[leaf.Path].Value; !got.Equal(want) {
			t.Errorf("%s: %s, want %s", leaf.Place, got, want)
		}
	}
	missing := s.Missing()
	want := slices.Concat(made.Missing, made.Double, made.Unreadable, made.OtherYear, made.Wrong)
	slices.Sort(missing)
	slices.Sort(want)
	if !slices.Equal(missing, want) {
		t.Errorf("missing %v\nwant %v", missing, want)
	}
	golden := strings.Join(s.Notes, "\n") + "\n" + s.Facts() + "\n"
	for _, l := range s.Left {
		golden += fmt.Sprintf("%v %s：%s\n", l.Missing, l.Unit, l.Why)
	}
	fixtures.Golden(t, "testdata/sum.txt", []byte(golden))

	again, problems := jsonfile.Decode(jsonfile.EncodeWhole(s.Report))
	if len(problems) > 0 || len(again.Parts) != len(s.Units) || !slices.Equal(again.MissingUnits, s.Missing()) {
		t.Errorf("%v, %d parts", problems, len(again.Parts))
	}
	found := map[string]int{}
	for _, p := range check.Check(again) {
		found[p.Code]++
	}
	if found[problem.CodeMissingUnits] != 1 || found[problem.CodePartsSum] != 0 {
		t.Errorf("%v", found)
	}
	again.Set("disclosure.fees", "1")
	for _, p := range check.Check(again) {
		if p.Code == problem.CodePartsSum && p.Path == "disclosure.fees" && p.Severity == problem.Warning {
			return
		}
	}
	t.Error("a number that is not the sum any more is not told of")
}

// One unit's number changed by one changes exactly its cells.
func TestOneMore(t *testing.T) {
	made, o := made(t)
	before := added(t, o).Report
	u := made.Units[0]
	u.Report.Set("requests.received.natural_person", u.Report.Numbers["requests.received.natural_person"].Value.Add(decimal.NewFromInt(1)).String())
	u.Report.Set("requests.outcome.granted.natural_person", u.Report.Numbers["requests.outcome.granted.natural_person"].Value.Add(decimal.NewFromInt(1)).String())
	if err := os.WriteFile(filepath.Join(made.Folder, filepath.FromSlash(u.File)), jsonfile.EncodeWhole(u.Report), 0o644); err != nil {
		t.Fatal(err)
	}
	after := added(t, o).Report
	var moved []string
	for path, number := range after.Numbers {
		if difference := number.Value.Sub(before.Numbers[path].Value); !difference.IsZero() {
			moved = append(moved, path+" "+difference.String())
		}
	}
	slices.Sort(moved)
	want := []string{"requests.outcome.granted.natural_person 1", "requests.outcome.granted.total 1", "requests.outcome.total.natural_person 1",
		"requests.outcome.total.total 1", "requests.received.natural_person 1", "requests.received.total 1"}
	if !slices.Equal(moved, want) {
		t.Errorf("%v", moved)
	}
}

// unitsOf makes a collection of reports as if they had been read.
func unitsOf(t *testing.T, edition string, texts ...map[string]string) *Collection {
	t.Helper()
	c := &Collection{Order: Order{Year: map[string]int{"2019": 2020}[edition]}}
	if c.Year == 0 {
		c.Year = county.Year
	}
	form, err := templates.Load(edition)
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		r := report.New(form)
		for _, leaf := range form.Leaves() {
			if !leaf.Total {
				r.Put(leaf.Path, "0")
			}
		}
		for path, value := range text {
			if p := r.Set(path, value); p != nil {
				t.Fatal(p)
			}
		}
		r.Complete()
		s := State{File: &File{Report: r}}
		s.Unit.Name = string([]rune("乙丙丁戊")[i]) + "局"
		c.Units = append(c.Units, s)
	}
	return c
}

func TestAmounts(t *testing.T) {
	path := ""
	form, err := templates.Load("2019")
	if err != nil {
		t.Fatal(err)
	}
	for _, leaf := range form.Leaves() {
		if leaf.Kind == templates.StatedAmount {
			path = leaf.Path
		}
	}
	for _, c := range []struct{ a, b, want, refused string }{
		{"251000元", "25.1万元", "502000元", ""}, {"25.1万元", "251000元", "50.2万元", ""}, {"0.3亿元", "1元", "0.30000001亿元", ""},
		{"0", "3万元", "3万元", ""}, {"3万元", "0", "3万元", ""}, {"5万元", "7", "", "没有写单位"}, {"7", "5万元", "", "没有写单位"}, {"/", "3万元", "3万元", ""}, {"/", "/", "/", ""}, {"1.25", "1.75", "3", ""},
	} {
		s, err := unitsOf(t, "2019", map[string]string{path: c.a}, map[string]string{path: c.b}).Add(SumOrder{Agency: "澄岭县"})
		switch {
		case c.refused != "":
			if err == nil || !strings.Contains(err.Error(), c.refused) {
				t.Errorf("%s + %s: %v", c.a, c.b, err)
			}
		case err != nil:
			t.Errorf("%s + %s: %v", c.a, c.b, err)
		case s.Report.Numbers[path].Text != c.want:
			t.Errorf("%s + %s = %s, want %s", c.a, c.b, s.Report.Numbers[path].Text, c.want)
		}
	}
}

func TestSlashesAndEditions(t *testing.T) {
	c := unitsOf(t, "2021", map[string]string{"disclosure.fees": "0.1", "disclosure.licensing": "/"}, map[string]string{"disclosure.fees": "0.2", "disclosure.licensing": "/"},
		map[string]string{"disclosure.fees": "0.30", "disclosure.licensing": "/"})
	s, err := c.Add(SumOrder{Agency: "澄岭县"})
	if err != nil || s.Report.Numbers["disclosure.fees"].Text != "0.6" || s.Report.Numbers["disclosure.licensing"].Text != "/" {
		t.Errorf("%v %+v", err, s.Report.Numbers["disclosure.fees"])
	}
	c.Units = append(c.Units, unitsOf(t, "2019", map[string]string{}).Units...)
	if s, err = c.Add(SumOrder{Agency: "澄岭县"}); err != nil || len(s.Missing()) != 1 || !strings.Contains(s.Left[0].Why, "格式") {
		t.Errorf("%v %+v", err, s.Left)
	}
}

// What was written into an earlier sum stays; numbers that were changed by hand are not overwritten.
func TestKeep(t *testing.T) {
	c := unitsOf(t, "2021", map[string]string{"disclosure.fees": "0.1"})
	sum := func() *Sum {
		s, err := c.Add(SumOrder{Agency: "澄岭县"})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	path := filepath.Join(t.TempDir(), "县.json")
	write := func(r *report.Report) {
		if err := os.WriteFile(path, jsonfile.EncodeWhole(r), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old := sum().Report
	old.Set("overview", "写好的文字。")
	old.Accepted = []report.Acceptance{{Code: "a.b", Path: "overview", Reason: "有原因"}}
	write(old)
	s := sum()
	if err := s.Keep(path, false); err != nil || s.Report.Prose["overview"].Text != "写好的文字。" || len(s.Report.Accepted) != 1 {
		t.Errorf("%v %+v", err, s.Report.Prose)
	}
	old.Set("disclosure.fees", "9")
	write(old)
	if err := sum().Keep(path, false); err == nil || !strings.Contains(err.Error(), "改过") {
		t.Errorf("%v", err)
	}
	if err := sum().Keep(path, true); err != nil {
		t.Error(err)
	}
	old.Set("agency", "别的县")
	write(old)
	if err := sum().Keep(path, true); err == nil {
		t.Error("another agency's report would be overwritten")
	}
}

func TestAgainst(t *testing.T) {
	c := unitsOf(t, "2021", map[string]string{"disclosure.licensing": "5"}, map[string]string{"disclosure.licensing": "7"})
	s, err := c.Add(SumOrder{Agency: "澄岭县"})
	if err != nil {
		t.Fatal(err)
	}
	theirs := s.Report
	if lines := s.Against(theirs); len(lines) > 0 {
		t.Error(lines)
	}
	theirs, _ = jsonfile.Decode(jsonfile.EncodeWhole(s.Report))
	theirs.Set("disclosure.licensing", "5")
	if lines := s.Against(theirs); len(lines) != 1 || !strings.Contains(lines[0], "报告是 5，各单位之和是 12，相差 -7；正好是丙局的数") {
		t.Error(lines)
	}
}

// values are the cells of the sheet of the form that have a formula, as a reader sees them.
func values(t *testing.T, file []byte) map[string]string {
	t.Helper()
	book, err := workbook.ReadBook(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, row := range book.Sheets[0].Rows {
		for i := range row.Cells {
			if text := row.At(i); text != "" {
				out[fmt.Sprint(row.Number, ",", i)] = text
			}
		}
	}
	return out
}

// LibreOffice, told to reckon all anew, comes to the values that the file has; and it
// does reckon: one wrong value in the file is right afterwards.
func TestOfficeRecalculates(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed: no office program has reckoned the sum anew")
	}
	_, o := made(t)
	s := added(t, o)
	right, err := s.Book()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := s.Book(); err != nil || !bytes.Equal(right, again) {
		t.Errorf("the same sum gives other bytes: %v", err)
	}
	number := s.Report.Numbers["disclosure.licensing"]
	number.Text = "424242"
	s.Report.Numbers["disclosure.licensing"] = number
	lying, err := s.Book()
	if err != nil {
		t.Fatal(err)
	}
	want := values(t, right)
	if maps.Equal(values(t, lying), want) {
		t.Fatal("the wrong value is not in the file")
	}
	if BookBroken(right) {
		t.Error("our own workbook is taken for an edited one")
	}
	dir := t.TempDir()
	for name, content := range map[string][]byte{"a.xlsx": lying, "profile/user/registrymodifications.xcu": []byte(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`)} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	said, err := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "a.xlsx")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	saved, err := os.ReadFile(filepath.Join(dir, "out", "a.xlsx"))
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	got := values(t, saved)
	for at, text := range want {
		if got[at] != text {
			t.Errorf("%s: LibreOffice comes to %q, the file has %q", at, got[at], text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d cells, were %d", len(got), len(want))
	}
}
