package main

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	checks "nianbao/check"
	"nianbao/filing"
	"nianbao/report/jsonfile"
)

func TestCheck(t *testing.T) {
	inFolder(t, "good.json", minimal(t), "bad.json", minimal(t, received, `"received": {"natural_person": 1`, `"licensing": 0`, `"licensing": "/"`))
	a := nianbao(t, "check", "good.json")
	a.want(t, fine)
	if want := "good.json：没有发现问题。核对了 200 个数字，42 条勾稽关系；文字里的数核对了 1 个，没有核对 1 个。\n"; a.out != want {
		t.Errorf("%q, want %q", a.out, want)
	}
	a = nianbao(t, "check", "bad.json")
	a.want(t, wrong, "（sum.applicants）\n    怎么改：", "\nbad.json：错误 2 处，提示 1 处。\n")
	if strings.Index(a.out, "提示  ") < strings.LastIndex(a.out, "错误  ") {
		t.Error("a notice stands before an error")
	}
	a = nianbao(t, "check", "bad.json", "good.json")
	a.want(t, wrong, "【bad.json】\n错误  ", "good.json：没有发现问题", "共 2 份：没有错误 1 份，有错误 1 份，读不了 0 份。\n")
	a = nianbao(t, "check", "bad.json", "没有.json")
	a.want(t, impossible, "找不到文件“没有.json”", "共 2 份：没有错误 0 份，有错误 1 份，读不了 1 份。\n")
	wantFiles(t, ".", "good.json", "bad.json")
}

// What only shows in print is found without printing.
func TestCheckFindsTheUnprintable(t *testing.T) {
	inFolder(t, "a.json", minimal(t, "本办公室", "本办公室\U0010fffd", received, `"received": {"natural_person": 1`))
	nianbao(t, "check", "a.json").want(t, wrong, "glyph.control", "sum.applicants")
}

func TestBlankReportIsBlankCellByCell(t *testing.T) {
	for _, edition := range []string{"2019", "2021"} {
		year := map[string]string{"2019": "2020", "2021": "2025"}[edition]
		blankReport := nianbao(t, "new", "-agency", "甲县", "-year", year, "-edition", edition).out
		inFolder(t, "a.json", blankReport)
		findings := findingsIn(t, nianbao(t, "check", "-json", "a.json").out)
		blank := map[string]bool{}
		for _, p := range findings[0].Problems {
			if p.Code == "number.blank" {
				blank[p.Path] = true
			} else if !strings.HasPrefix(p.Code, "prose.") {
				t.Errorf("%s: of a blank report it says %s", edition, p)
			}
		}
		r, _ := jsonfile.Decode([]byte(blankReport))
		for _, leaf := range r.Template.Leaves() {
			if !leaf.Total && !blank[leaf.Path] {
				t.Errorf("%s: %s is not called blank", edition, leaf.Place)
			}
		}
	}
}

func TestCheckRepeatsNoFix(t *testing.T) {
	inFolder(t, "a.json", minimal(t, `"issued": 0, "repealed": 0`, `"issued": null, "repealed": null`))
	a := nianbao(t, "check", "a.json")
	a.want(t, wrong, "错误 4 处")
	if n := strings.Count(a.out, "怎么改"); n != 1 {
		t.Errorf("four blanks are mended in %d ways", n)
	}
}

func TestCheckInJSON(t *testing.T) {
	inFolder(t, "good.json", minimal(t), "bad.json", minimal(t, received, `"received": {"natural_person": 1`, `"licensing": 0`, `"licensing": "/"`))
	a := nianbao(t, "check", "good.json", "bad.json", "没有.json", "-json")
	a.want(t, impossible)
	if a.err != "" {
		t.Error("what a program reads is not all on standard output")
	}
	findings := findingsIn(t, a.out)
	good, bad, missing := findings[0], findings[1], findings[2]
	if good.File != "good.json" || good.Errors != 0 || good.Pages != 3 || good.Problems == nil {
		t.Errorf("%+v", good)
	}
	if bad.Errors != 2 || bad.Notices != 1 || bad.Warnings != 0 || len(bad.Problems) != 3 {
		t.Errorf("%+v", bad)
	}
	r, problems := jsonfile.Decode([]byte(get(t, "bad.json")))
	if want := filing.Ranked(append(problems, checks.Check(r)...)); !reflect.DeepEqual(bad.Problems, want) {
		t.Errorf("%+v\nwant %+v", bad.Problems, want)
	}
	if !strings.HasPrefix(missing.Failure, "找不到文件") || missing.Problems == nil {
		t.Errorf("%+v", missing)
	}
	for _, key := range []string{`"severity": "error"`, `"code": `, `"path": `, `"line": `, `"place": `, `"message": `, `"fix": `} {
		if !strings.Contains(a.out, key) {
			t.Errorf("%s is not printed", key)
		}
	}
	nianbao(t, "check", "-json", "good.json").want(t, fine, `"problems": []`)
	nianbao(t, "check", "-json", "bad.json").want(t, wrong)
}

// findingsIn are those of check -json.
func findingsIn(t *testing.T, out string) []finding {
	t.Helper()
	var said struct{ Files []finding }
	decodeJSON(t, out, &said)
	return said.Files
}

func decodeJSON(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
}
