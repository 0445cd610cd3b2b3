package disk

import (
	"os"
	"testing"
)

func TestReplaceIsAllOrNone(t *testing.T) {
	for name, old := range map[string]bool{"over an old file": true, "where none was": false} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, "b/x", "") // a folder in the way
			outputs := []Output{{Path: "a", Content: []byte("new")}, {Path: "b", Content: []byte("new")}}
			left := []string{"b"}
			if old {
				put(t, "a", "old")
				var err error
				if outputs[0].old, err = os.Stat("a"); err != nil {
					t.Fatal(err)
				}
				left = append(left, "a")
			}
			failed, err := replace(outputs)
			if err == nil || failed != "b" {
				t.Errorf("%q failed with %v", failed, err)
			}
			wantFiles(t, ".", left...)
			if old && get(t, "a") != "old" {
				t.Errorf("the old file holds %q", get(t, "a"))
			}
		})
	}
}

func TestReplaceCannotStage(t *testing.T) {
	inFolder(t, "a", "old")
	old, err := os.Stat("a")
	if err != nil {
		t.Fatal(err)
	}
	outputs := []Output{{Path: "a", Content: []byte("new"), old: old}, {Path: "none/b", Content: []byte("new")}}
	if failed, err := replace(outputs); err == nil || failed != "none/b" {
		t.Errorf("%q failed with %v", failed, err)
	}
	wantFiles(t, ".", "a")
	if get(t, "a") != "old" {
		t.Error("a file was replaced though the other could not be written")
	}
}

// Somebody else's leftover has the name that ours would take.
func TestTemporaryNameIsTaken(t *testing.T) {
	inFolder(t)
	first, err := writeTemp(".", []byte("theirs"))
	if err != nil {
		t.Fatal(err)
	}
	living.next--
	if failed, err := replace([]Output{{Path: "a", Content: []byte("ours")}}); err != nil {
		t.Fatal(failed, err)
	}
	if get(t, first) != "theirs" || get(t, "a") != "ours" {
		t.Error("the leftover was used")
	}
	wantFiles(t, ".", first, "a")
}

func TestReplaceKeepsRights(t *testing.T) {
	inFolder(t, "a", "old")
	if err := os.Chmod("a", 0o664); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat("a")
	if err != nil {
		t.Fatal(err)
	}
	if failed, err := replace([]Output{{Path: "a", Content: []byte("new"), old: before}}); err != nil {
		t.Fatal(failed, err)
	}
	after, err := os.Stat("a")
	if err != nil || after.Mode() != before.Mode() {
		t.Errorf("%v, was %v", after.Mode(), before.Mode())
	}
}

// Where a drive has no links, a copy serves to put the old file back.
func TestCopyServesAsBackup(t *testing.T) {
	inFolder(t, "a", "old")
	old, err := os.Stat("a")
	if err != nil {
		t.Fatal(err)
	}
	backup, err := copyTemp(".", "a")
	if err != nil {
		t.Fatal(err)
	}
	put(t, "a", "new")
	if err := undo([]Output{{Path: "a", old: old, backup: backup}}); err != nil {
		t.Fatal(err)
	}
	if get(t, "a") != "old" {
		t.Error("the old file did not come back")
	}
	wantFiles(t, ".", "a")
	if name, err := copyTemp(".", "none"); err == nil {
		t.Errorf("%s is a copy of nothing", name)
	}
}
