package disk

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// What comes or is changed while a report waits for its turn is held against the same
// rules as what was there before.
func TestChangedWhileStaged(t *testing.T) {
	const edited, ours, others = "edited", "new", "of the program's, unedited"
	for _, c := range []struct {
		what, before, meanwhile string // "": no file
		force                   bool
		said, want              string
	}{
		{"it appears", "", edited, false, "在生成以后有人改过", edited},
		{"it is edited", others, edited, false, "在生成以后有人改过", edited},
		{"it is edited, and they force", others, edited, true, "", ours},
		{"it appears, the same", "", ours, false, "", ours},
		{"another run writes it", "", others, false, "", ours},
		{"it goes away", others, "", false, "", ours},
	} {
		t.Run(c.what, func(t *testing.T) {
			inFolder(t)
			if c.before != "" {
				put(t, "a", c.before)
			}
			isEdited := func(content []byte) bool { return string(content) == edited }
			s, err := Stage([]Output{{Path: "a", Content: []byte(ours), Edited: isEdited}, {Path: "b", Content: []byte("b")}}, c.force)
			if err != nil {
				t.Fatal(err)
			}
			if c.meanwhile != "" {
				put(t, "a", c.meanwhile)
			} else if err := os.Remove("a"); err != nil {
				t.Fatal(err)
			}
			changed, err := s.Commit()
			left := []string{"a"}
			if c.said == "" {
				left = append(left, "b")
				if !changed || err != nil {
					t.Errorf("%t, %v", changed, err)
				}
			} else if err == nil || !strings.Contains(err.Error(), c.said) {
				t.Errorf("%v, want %s", err, c.said)
			}
			if get(t, "a") != c.want {
				t.Errorf("it holds %q", get(t, "a"))
			}
			wantFiles(t, ".", left...)
		})
	}
}

// A link that comes meanwhile is no way to write elsewhere.
func TestALinkThatComesWhileStaged(t *testing.T) {
	inFolder(t)
	s, err := Stage([]Output{{Path: "a", Content: []byte("new")}}, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("没有", "a"); err != nil {
		t.Skip("no links here: ", err)
	}
	if _, err := s.Commit(); err == nil || !strings.Contains(err.Error(), "它是一个链接") {
		t.Error(err)
	}
}

// Two links to one file would leave in it what was written last, under both names.
func TestLinksToOneFile(t *testing.T) {
	inFolder(t, "t/x", "old", "b", "old")
	for _, name := range []string{"a.docx", "a.pdf"} {
		if err := os.Symlink("t/x", name); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	os.Symlink("b", "a.html")
	for _, names := range [][]string{{"a.docx", "a.pdf"}, {"a.html", "b"}, {"b", "a.html"}} {
		var outputs []Output
		for _, name := range names {
			outputs = append(outputs, Output{Path: name, Content: []byte("of " + name)})
		}
		if _, err := Write(outputs, true); err == nil || !strings.Contains(err.Error(), "是同一个文件") {
			t.Errorf("%v: %v", names, err)
		}
	}
	if get(t, "t/x") != "old" || get(t, "b") != "old" {
		t.Error("something was written")
	}
	wantFiles(t, ".", "a.docx", "a.pdf", "a.html", "b", "t")
	wantFiles(t, "t", "x")
}

// An old file that cannot be put back stays under a name that nobody sweeps.
func TestAnOldFileThatCannotBePutBack(t *testing.T) {
	inFolder(t, "a.docx", "old", "a（原来的）.docx", "of before")
	old, err := os.Stat("a.docx")
	if err != nil {
		t.Fatal(err)
	}
	backup, err := copyTemp(".", "a.docx")
	if err != nil {
		t.Fatal(err)
	}
	os.Remove("a.docx")
	put(t, "a.docx/x", "a folder in the way")
	failed := errors.Join(os.ErrPermission, undo([]Output{{Path: "a.docx", place: "a.docx", old: old, backup: backup}}))
	said, _ := OnPage(unwritten("b.pdf", failed))
	if want := "不能写“b.pdf”：" + Reason(os.ErrPermission) + "。“a.docx”原来的内容没能放回去，现在叫“a（原来的）2.docx”，请马上把它改回原名"; said != want {
		t.Errorf("%s\nwant %s", said, want)
	}
	if get(t, "a（原来的）2.docx") != "old" || get(t, "a（原来的）.docx") != "of before" {
		t.Error("one of the old files is lost")
	}
	wantFiles(t, ".", "a.docx", "a（原来的）.docx", "a（原来的）2.docx")

	long := strings.Repeat("长", 80) + ".docx"
	put(t, "temp", "old")
	if name := keepBeside("temp", long); !slices.Contains([]string{"原来的文件.docx", strings.Repeat("长", 80) + "（原来的）.docx"}, name) || get(t, name) != "old" {
		t.Errorf("it is kept as %q", name)
	}
}
