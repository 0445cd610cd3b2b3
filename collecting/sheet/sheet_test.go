package sheet

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/manuscript/workbook"
)

func sample() List {
	return List{Name: "清单", Title: "清单", Note: "说明", Columns: []Column{{Head: "序号", Width: 6}, {Head: "问题", Width: 20, Text: true}, {Head: "处理", Width: 10, Typed: true}},
		Rows: [][]Cell{
			{{Text: "1", Number: true}, {Text: "=1+1"}, {Text: "改"}},
			{{Text: "0.30", Number: true}, {Text: "+a\n@b\x01\xff"}, {}},
			{{Text: "12345.6789", Number: true}, {Text: strings.Repeat("很长", 200)}, {}},
		}}
}

func written(t *testing.T, l List) []byte {
	t.Helper()
	content, err := Book{Title: "清单", Description: Mark("k", []List{l}), Sheets: []Sheet{l.Sheet()}}.Write()
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestWrite(t *testing.T) {
	content := written(t, sample())
	if !bytes.Equal(content, written(t, sample())) {
		t.Error("the same list gives other bytes")
	}
	book, err := workbook.ReadBook(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Sheets[0].Rows
	if len(rows) != 6 || rows[3].At(0) != "1" || rows[3].At(1) != "=1+1" || rows[4].At(0) != "0.3" || rows[4].At(1) != "+a\n@b��" || rows[5].At(0) != "12345.6789" {
		t.Errorf("%+v", rows)
	}
	heights := sample().Sheet().heights()
	if heights[5] < 20*lineHeight || heights[3] > 2*lineHeight || heights[5] > highest {
		t.Errorf("%v", heights)
	}
}

// What people write in their columns is kept, in whatever order they sort the rows;
// any other change is seen.
func TestKept(t *testing.T) {
	l := sample()
	typed := sample()
	typed.Rows[0], typed.Rows[1] = typed.Rows[1], typed.Rows[0]
	typed.Rows[2][2].Text = "写了"
	content, err := Book{Description: Mark("k", []List{l}), Sheets: []Sheet{typed.Sheet()}}.Write()
	if err != nil {
		t.Fatal(err)
	}
	k, ok, err := Read(content, "k", []List{{Columns: l.Columns}})
	if err != nil || !ok || k.Edited || k.Lists[0][2]["处理"] != "写了" || k.Lists[0][1]["问题"] != "=1+1" || k.Title != "清单" {
		t.Errorf("%v %v %+v", ok, err, k)
	}
	for name, change := range map[string]func(*List){
		"a cell": func(l *List) { l.Rows[0][1].Text = "别的" }, "a row less": func(l *List) { l.Rows = l.Rows[1:] },
		"a row more": func(l *List) { l.Rows = append(l.Rows, []Cell{{}, {}, {Text: "补"}}) },
		"a number":   func(l *List) { l.Rows[0][0].Text = "2" },
		"a column": func(l *List) {
			l.Columns = append(l.Columns, Column{Head: "又一列", Width: 5})
			l.Rows[0] = append(l.Rows[0], Cell{Text: "x"})
		},
	} {
		other := sample()
		change(&other)
		content, err := Book{Description: Mark("k", []List{sample()}), Sheets: []Sheet{other.Sheet()}}.Write()
		if err != nil {
			t.Fatal(err)
		}
		if !Edited(content, "k", []List{{Columns: l.Columns}}) {
			t.Errorf("%s was changed, and nobody saw it", name)
		}
	}
	if _, ok, _ := Read(written(t, List{Name: "a", Title: "b", Columns: []Column{{Head: "甲", Width: 5}}}), "k", []List{{Columns: l.Columns}}); ok {
		t.Error("another list is taken for this one")
	}
	if !Edited([]byte("PK\x03\x04"), "k", []List{l}) {
		t.Error("half a file passes for ours")
	}
}

// A workbook that LibreOffice has saved again says the same.
func TestOfficeSaves(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed: no office program has saved a list")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.xlsx"), written(t, sample()), 0o644); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "a.xlsx")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	content, err := os.ReadFile(filepath.Join(dir, "out", "a.xlsx"))
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if k, ok, err := Read(content, "k", []List{{Columns: sample().Columns}}); err != nil || !ok || k.Edited {
		t.Errorf("%v %v %+v", ok, err, k)
	}
}
