package county

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/collecting/county"
)

func newDesk(t *testing.T) *Desk {
	t.Helper()
	t.Setenv("PATH", t.TempDir()) // no office program is asked
	d := New(filepath.Join(t.TempDir(), "county"), slog.New(slog.DiscardHandler))
	t.Cleanup(d.Close)
	return d
}

func ask(t *testing.T, d *Desk, kind string, o order) (int, error) {
	t.Helper()
	body, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	return d.Begin(kind, body)
}

// done asks for a piece of work and waits for its end.
func done(t *testing.T, d *Desk, kind string, o order) Progress {
	t.Helper()
	id, err := ask(t, d, kind, o)
	if err != nil {
		t.Fatal(err)
	}
	return ended(t, d, id)
}

// ended waits for the end of a piece of work.
func ended(t *testing.T, d *Desk, id int) Progress {
	t.Helper()
	for {
		reach, err := d.Progress(id)
		if err != nil {
			t.Fatal(err)
		}
		if reach.State != "working" {
			return reach
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// handOver gives all files of a folder over, as a browser does.
func handOver(t *testing.T, d *Desk, as, folder string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		return d.Put(as, filepath.ToSlash(name), content)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What is handed over is collected as a folder that is named is, and is read again as
// the round before from the zip that people took away.
func TestWhatIsHandedOver(t *testing.T) {
	d, made := newDesk(t), county.Make(t, t.TempDir(), 40, 17)
	if _, err := ask(t, d, "collect", order{Handed: true, Year: county.Year}); err == nil || err.Error() != "请先选各单位的报告" {
		t.Errorf("with nothing handed over it says %v", err)
	}
	handOver(t, d, "reports", made.Folder)
	if _, err := ask(t, d, "collect", order{Handed: true, Year: county.Year}); err == nil || !strings.HasPrefix(err.Error(), "请写名单在哪里") {
		t.Errorf("without a list it says %v", err)
	}
	first := done(t, d, "roster", order{Handed: true})
	if list, ok := first.Result.(rostered); !ok || list.Units != 35 || list.List != "" {
		t.Errorf("the first list: %+v", first)
	}
	if content, err := d.File("名单.xlsx"); err != nil || !bytes.HasPrefix(content, []byte("PK")) {
		t.Errorf("the list to be fetched: %d bytes, %v", len(content), err)
	}
	list, err := os.ReadFile(made.List)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{d.Clear("list"), d.Put("list", "名单.csv", list)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	handed := done(t, d, "collect", order{Handed: true, Year: county.Year, Deadline: "2026-01-20"})
	named := done(t, newDesk(t), "collect", order{Folder: made.Folder, List: `"` + made.List + `"`, Out: filepath.Join(t.TempDir(), "汇总结果"), Year: county.Year, Deadline: "2026-01-20"})
	a, b := handed.Result.(collected), named.Result.(collected)
	if a.Summary != b.Summary || !strings.HasPrefix(a.Summary, "名单 40 个单位：收到 32，缺 6") || len(a.Written) < 30 {
		t.Errorf("%s\n%s\n%d files", a.Summary, b.Summary, len(a.Written))
	}
	for _, text := range append(a.Remarks, a.Out, handed.Message) {
		if strings.Contains(text, d.place) {
			t.Errorf("the place of what was handed over is shown: %s", text)
		}
	}
	packed, err := d.Results()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := d.Results(); err != nil || !bytes.Equal(again, packed) {
		t.Error("the same results are not the same bytes")
	}
	if z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed))); err != nil || len(z.File) != len(a.Written) {
		t.Errorf("the zip: %v", err)
	}
	t.Logf("the results take %d KB", len(packed)>>10)

	for _, err := range []error{d.Clear("reports"), d.Put("before", "汇总结果.zip", packed)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	handOver(t, d, "reports", made.Folder)
	second := done(t, d, "collect", order{Handed: true, Year: county.Year}).Result.(collected)
	if second.Round != 2 || len(second.Faults.Rows) == 0 || second.Faults.Rows[0][8] == "" {
		t.Errorf("round %d, its first problem %q", second.Round, second.Faults.Rows)
	}
	d.Close()
	if left, _ := os.ReadDir(d.place); len(left) > 0 {
		t.Errorf("what was handed over stays behind: %v", left)
	}
}

// A name leads out of no folder, and a zip that is none or far too large is refused.
func TestNothingLeadsOut(t *testing.T) {
	d := newDesk(t)
	for _, path := range []string{"../a.json", "/etc/a.json", "a/../../b.json", "", ".", `..\a.json`, `C:\a.json`, "a\x00.json", strings.Repeat("a/", 600)} {
		if err := d.Put("reports", path, []byte("{}")); err == nil {
			t.Errorf("%q was taken", path)
		}
	}
	if err := d.Put("elsewhere", "a.json", nil); err == nil {
		t.Error("it was taken as something unknown")
	}
	if err := d.Put("before", "a.zip", []byte("no zip")); err == nil || !strings.Contains(err.Error(), "坏了") {
		t.Errorf("of what is no zip it says %v", err)
	}
	for name, size := range map[string]int{"../out.json": 1, "huge.json": mostOfOne + 1} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(make([]byte, size))
		z.Close()
		if err := d.Put("before", "a.zip", b.Bytes()); err == nil {
			t.Errorf("%s of %d bytes was unpacked", name, size)
		}
	}
	left := 0
	filepath.WalkDir(filepath.Dir(d.place), func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			left++
		}
		return nil
	})
	if left > 0 {
		t.Errorf("%d files were written", left)
	}
	if _, err := d.File("../../名单.csv"); err == nil {
		t.Error("a file that is no result was given")
	}
}

