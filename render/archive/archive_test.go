package archive

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"testing"
)

func zipped(t *testing.T, parts int, name func(i int) string, content []byte) *bytes.Reader {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range parts {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: name(i), Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		entry.Write(content)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(out.Bytes())
}

// A list of parts that no office file has is not read to its end.
func TestMaxDirectory(t *testing.T) {
	for parts, want := range map[int]error{100: nil, 60_000: ErrTooMany, 70_000: ErrTooMany} { // 70,000: in the 64 bit form
		src := zipped(t, parts, func(i int) string { return fmt.Sprintf("%s/%d", strings.Repeat("a", 20), i) }, nil)
		if _, err := Open(src, src.Size()); err != want {
			t.Errorf("%d parts: %v", parts, err)
		}
	}
	if _, err := Open(strings.NewReader("PK"), 2); err == nil || err == ErrTooMany {
		t.Errorf("no zip: %v", err)
	}
}

// The bound is the list's: parts are read whatever their size.
func TestLargePart(t *testing.T) {
	content := make([]byte, 0, 2*maxDirectory+sha256.Size)
	for len(content) < 2*maxDirectory {
		sum := sha256.Sum256(content)
		content = append(content, sum[:]...)
		content = append(content, bytes.Repeat(sum[:], 1000)...)
	}
	src := zipped(t, 1, func(int) string { return "part" }, content)
	archive, err := Open(src, src.Size())
	if err != nil {
		t.Fatal(err)
	}
	part, err := archive.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(part); err != nil || !bytes.Equal(got, content) {
		t.Errorf("%d bytes of %d: %v", len(got), len(content), err)
	}
}
