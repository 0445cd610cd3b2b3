package disk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// inFolder puts files into a new folder and makes it the current one.
func inFolder(t *testing.T, nameAndContent ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(nameAndContent); i += 2 {
		put(t, nameAndContent[i], nameAndContent[i+1])
	}
}

func put(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// wantFiles fails unless the folder holds just these.
func wantFiles(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, entry := range entries {
		found = append(found, entry.Name())
	}
	slices.Sort(names)
	slices.Sort(found)
	if !slices.Equal(found, names) {
		t.Errorf("%s holds %q, want %q", folder, found, names)
	}
}
