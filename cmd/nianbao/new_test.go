package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestNew(t *testing.T) {
	for _, c := range []struct {
		year, edition string
		args          []string
	}{
		{"2025", "2021", nil},
		{"2021", "2021", nil},
		{"2020", "2019", nil},
		{"2025", "2019", []string{"-edition", "2019"}}, // an office may be asked to
	} {
		a := nianbao(t, append([]string{"new", "-agency", "涞源县", "-year", c.year}, c.args...)...)
		a.want(t, fine)
		var got struct {
			Edition, Agency string
			Year            json.Number
		}
		decodeJSON(t, a.out, &got)
		if got.Edition != c.edition || got.Agency != "涞源县" || got.Year.String() != c.year {
			t.Errorf("%+v", got)
		}
	}
}

// The form as a spreadsheet is put into a folder, is never written over what has been
// filled in, and is a report for check.
func TestNewSpreadsheet(t *testing.T) {
	dir := t.TempDir()
	args := []string{"new", "-agency", "涞源县", "-year", "2025", "-format", "xlsx", "-o"}
	nianbao(t, append(args, dir)...).want(t, fine, "已写出：", "涞源县2025年政府信息公开工作年度报告.xlsx", "nianbao check")
	path := filepath.Join(dir, "涞源县2025年政府信息公开工作年度报告.xlsx")
	nianbao(t, append(args, dir)...).want(t, fine)
	nianbao(t, "check", path).want(t, wrong, "表四：整个表没有填")
	form, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if a := nianbao(t, append(args, "-")...); a.out != string(form) {
		t.Error("other bytes on standard output")
	}
	if err := os.WriteFile(path, append(form, 'x'), 0o644); err != nil {
		t.Fatal(err)
	}
	nianbao(t, append(args, dir)...).want(t, impossible, "没有覆盖", "-force")
	nianbao(t, append(args, dir, "-force")...).want(t, fine)
	nianbao(t, "new", "-agency", "涞源县", "-year", "2025", "-o", dir).want(t, impossible, "-format xlsx")
	nianbao(t, "new", "-agency", "涞源县", "-year", "2025", "-format", "pdf").want(t, impossible, "可以写 json、xlsx")
}

func TestNewWithoutWhatItNeeds(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		said string
	}{
		"nothing":         {nil, "请用 -agency 写出机关名称，例如 -agency 涞源县。"},
		"no year":         {[]string{"-agency", "甲县"}, "请用 -year 写出报告的年份，例如 -year 2025。"},
		"no agency":       {[]string{"-agency", " ", "-year", "2025"}, "请用 -agency"},
		"short year":      {[]string{"-agency", "甲县", "-year", "25"}, "年份“25”不对，请写四位半角数字，例如 2025。"},
		"full-width year": {[]string{"-agency", "甲县", "-year", "２０２５"}, "请写四位半角数字"},
		"signed year":     {[]string{"-agency", "甲县", "-year", "+202"}, "请写四位半角数字"},
		"too early":       {[]string{"-agency", "甲县", "-year", "2018"}, "没有 2018 年用的格式：全国统一的格式从 2019 年的报告开始。"},
		"far future":      {[]string{"-agency", "甲县", "-year", "9999"}, "年份应不晚于 2100 年"},
		"no such edition": {[]string{"-agency", "甲县", "-year", "2025", "-edition", "2023"}, "没有“2023”这个格式，可以用的有 2019、2021。"},
		"a variant":       {[]string{"-agency", "甲县", "-year", "2025", "-edition", "2021-single-other"}, "新报告请用 2019、2021。"},
		"no flag":         {[]string{"涞源县", "-year", "2025"}, "“涞源县”前面没有写选项。"},
	} {
		t.Run(name, func(t *testing.T) {
			a := nianbao(t, append([]string{"new"}, c.args...)...)
			a.want(t, impossible, c.said, "用法见 nianbao new -h。")
			if a.out != "" {
				t.Error("something was printed that could be taken for a report")
			}
		})
	}
}

func TestSchema(t *testing.T) {
	a := nianbao(t, "schema", "2021")
	a.want(t, fine, "https://json-schema.org/draft/2020-12/schema")
	var schema map[string]any
	decodeJSON(t, a.out, &schema)
	nianbao(t, "schema", "2021-single-other").want(t, fine)
	nianbao(t, "schema").want(t, impossible, "请写出格式版本：2019、2021、2021-single-other。")
	nianbao(t, "schema", "2023").want(t, impossible, "没有“2023”这个格式，可以用的有 2019、2021、2021-single-other。")
	nianbao(t, "schema", "2019", "2021").want(t, impossible, "一次只能写一个格式版本。")
}
