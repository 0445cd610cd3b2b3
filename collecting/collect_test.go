package collecting

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/collecting/county"
	"nianbao/collecting/roster"
	"nianbao/collecting/sheet"
	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/fixtures"
	"nianbao/manuscript/workbook"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/pdf"
	"nianbao/report/jsonfile"
)

// made is a county of 40 units, and how it is collected.
func made(t *testing.T) (*county.County, Order) {
	t.Helper()
	c := county.Make(t, t.TempDir(), 40, 17)
	r, err := roster.Read(c.List)
	if err != nil {
		t.Fatal(err)
	}
	return c, Order{Folder: c.Folder, Out: filepath.Join(filepath.Dir(c.Folder), "结果"), Roster: r, List: c.List, Year: county.Year}
}

func gather(t *testing.T, o Order) *Collection {
	t.Helper()
	var err error
	if o.Chosen, err = Chosen(o.Out); err != nil {
		t.Fatal(err)
	}
	// An office program would take seconds to find out that the county's old Word file is none.
	path := os.Getenv("PATH")
	os.Setenv("PATH", "")
	defer os.Setenv("PATH", path)
	c, err := Gather(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// collect does what the command does.
func collect(t *testing.T, o Order, before *Before) *Collection {
	t.Helper()
	c := gather(t, o)
	if err := writeAll(c, before); err != nil {
		t.Fatal(err)
	}
	return c
}

func writeAll(c *Collection, before *Before) error {
	outputs, _, err := c.Results(Round{Number: 1, Date: "2026年1月12日", Deadline: "2026年1月20日"}, before)
	if err != nil {
		return err
	}
	for _, o := range outputs {
		os.MkdirAll(filepath.Dir(o.Path), 0o755)
	}
	_, err = disk.Write(outputs, false)
	return err
}

// shown is a workbook as text, a row a line.
func shown(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbook.ReadBook(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range book.Sheets {
		fmt.Fprintf(&b, "【%s】\n", s.Name)
		for _, row := range s.Rows {
			fmt.Fprintln(&b, strings.ReplaceAll(strings.Join(row.Cells, "｜"), "\n", "↵"))
		}
	}
	return b.String()
}

// snapshot tells whether anything in a folder is another.
func snapshot(t *testing.T, folder string) map[string][32]byte {
	t.Helper()
	out := map[string][32]byte{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			out[path] = sha256.Sum256(content)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// All that is missing, double or wrong is found, each once.
func TestCollect(t *testing.T) {
	made, o := made(t)
	before := snapshot(t, made.Folder)
	c := collect(t, o, nil)
	by := map[Status][]string{}
	for _, s := range c.Units {
		by[s.Status] = append(by[s.Status], s.Unit.Name)
	}
	for status, want := range map[Status][]string{
		Missing: slices.Concat(made.Missing, made.OtherYear), Unreadable: made.Unreadable, Double: made.Double, Wrong: made.Wrong, ByParent: made.ByParent,
	} {
		if !slices.Equal(by[status], want) {
			t.Errorf("%s: %v, want %v", status.Name(), by[status], want)
		}
	}
	if !slices.Equal(c.Strangers(), made.Strangers) || c.Status() != 2 {
		t.Errorf("%v, status %d", c.Strangers(), c.Status())
	}
	golden := c.Summary() + "\n"
	for _, name := range []string{statesFile, faultsFile, "退回/澄岭县统计局.xlsx"} {
		golden += shown(t, filepath.Join(o.Out, name))
	}
	// A machine with an office program has tried to convert what is none.
	golden = regexp.MustCompile("用 LibreOffice 转换没有成功[^；]*；").ReplaceAllString(golden, "")
	fixtures.Golden(t, "testdata/collected.txt", []byte(golden))
	if !maps.Equal(before, snapshot(t, made.Folder)) {
		t.Error("the folder of reports is not as it was")
	}
	first := snapshot(t, o.Out)
	collect(t, o, nil)
	if !maps.Equal(first, snapshot(t, o.Out)) {
		t.Error("a second run gives other files")
	}
}

// retyped writes into a list what people would: values by the first column's text.
func retyped(t *testing.T, path, kind string, columns []sheet.Column, change func(row map[string]string)) {
	t.Helper()
	kept, err := readKept(path, kind, columns)
	if err != nil || kept == nil {
		t.Fatal(kept, err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbook.ReadBook(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	l := sheet.List{Name: book.Sheets[0].Name, Title: kept.Title, Note: "说明", Columns: columns}
	for _, row := range slices.Backward(kept.Lists[0]) { // sorted otherwise
		change(row)
		var cells []sheet.Cell
		for _, c := range columns {
			cells = append(cells, sheet.Cell{Text: row[c.Head]})
		}
		l.Rows = append(l.Rows, cells)
	}
	if content, err = (sheet.Book{Description: book.Description, Sheets: []sheet.Sheet{l.Sheet()}}).Write(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWhatPeopleWriteSurvives(t *testing.T) {
	made, o := made(t)
	collect(t, o, nil)
	states, faults := filepath.Join(o.Out, statesFile), filepath.Join(o.Out, faultsFile)
	retyped(t, states, kindStates, stateColumns, func(row map[string]string) {
		if row["状态"] == Double.Name() {
			row[chosenHead] = made.Double[0] + "定稿"
		}
	})
	retyped(t, faults, kindFaults, entryColumns, func(row map[string]string) {
		if row["轻重"] == "错误" {
			row["处理"] = "=已打电话" + row["单位"]
		}
	})
	// A unit sends its list back.
	back := filepath.Join(o.Out, backFolder, "澄岭县统计局.xlsx")
	content, err := os.ReadFile(back)
	if err != nil {
		t.Fatal(err)
	}
	sent := filepath.Join(made.Folder, "微信", "回复.xlsx")
	if err := os.WriteFile(sent, content, 0o644); err != nil {
		t.Fatal(err)
	}
	retyped(t, sent, kindFaults, entryColumns, func(row map[string]string) { row["单位说明"] = "当年没有处罚" })
	// It comes twice, and the second time by the unit's short name.
	if content, err = os.ReadFile(sent); err != nil {
		t.Fatal(err)
	}
	again := filepath.Join(made.Folder, "邮件", "回复（再发）.xlsx")
	if err := os.WriteFile(again, content, 0o644); err != nil {
		t.Fatal(err)
	}
	retyped(t, again, kindFaults, entryColumns, func(row map[string]string) { row["单位"] = "统计局" })

	c := collect(t, o, nil)
	s := c.unit(made.Double[0])
	if s.File == nil || !strings.Contains(s.File.Path, "定稿") || s.Status != Fine || !strings.Contains(strings.Join(s.Notes, ""), "没有用内容不同的"+made.Double[0]+"初稿.docx") {
		t.Errorf("%+v", s)
	}
	list := shown(t, faults)
	for _, want := range []string{"=已打电话澄岭县统计局｜当年没有处罚", "｜已改｜", "=已打电话" + made.Double[0]} {
		if !strings.Contains(list, want) {
			t.Errorf("no %s in\n%s", want, list)
		}
	}
	if n := strings.Count(list, "当年没有处罚"); n != 1 {
		t.Errorf("what was sent back twice stands in %d lines:\n%s", n, list)
	}
	if !strings.Contains(shown(t, back), "当年没有处罚") || !strings.Contains(shown(t, states), "定稿") {
		t.Error("what was written is gone")
	}
	first := snapshot(t, o.Out)
	collect(t, o, nil)
	if !maps.Equal(first, snapshot(t, o.Out)) {
		t.Error("another run gives other files")
	}
	// A workbook in which other things were changed is left as it is, and so is one that is open.
	retyped(t, states, kindStates, stateColumns, func(row map[string]string) { row["备注"] += "我加的" })
	edited := snapshot(t, o.Out)
	if err := writeAll(gather(t, o), nil); err == nil || !strings.Contains(err.Error(), "黄色表头以外的地方改过") || !strings.Contains(err.Error(), "先把它复制到别的文件夹") || !strings.Contains(err.Error(), "-force") {
		t.Errorf("an edited list: %v", err)
	}
	if !maps.Equal(edited, snapshot(t, o.Out)) {
		t.Error("something was written although one list could not be")
	}
	// Overwritten all the same, it keeps what was written where it was to be.
	outputs, _, err := gather(t, o).Results(Round{Number: 1}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := disk.Write(outputs, true); err != nil {
		t.Fatal(err)
	}
	if list := shown(t, states); strings.Contains(list, "我加的") || !strings.Contains(list, "定稿｜2025") {
		t.Errorf("written anew there stands\n%s", list)
	}
}

// What people chose in one round holds in the next, until another file comes.
func TestAChoiceIsCarriedOn(t *testing.T) {
	made, o := made(t)
	collect(t, o, nil)
	retyped(t, filepath.Join(o.Out, statesFile), kindStates, stateColumns, func(row map[string]string) {
		if row["状态"] == Double.Name() {
			row[chosenHead] = made.Double[0] + "定稿.docx"
		}
	})
	var err error
	if o.Earlier, err = ReadBefore(o.Out); err != nil {
		t.Fatal(err)
	}
	o.Out = filepath.Join(filepath.Dir(made.Folder), "第二轮")
	s := collect(t, o, o.Earlier).unit(made.Double[0])
	if s.Status != Fine || !strings.HasSuffix(s.File.Path, "定稿.docx") || !strings.Contains(shown(t, filepath.Join(o.Out, statesFile)), "｜"+made.Double[0]+"定稿.docx｜2025") {
		t.Errorf("%+v", s)
	}
	// A copy of the chosen one changes nothing, another report does.
	content, err := os.ReadFile(filepath.Join(made.Folder, filepath.FromSlash(s.File.Path)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(made.Folder, "又一份.docx"), content, 0o644); err != nil {
		t.Fatal(err)
	}
	o.Out = filepath.Join(filepath.Dir(made.Folder), "第三轮")
	if s := collect(t, o, o.Earlier).unit(made.Double[0]); s.Status != Fine {
		t.Errorf("%+v", s)
	}
	r := *s.File.Report
	if p := r.Set("disclosure.licensing", "8888"); p != nil {
		t.Fatal(p)
	}
	if err := os.WriteFile(filepath.Join(made.Folder, "再一份.json"), jsonfile.Encode(&r), 0o644); err != nil {
		t.Fatal(err)
	}
	o.Out = filepath.Join(filepath.Dir(made.Folder), "第四轮")
	if s := collect(t, o, o.Earlier).unit(made.Double[0]); s.Status != Double || !strings.Contains(strings.Join(s.Notes, ""), "后来又收到“再一份.json”") {
		t.Errorf("%+v", s)
	}
}

// A PDF beside the report is named with its unit, and told apart from one that was
// printed of something else.
func TestPrintsAreNamed(t *testing.T) {
	_, o := made(t)
	put := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(o.Folder, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("澄岭县教育局.PDF", []byte("%PDF-1.4 a scan"))
	collect(t, o, nil)
	if list := shown(t, filepath.Join(o.Out, statesFile)); !strings.Contains(list, "同名的澄岭县教育局.PDF是报告的打印件或者扫描件，没有另外读") || strings.Contains(list, "却不是由它印的") {
		t.Errorf("it is not named in\n%s", list)
	}
	c := gather(t, o)
	u := c.unit("澄岭县科技局")
	word := filepath.Join(o.Folder, filepath.FromSlash(u.File.Path))
	for _, licensing := range []string{"", "4321"} {
		r := *u.File.Report
		if licensing != "" {
			if p := r.Set("disclosure.licensing", licensing); p != nil {
				t.Fatal(p)
			}
		}
		faces, err := font.Embedded()
		if err != nil {
			t.Fatal(err)
		}
		content, err := render.Formats[1].Write(filing.LayReport(&r, nil, filing.Options{Faces: faces}).Print(pdf.PDFA2a))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(strings.TrimSuffix(word, filepath.Ext(word))+".pdf", content, 0o644); err != nil {
			t.Fatal(err)
		}
		again := gather(t, o).unit("澄岭县科技局")
		if said := strings.Contains(strings.Join(again.Notes, ""), "却不是由它印的"); said != (licensing != "") || len(again.Prints) != 1 {
			t.Errorf("%q: %+v", licensing, again)
		}
	}
}

func TestAnOpenListIsNotOverwritten(t *testing.T) {
	made, o := made(t)
	collect(t, o, nil)
	if err := os.WriteFile(filepath.Join(o.Out, ".~lock."+statesFile+"#"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(made.Folder, "澄岭县教育局.json")); err != nil {
		t.Fatal(err)
	}
	if err := writeAll(gather(t, o), nil); err == nil || !strings.Contains(err.Error(), "正在") {
		t.Errorf("%v", err)
	}
}

// Results within the folder, and the roster in it, are no reports.
func TestResultsWithinTheFolder(t *testing.T) {
	made, o := made(t)
	o.Out = filepath.Join(made.Folder, "结果")
	first := collect(t, o, nil).Summary()
	if second := collect(t, o, nil).Summary(); first != second {
		t.Errorf("%s\n%s", first, second)
	}
	o.Out = filepath.Join(filepath.Dir(made.Folder), "别处")
	c := collect(t, o, nil) // the data in the other results print what the files print
	if len(c.Strangers()) != 1 || strings.Count(c.Summary(), "重复 1") != 1 {
		t.Error(c.Summary())
	}
}
