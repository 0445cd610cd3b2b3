package roster

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const list = "年报单位名单,,,\n单位（标题里的全称）,别名（；分隔）,计入汇总,电话\n涞源县公安局,公安局；县公安局,是,0312-1\n涞源县水堡镇人民政府,,否,\n涞源县林业局,,上级代报,\n"

func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(list))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"UTF-8": []byte(list), "with a mark": []byte("\xef\xbb\xbf" + list), "GBK": gbk, "tabs": []byte(strings.ReplaceAll(list, ",", "\t")),
		"other brackets": []byte(strings.NewReplacer("（", "(", "）", ")").Replace(list)),
		"other heads":    []byte(strings.NewReplacer("单位（标题里的全称）", " 单位全称 ", "别名（；分隔）", "单位简称", "计入汇总", "是否计入汇总", "电话", "联系电话").Replace(list)),
		"line ends":      []byte(strings.ReplaceAll(list, "\n", "\r\n")),
	} {
		r, err := Read(write(t, "名单.csv", content))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		u := r.Units
		if len(u) != 3 || u[0].Name != "涞源县公安局" || strings.Join(u[0].Aliases, " ") != "公安局 县公安局" || u[0].Telephone != "0312-1" ||
			u[0].Line != 3 || u[0].Part != Counted || u[1].Part != Left || u[2].Part != ByParent {
			t.Errorf("%s: %+v", name, u)
		}
	}
	if r, err := Read(write(t, "a.csv", []byte("甲局\n乙局\n"))); err != nil || len(r.Units) != 2 {
		t.Errorf("names alone: %v", err)
	}
}

// A roster that cannot serve names every line that must be mended.
func TestRefusals(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"单位\n甲局\n乙局\n甲 局\n", "第 2 行和第 4 行都有“甲局”"},
		{"单位,别名\n甲局,丙\n乙局,丙\n", "第 2 行和第 3 行都有“丙”"},
		{"单位,别名\n甲局,乙局\n乙局,\n", "第 2 行和第 3 行都有“乙局”"},
		{"单位,别名\n,丙\n甲局,\n", "第 2 行没有写单位"},
		{"单位,计入汇总\n甲局,也许\n", "第 2 行的“计入汇总”写的是“也许”"},
		{"单位,机关层级\n甲局,高级\n", "第 2 行的机关层级写的是“高级”"},
		{"单位\nA/B局\nA／B局\n", "写成文件的名字是一样的"},
		{"名录,计入汇总,别名\n甲局,否,\n", "第 1 行是表头，却没有“单位”一列"},
		{"单位\n", "里面没有单位"},
		{"单位\n" + strings.Repeat("甲局\n", 400_000), "超过 20000 行"},
		{"单位\n" + strings.Repeat("甲局\n", 1000), "第 2 行和第 22 行都有“甲局”；……共 999 处"},
		{"单位\n甲局" + strings.Repeat(",", 2_000_000), "200 列"},
		{"单位\n" + strings.Repeat("甲", 3_000_000), "太长，不像是单位的名称"},
		{"单位,别名\n甲局," + strings.Repeat("乙；", 200_000), "的别名太多"},
		{"", "里面没有单位"},
	} {
		if _, err := Read(write(t, "名单.csv", []byte(c.content))); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.60q: %v, want %s", c.content, err, c.want)
		}
	}
	for name, content := range map[string]string{"名单.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "名单.xlsx": "PK\x03\x04xl/", "名单.docx": "PK\x03\x04word/", "名单.pdf": "%PDF-1.4", "二进制.csv": "\xff\xfe\x00\xff"} {
		if r, err := Read(write(t, name, []byte(content))); err == nil {
			t.Errorf("%s: %+v", name, r)
		}
	}
	if _, err := Read(os.DevNull); err == nil {
		t.Error("a device is a roster")
	}
	if _, err := Read(filepath.Join(t.TempDir(), "没有.csv")); err == nil || !strings.Contains(err.Error(), "找不到名单") {
		t.Error(err)
	}
}

func TestFind(t *testing.T) {
	r, err := New([]Unit{
		{Name: "涞源县公安局", Aliases: []string{"公安局"}}, {Name: "水堡镇人民政府"}, {Name: "东团堡乡"}, {Name: "东团堡乡人民政府驻县办"}, {Name: "县政府办"}, {Name: "政府办"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct {
		unit int
		how  How
		ok   bool
	}{
		"涞源县公安局": {0, ByName, true}, "涞源县 公安局": {0, ByName, true}, "公安局": {0, ByAlias, true}, "涞源公安局": {0, ByLikeness, true},
		"水堡镇": {1, ByLikeness, true}, "东团堡乡": {2, ByName, true}, "政府办": {5, ByName, true}, "县人民政府政府办": {}, // two are alike
		"": {}, "县": {}, "定兴县公安局": {}, "涞源县公安局交警大队": {},
	} {
		unit, how, ok := r.Find(name)
		if ok != want.ok || ok && (unit != want.unit || how != want.how) {
			t.Errorf("%s: %d %d %v, want %+v", name, unit, how, ok, want)
		}
	}
	for path, want := range map[string]int{"收件/涞源县公安局2025年报.doc": 0, "水堡镇.pdf": 1, "东团堡乡/扫描.pdf": 2, "东团堡乡人民政府驻县办.pdf": 3, "扫描0001.pdf": -1, "公安局、水堡镇.pdf": -1} {
		unit, ok := r.InFile(path)
		if ok != (want >= 0) || ok && unit != want {
			t.Errorf("%s: %d %v, want %d", path, unit, ok, want)
		}
	}
}

func FuzzRows(f *testing.F) {
	f.Add([]byte(list))
	f.Add([]byte("单位;\"a\n甲\x00局\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		rows, err := rowsOf(content, "名单.csv")
		if err != nil {
			return
		}
		r, err := fromRows(rows)
		if err != nil {
			return
		}
		for i, u := range r.Units {
			if unit, _, ok := r.Find(u.Name); ok && unit != i {
				t.Errorf("%q is found as another", u.Name)
			}
		}
	})
}