// What is not complete is said in a sentence that tells what to write.
func TestWhatIsMissingIsSaid(t *testing.T) {
	d, folder := newDesk(t), t.TempDir()
	for want, o := range map[string]order{
		"请写收到的报告在哪个文件夹":               {Year: 2025},
		"“收到的报告在哪个文件夹”要写完整的地址":        {Folder: "收件", Year: 2025},
		"请写名单在哪里":                     {Folder: folder, Year: 2025},
		"请写结果写到哪个文件夹":                 {Folder: folder, List: folder, Year: 2025},
		"请写报告的年份":                     {Folder: folder, List: folder, Out: folder},
		"截止日期请写日期，如 2026-01-20，这里写的是": {Folder: folder, List: folder, Out: folder, Year: 2025, Deadline: "下周"},
	} {
		var why *Refusal
		if _, err := ask(t, d, "collect", o); !errors.As(err, &why) || !strings.HasPrefix(why.Message, want) {
			t.Errorf("%+v: it says %v, want %s", o, err, want)
		}
	}
	if end := done(t, d, "collect", order{Folder: folder, List: filepath.Join(folder, "名单.xlsx"), Out: filepath.Join(folder, "结果"), Year: 2025}); end.State != "failed" || !strings.HasPrefix(end.Message, "找不到名单“") {
		t.Errorf("%+v", end)
	}
	if end := done(t, d, "collect", order{Folder: folder, List: folder, Out: folder, Year: 2025}); end.State != "failed" || !strings.HasPrefix(end.Message, "结果不能写在放报告的文件夹里") {
		t.Errorf("%+v", end)
	}
}

// What is stopped writes nothing, and one piece of work is under way at a time.
func TestStop(t *testing.T) {
	d, made := newDesk(t), county.Make(t, t.TempDir(), 40, 17)
	out := filepath.Join(t.TempDir(), "汇总结果")
	o := order{Folder: made.Folder, List: made.List, Out: out, Year: county.Year}
	id, err := ask(t, d, "collect", o)
	if err != nil {
		t.Fatal(err)
	}
	var why *Refusal
	if _, err := ask(t, d, "collect", o); !errors.As(err, &why) || why.Status != 409 {
		t.Errorf("a second one: %v", err)
	}
	if _, err := d.Stop(id); err != nil {
		t.Fatal(err)
	}
	if end := ended(t, d, id); end.State != "stopped" {
		t.Fatalf("%+v", end)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("something was written of what was stopped")
	}
	if end := done(t, d, "collect", o); end.State != "done" || end.Done != end.All || end.Failed != 2 {
		t.Errorf("after one that was stopped: %+v", end)
	}
	if _, err := d.Progress(id); err == nil {
		t.Error("one that is over is still known")
	}
}

// What others changed in a result stays, until the page is told to replace it.
func TestWhatOthersChangedStays(t *testing.T) {
	d, made := newDesk(t), county.Make(t, t.TempDir(), 40, 17)
	out := filepath.Join(t.TempDir(), "汇总结果")
	o := order{Folder: made.Folder, List: made.List, Out: out, Year: county.Year, Agency: "澄岭县", Partial: true}
	if end := done(t, d, "sum", o); end.State != "done" || !strings.HasPrefix(end.Result.(summed).Data, "澄岭县2025年") || end.Result.(summed).Missing != 9 {
		t.Fatalf("%+v", end)
	}
	if err := os.WriteFile(filepath.Join(out, "汇总表.xlsx"), []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	end := done(t, d, "sum", o)
	if end.State != "failed" || !end.Replaces || strings.Contains(end.Message, "-force") || !strings.Contains(end.Message, "用新的覆盖") {
		t.Errorf("%+v", end)
	}
	o.Replace = true
	if end := done(t, d, "sum", o); end.State != "done" {
		t.Errorf("%+v", end)
	}
	o.Partial = false
	if end := done(t, d, "sum", o); end.State != "done" || end.Result.(summed).Data != "" || len(end.Result.(summed).Left) < 9 {
		t.Errorf("%+v", end)
	}
}
