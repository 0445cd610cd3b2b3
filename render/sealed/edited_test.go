package sealed

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// A counter counts what is read of a file.
type counter struct {
	io.ReaderAt
	n int
}

func (c *counter) ReadAt(p []byte, at int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(p, at)
	c.n += n
	return n, err
}

// A file that bears the seal's form and a list of parts that no document has is
// somebody else's, and little of the list is read to say so.
func TestLongList(t *testing.T) {
	parts := make([]Part, 50_000)
	for i := range parts {
		parts[i].Name = fmt.Sprintf("%s%d", strings.Repeat("part", 20), i)
	}
	file, err := Write(parts, "")
	if err != nil {
		t.Fatal(err)
	}
	read := &counter{ReaderAt: bytes.NewReader(file)}
	if !EditedIn(read, int64(len(file))) || read.n > 3<<20 {
		t.Errorf("%d bytes are read of a list of %d", read.n, len(file))
	}
	few, err := Write(parts[:100], "")
	if err != nil {
		t.Fatal(err)
	}
	if Edited(few) {
		t.Error("a file as it was written counts as edited")
	}
}
