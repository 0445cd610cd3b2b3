package mapping

import (
	"os"
	"path/filepath"
	"testing"
)

// What is wrong with the program itself must not pass for a damaged face.
func TestOnlyFaultsAreGuarded(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a panic was swallowed")
		}
	}()
	Guarded(func() error {
		var none []byte
		_ = none[len(none)]
		return nil
	})
}

func TestMappingOfNoFile(t *testing.T) {
	folder := t.TempDir()
	empty := filepath.Join(folder, "empty.ttf")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{folder, empty, folder + "/none"} {
		if file, err := Open(path); err == nil {
			file.Close()
			t.Errorf("%s was mapped", path)
		}
	}
}
