package collecting

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/report/jsonfile"
)

// The second round says of every fault what became of it, and names what was changed
// without having been asked for.
func TestBefore(t *testing.T) {
	made, o := made(t)
	collect(t, o, nil)
	first := o.Out
	retyped(t, filepath.Join(first, faultsFile), kindFaults, entryColumns, func(row map[string]string) {
		if row["轻重"] == "警告" {
			row["单位说明"] = "省里要求的"
		}
	})
	before, err := ReadBefore(first)
	if err != nil || before.Round != 1 {
		t.Fatal(before, err)
	}
	// One unit mends its sum, another changes a number that nobody spoke of.
	rewrite := func(file string, sets ...string) {
		path := filepath.Join(made.Folder, file)
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, _ := jsonfile.Decode(content)
		for i := 0; i < len(sets); i += 2 {
			if p := r.Set(sets[i], sets[i+1]); p != nil {
				t.Fatal(p)
			}
		}
		if err := os.WriteFile(path, jsonfile.EncodeWhole(r), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	rewrite("邮件/1月10日/澄岭县市场监督管理局.json", "requests.received.total", "9")
	rewrite("澄岭县教育局.json", "disclosure.licensing", "541", "problems", "存在的主要问题：都好。\n改进情况：继续。")
	o.Out = filepath.Join(filepath.Dir(made.Folder), "第二轮")
	collect(t, o, before)
	list := shown(t, filepath.Join(o.Out, faultsFile))
	line := func(words ...string) bool {
		for l := range strings.Lines(list) {
			all := true
			for _, word := range words {
				all = all && strings.Contains(l, word)
			}
			if all {
				return true
			}
		}
		return false
	}
	for _, want := range [][]string{
		{"澄岭县市场监督管理局", "｜已改｜sum.applicants", "已改\n"}, {"澄岭县统计局", "number.blank", "未改\n"}, {"城市管理", "edition.variant", "省里要求的｜已说明\n"},
		{"澄岭县教育局", "改动", "540→541，第 1 轮没有提"}, {"澄岭县教育局", "文字有改动"},
	} {
		if !line(want...) {
			t.Errorf("nothing says %q in\n%s", want, list)
		}
	}
	if strings.Contains(list, "新出现") || strings.Count(list, "→") != 1 {
		t.Errorf("something is said to be new or changed:\n%s", list)
	}
	if _, err := ReadBefore(made.Folder); err == nil {
		t.Error("a folder of reports passes for results")
	}
}
