package deflate

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zlib"
)

// What is written is what the library's own writer of the format writes, the second
// time with an encoder that was used before as well.
func TestZlib(t *testing.T) {
	texts := []string{"", "年", strings.Repeat("政府信息公开工作年度报告 0 13 2022\n", 5000)}
	for range 2 {
		for _, l := range []Level{Quick, Usual, Hard} {
			for _, text := range texts {
				got := Zlib([]byte(text), l)
				var want bytes.Buffer
				w, err := zlib.NewWriterLevel(&want, int(l))
				if err != nil {
					t.Fatal(err)
				}
				io.WriteString(w, text)
				w.Close()
				if !bytes.Equal(got, want.Bytes()) {
					t.Errorf("level %d, %d bytes: not as the library writes them", l, len(text))
				}
				r, err := zlib.NewReader(bytes.NewReader(got))
				if err != nil {
					t.Fatal(err)
				}
				if back, err := io.ReadAll(r); err != nil || string(back) != text {
					t.Errorf("level %d: %d bytes came back of %d: %v", l, len(back), len(text), err)
				}
			}
		}
	}
}
