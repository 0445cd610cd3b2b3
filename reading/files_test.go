package reading

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/problem"
	"nianbao/reading/published"
	"nianbao/report"
)

// One report in the ways in which offices and websites write it: every number is
// read, and is the same.
func TestOneReportInManyHabits(t *testing.T) {
	read := func(path string) *Reading {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file = published.Labelled(t, file)
		r, err := ReadNamed(bytes.NewReader(file), int64(len(file)), path)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		return r
	}
	want := read("testdata/files/titles.5.html").Report
	agencies := map[string]string{
		"titles.1": "青石乡人民政府", "titles.2": "临河区教育局", "titles.3": "东山区住房和建设局", "titles.4": "平川市市场监督管理局",
		"titles.5": "涞源县人民政府办公室", "titles.6": "涞源县", "titles.7": "清水县柳林乡",
	}
	files, _ := filepath.Glob("testdata/files/*")
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		if strings.HasPrefix(name, "table-two-extra-column") {
			continue
		}
		r := read(path)
		agency := agencies[name]
		if agency == "" {
			agency = "测试市"
		}
		if r.Report.Agency != agency || r.Report.Year != 2024 {
			t.Errorf("%s: %s %d, want %s", name, r.Report.Agency, r.Report.Year, agency)
		}
		for _, leaf := range want.Template.Leaves() {
			got, ok := r.Report.Numbers[leaf.Path]
			if !ok || got.Text != want.Numbers[leaf.Path].Text || got.Origin != report.Given {
				t.Errorf("%s: %s is %q, want %q", name, leaf.Place, got.Text, want.Numbers[leaf.Path].Text)
				break
			}
		}
		if bad := problem.HasErrors(r.Problems); bad != strings.HasSuffix(name, "two-reports") {
			t.Errorf("%s: errors: %v\n%s", name, bad, told(r))
		}
		for _, key := range []string{"overview", "problems", "other_matters"} {
			if r.Report.Prose[key].Text != want.Prose[key].Text {
				t.Errorf("%s: %s is %q", name, key, r.Report.Prose[key].Text)
			}
		}
	}
}
