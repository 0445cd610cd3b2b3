package disk

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A draft is its owner's alone, and what a dead run left of another one goes.
func TestWritePrivate(t *testing.T) {
	dir := t.TempDir()
	dead := filepath.Join(dir, fmt.Sprintf(".nianbao-%s-%d-%d-0.tmp", "elsewhere", 1, time.Now().Add(-2*othersAfter).Unix()))
	if err := os.WriteFile(dead, []byte("someone's draft"), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "draft.json")
	for _, text := range []string{"first", "second"} {
		if err := WritePrivate(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Fatalf("%q %v", got, err)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v %v: others may read it", info, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("%v %v: only the draft should be there", entries, err)
	}
	if err := WritePrivate(filepath.Join(dir, "missing", "draft.json"), nil); err == nil {
		t.Error("a folder that is not there was written into")
	}
}
