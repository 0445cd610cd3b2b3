package county

import (
	"bytes"
	"os"
	"testing"
)

// Nothing of progress goes into a pipe, a file or a buffer.
func TestProgressIsForTerminals(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	f, err := os.Create(t.TempDir() + "/a")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, to := range []Console{{Err: new(bytes.Buffer)}, {Err: w}, {Err: f}} {
		if to.bar() != nil {
			t.Errorf("%T would be told", to.Err)
		}
	}
}

// Who is stopped while files are read hears how many were.
func TestReach(t *testing.T) {
	c := Console{Err: new(bytes.Buffer), Reach: new(Reach)}
	follow := c.watch().Done
	for done, want := range []string{"", "\n读了 1 个文件，共 2 个；结果还没有写，放报告的文件夹没有动。\n", ""} {
		if done > 0 {
			follow(done, 2, nil)
		}
		if got := c.Reach.String(); got != want {
			t.Errorf("%d: %q", done, got)
		}
	}
}
