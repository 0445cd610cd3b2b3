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
	laid, _, err := f.Lay(file, f.Prepare(file, r))
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

// What an older content of a file left goes with it, unless somebody has worked on it or
// it is another's by now.
func TestOldFilesGo(t *testing.T) {
	for _, c := range []struct {
		name, agency  string
		edited, other bool
		removed, kept int
	}{
		{name: "with errors now", removed: 2},
		{name: "of another agency now", agency: "乙县", removed: 2},
		{name: "of the same agency", agency: "甲县"},
		{name: "edited", edited: true, removed: 1, kept: 1},
		{name: "another's", other: true},
	} {
		folder := t.TempDir()
		place := "here:" + folder
		old := &queue.File{Source: "here:/a.json", Name: "a.json", Key: strings.Repeat("a", 64)}
		if err := lay(t, Open(folder, place, []*queue.File{old}), old, "甲县"); err != nil {
			t.Fatal(err)
		}
		if c.edited {
			if err := os.WriteFile(filepath.Join(folder, "甲县.docx"), []byte("theirs"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		file := &queue.File{Source: old.Source, Name: old.Name, Key: strings.Repeat("b", 64), Old: old.Laid}
		all := []*queue.File{file}
		if c.other {
			all = append(all, &queue.File{Source: "here:/b.json", Name: "b.json", Key: old.Key, Laid: old.Laid})
		}
		f := Open(folder, place, all)
		r := &job.Result{Findings: []byte("{}")}
		if c.agency != "" {
			for _, format := range []string{".docx", ".pdf"} {
				r.Files = append(r.Files, job.File{Name: c.agency + format, Content: []byte(old.Key)})
			}
		}
		_, went, err := f.Lay(file, f.Prepare(file, r))
		if err != nil || len(went.Removed) != c.removed || len(went.Kept) != c.kept {
			t.Errorf("%s: %+v, %v", c.name, went, err)
		}
		left := below(t, folder)
		if c.agency == "甲县" || c.other {
			if !slices.Contains(left, "甲县.docx") || !slices.Contains(left, "甲县.pdf") {
				t.Errorf("%s: it is gone", c.name)
			}
		} else if slices.Contains(left, "甲县.docx") != c.edited || slices.Contains(left, "甲县.pdf") {
			t.Errorf("%s: there are %q", c.name, left)
		}
	}
}
