package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

type worksheet struct {
	Protection *struct {
		Sheet string `xml:"sheet,attr"`
	} `xml:"sheetProtection"`
	Cells []struct {
		Name    string `xml:"r,attr"`
		Style   int    `xml:"s,attr"`
		Type    string `xml:"t,attr"`
		Formula string `xml:"f"`
		Value   string `xml:"v"`
	} `xml:"sheetData>row>c"`
	Rules []struct {
		Cells   string `xml:"sqref,attr"`
		Formula string `xml:"formula1"`
	} `xml:"dataValidations>dataValidation"`
}

// Every number has its path as a name; sums are locked formulas with their values;
// all other numbers are open, and limited once each.
func TestForm(t *testing.T) {
	for _, edition := range []string{"2021", "2019"} {
		form, err := templates.Load(edition)
		if err != nil {
			t.Fatal(err)
		}
		r := report.New(form)
		for _, leaf := range form.Leaves() {
			if !leaf.Total {
				r.Put(leaf.Path, "2")
			}
		}
		r.Complete()
		file, err := Write(r)
		if err != nil {
			t.Fatal(err)
		}
		parts := unpack(t, file)
		var book struct {
			Sheets []struct {
				Name string `xml:"name,attr"`
			} `xml:"sheets>sheet"`
			Names []struct {
				Path  string `xml:"name,attr"`
				Cells string `xml:",chardata"`
			} `xml:"definedNames>definedName"`
		}
		parse(t, parts["xl/workbook.xml"], &book)
		var styles struct {
			Cells []struct {
				Protection struct {
					Locked string `xml:"locked,attr"`
				} `xml:"protection"`
			} `xml:"cellXfs>xf"`
		}
		parse(t, parts["xl/styles.xml"], &styles)
		at := map[string]string{} // 'sheet'!A1 by path
		for _, n := range book.Names {
			at[n.Path] = strings.ReplaceAll(n.Cells, "$", "")
		}
		cells, limits := map[string]int{}, map[string]int{}
		said, formulas := map[string]string{}, map[string]string{}
		for i, s := range book.Sheets {
			var w worksheet
			parse(t, parts["xl/worksheets/sheet"+string(rune('1'+i))+".xml"], &w)
			if w.Protection == nil || w.Protection.Sheet != "1" {
				t.Errorf("%s is not locked", s.Name)
			}
			for _, c := range w.Cells {
				name := "'" + s.Name + "'!" + c.Name
				cells[name], said[name], formulas[name] = c.Style, c.Value, c.Formula
			}
			for _, rule := range w.Rules {
				for name := range strings.FieldsSeq(rule.Cells) {
					if rule.Formula != "" {
						limits["'"+s.Name+"'!"+name]++
					}
				}
			}
		}
		for _, leaf := range form.Leaves() {
			name := at[leaf.Path]
			style, ok := cells[name]
			if !ok {
				t.Errorf("%s: no cell %q", leaf.Path, name)
				continue
			}
			locked := styles.Cells[style].Protection.Locked == "1"
			if locked != leaf.Total || (formulas[name] != "") != leaf.Total || (limits[name] == 1) == leaf.Total {
				t.Errorf("%s %s: locked %v, formula %q, %d limits; total %v", edition, leaf.Place, locked, formulas[name], limits[name], leaf.Total)
			}
			if want := r.Numbers[leaf.Path].Text; said[name] != want {
				t.Errorf("%s %s: %q, want %q", edition, leaf.Place, said[name], want)
			}
		}
	}
}

// What a spreadsheet cannot hold is refused, never cut.
func TestTooMuch(t *testing.T) {
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	r := report.New(form)
	r.Put("overview", strings.Repeat("字", mostText+1))
	if _, err := Write(r); err == nil {
		t.Error("it was written")
	}
}

// A new form names nobody's clock, machine or user.
func TestBlankForm(t *testing.T) {
	form, err := templates.Load("2021")
	if err != nil {
		t.Fatal(err)
	}
	r, _ := jsonfile.Decode(jsonfile.Blank(form, "涞源县", 2025))
	file, err := Write(r)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range unpack(t, file) {
		if strings.HasPrefix(name, "docProps") || regexp.MustCompile(`<v>[^<]`).MatchString(content) {
			t.Errorf("%s: a value, or properties, in a blank form", name)
		}
	}
}

func parse(t *testing.T, content string, into any) {
	t.Helper()
	if err := xml.Unmarshal([]byte(content), into); err != nil {
		t.Fatal(err)
	}
}

func unpack(t *testing.T, file []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var content bytes.Buffer
		if _, err := content.ReadFrom(in); err != nil {
			t.Fatal(err)
		}
		out[f.Name] = content.String()
	}
	return out
}
