package disk

import (
	"os"
	"runtime"
	"strings"
	"testing"
)

// replaceStaged is what Write does once it has looked.
func replaceStaged(outputs []Output) (failed string, err error) {
	s := Staged{outputs: outputs}
	defer s.Discard()
	for i := range outputs {
		outputs[i].place = outputs[i].Path
		if err := outputs[i].stage(); err != nil {
			return outputs[i].Path, err
		}
	}
	return replace(outputs)
}

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
			failed, err := replaceStaged(outputs)
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
	if failed, err := replaceStaged(outputs); err == nil || failed != "none/b" {
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
	first, err := writeTemp(".", []byte("theirs"), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	living.next--
	if failed, err := replaceStaged([]Output{{Path: "a", Content: []byte("ours")}}); err != nil {
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
	if failed, err := replaceStaged([]Output{{Path: "a", Content: []byte("new"), old: before}}); err != nil {
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
	if err := undo([]Output{{Path: "a", place: "a", old: old, backup: backup}}); err != nil {
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

// A link goes on leading where somebody had it lead.
func TestALinkIsWrittenThrough(t *testing.T) {
	inFolder(t, "共享/a", "old", "b", "")
	if err := os.Symlink("共享/a", "a"); err != nil {
		t.Skip("no links here: ", err)
	}
	if err := os.Symlink("没有", "c"); err != nil {
		t.Fatal(err)
	}
	if changed, err := Write([]Output{{Path: "a", Content: []byte("new")}, {Path: "b", Content: []byte("new")}}, true); !changed || err != nil {
		t.Fatal(changed, err)
	}
	if target, err := os.Readlink("a"); err != nil || target != "共享/a" || get(t, "共享/a") != "new" {
		t.Errorf("the link leads to %q, %v; what it led to holds %q", target, err, get(t, "共享/a"))
	}
	if _, err := Write([]Output{{Path: "b", Content: []byte("newer")}, {Path: "c", Content: []byte("new")}}, true); err == nil || !strings.Contains(err.Error(), "“c”：它是一个链接") {
		t.Errorf("a link to nowhere: %v", err)
	}
	wantFiles(t, ".", "a", "b", "c", "共享")
	wantFiles(t, "共享", "a")
	if get(t, "b") != "new" {
		t.Error("one of two files was written")
	}
}

// What is on its way is read by nobody who may not read what it replaces.
func TestATemporaryFileIsAsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows knows no such rights")
	}
	inFolder(t, "a", "old")
	if err := os.Chmod("a", 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Stage([]Output{{Path: "a", Content: []byte("new")}}, true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	if info, err := os.Stat(s.outputs[0].temp); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}
