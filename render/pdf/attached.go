package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
)

// Attached is the report's JSON that Write put into a PDF/A-3. Its errors are
// Chinese sentences without a full stop. It reads only what Write left, byte for
// byte: what others put into a PDF is not looked at.
func Attached(file []byte) ([]byte, error) {
	if Edited(file) {
		return nil, errors.New("这份 PDF 不是 nianbao 写的，或者后来改过，读不了；请用报告的 Word 文件、网页或者 JSON")
	}
	const limit = 16 << 20 // twice what Decode takes
	_, rest, found := bytes.Cut(file, []byte("<</Type/EmbeddedFile"))
	_, rest, begun := bytes.Cut(rest, []byte("stream\n"))
	if !found || !begun {
		return nil, errors.New("这份 PDF 里没有附报告的数据，读不了；请用报告的 Word 文件或者 JSON（要附数据的 PDF，用 -pdfa 3a 写）")
	}
	r, err := zlib.NewReader(bytes.NewReader(rest))
	if err != nil {
		return nil, errors.New("PDF 里附的数据已经损坏")
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil || len(data) > limit {
		return nil, errors.New("PDF 里附的数据已经损坏")
	}
	return data, nil
}
