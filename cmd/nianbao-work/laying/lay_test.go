package laying

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
)

// lay lays a report for a file; agency "" is one with errors, of which there are findings
// alone.
func lay(t *testing.T, f *Folder, file *queue.File, agency string) error {
	t.Helper()
	r := &job.Result{Findings: []byte(`{"files": [{"file": "` + file.Key + `.json"}]}`)}
	if agency != "" {
		r.Files = []job.File{{Name: agency + ".docx", Content: []byte(file.Key)}, {Name: agency + ".pdf", Content: []byte(file.Key)}}
	}
	laid, err := f.Lay(file, f.Prepare(file, r))
	if err == nil {
		file.Laid = &laid
	}
	return err
}

func below(t *testing.T, folder string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, filepath.ToSlash(strings.TrimPrefix(path, folder+string(filepath.Separator))))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Sources of one name all come out, under names that their order does not decide.
func TestSourcesOfOneName(t *testing.T) {
	want := []string{"乙县.docx", "乙县.pdf", "甲县.docx", "甲县.pdf", "核对结果/年报.json.aaaaaaaa.json", "核对结果/年报.json.bbbbbbbb.json"}
	slices.Sort(want)
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		folder := t.TempDir()
		agencies := []string{"甲县", "乙县"}
		files := []*queue.File{
			{Source: "here:/甲县/年报.json", Name: "年报.json", Key: strings.Repeat("a", 64)},
			{Source: "here:/乙县/年报.json", Name: "年报.json", Key: strings.Repeat("b", 64)},
		}
		f := Open(folder, "here:"+folder, []*queue.File{files[order[0]], files[order[1]]})
		for _, i := range order {
			if err := lay(t, f, files[i], agencies[i]); err != nil {
				t.Error(err)
			}
		}
		got := below(t, folder)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%v: there are\n%q, not\n%q", order, got, want)
		}
	}
}

// Side by side are Word and PDF; what is said of reports that are all called report.json
// stays in folders of its own.
func TestSideBySide(t *testing.T) {
	folder := t.TempDir()
	files := []*queue.File{
		{Source: "here:/a/report.json", Name: "a/report.json", Key: strings.Repeat("a", 64)},
		{Source: "here:/b/report.json", Name: "b/report.json", Key: strings.Repeat("b", 64)},
		{Source: "here:/c/report.json", Name: "c/report.json", Key: strings.Repeat("c", 64)},
	}
	f := Open(folder, "here:"+folder, files)
	f.Flat = true
	for i, agency := range []string{"甲县", "乙县", "乙县"} {
		if err := lay(t, f, files[i], agency); (err == nil) != (i < 2) {
			t.Errorf("%s: %v", files[i].Name, err)
		}
	}
	got := below(t, folder)
	slices.Sort(got)
	want := []string{"乙县.docx", "乙县.pdf", "甲县.docx", "甲县.pdf", "核对结果/a/report.json.json", "核对结果/b/report.json.json"}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("there are\n%q, not\n%q", got, want)
	}
}
