package font

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func list(folder string) ([]string, bool) {
	w := walk{seen: map[string]bool{}}
	return w.list(folder)
}

func TestFilesOfFaces(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, strings.Repeat("d/", deepest))
	want := []string{
		put(t, nil, root, "A.TTC"), put(t, nil, root, "b.ttf"), put(t, nil, root, "c", "d.otf"), put(t, nil, deep, "e.Ttf"),
	}
	put(t, nil, root, "c", "readme.txt")
	put(t, nil, root, "ttf")
	put(t, nil, root, "x.ttf", "y.pfb") // a folder
	if got, cut := list(root); !slices.Equal(got, want) || cut {
		t.Errorf("%q, %v, want %q", got, cut, want)
	}
	put(t, nil, deep, "f", "too-deep.ttf")
	if got, cut := list(root); !slices.Equal(got, want) || !cut {
		t.Errorf("%q, %v, want %q", got, cut, want)
	}
	if got, cut := list(filepath.Join(root, "none")); got != nil || cut {
		t.Errorf("a folder that is not there holds %q", got)
	}
}

func TestLinks(t *testing.T) {
	root, other := t.TempDir(), t.TempDir()
	put(t, nil, other, "b.ttf")
	file := put(t, nil, root, "a.ttf")
	for link, to := range map[string]string{
		"file.ttf": file, "folder": other, "same": other, "circle": root, "nowhere.ttf": "/nowhere", "itself.ttf": "itself.ttf",
	} {
		if err := os.Symlink(to, filepath.Join(root, link)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	want := []string{file, filepath.Join(root, "file.ttf"), filepath.Join(root, "folder", "b.ttf")}
	if got, cut := list(root); !slices.Equal(got, want) || cut {
		t.Errorf("%q, %v, want %q", got, cut, want)
	}
}

func TestTooManyFiles(t *testing.T) {
	root := t.TempDir()
	for i := range 5 {
		put(t, nil, root, fmt.Sprint(i, ".ttf"))
	}
	w := walk{seen: map[string]bool{}, files: make([]string, mostFiles-2)}
	if w.folder(root, 0); len(w.files) != mostFiles || !w.cut {
		t.Errorf("%d files, %v", len(w.files), w.cut)
	}
	w = walk{seen: map[string]bool{}, folders: mostFolders}
	if w.folder(root, 0); len(w.files) != 0 || !w.cut {
		t.Errorf("%d files in one folder too many, %v", len(w.files), w.cut)
	}
}

func TestPlaces(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the expectations are written with /")
	}
	for _, c := range []struct {
		system      string
		environment map[string]string
		want        []string
	}{
		{"windows", map[string]string{"SystemRoot": `D:\Win`, "LOCALAPPDATA": `C:\Users\甲\AppData\Local`},
			[]string{`C:\Users\甲\AppData\Local/Microsoft/Windows/Fonts`, `D:\Win/Fonts`}},
		{"windows", nil, []string{`C:\Windows/Fonts`}},
		{"darwin", map[string]string{"HOME": "/Users/a"}, []string{"/Users/a/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"}},
		{"linux", map[string]string{"HOME": "/home/a"},
			[]string{"/home/a/.local/share/fonts", "/home/a/.fonts", "/usr/local/share/fonts", "/usr/share/fonts"}},
		{"linux", map[string]string{"HOME": "/home/a", "XDG_DATA_HOME": "/data", "XDG_DATA_DIRS": "/opt/share:relative::/usr/share/kylin"},
			[]string{"/data/fonts", "/home/a/.fonts", "/opt/share/fonts", "/usr/share/kylin/fonts"}},
		{"linux", nil, []string{"/usr/local/share/fonts", "/usr/share/fonts"}},
	} {
		got := places(c.system, func(name string) string { return c.environment[name] })
		if c.system == "darwin" {
			got = slices.DeleteFunc(got, func(folder string) bool { return strings.Contains(folder, "AssetsV2") })
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.system, got, c.want)
		}
	}
}
