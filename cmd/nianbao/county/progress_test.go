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
		if to.progress() != nil {
			t.Errorf("%T would be told", to.Err)
		}
	}
}
