package main

import (
	"archive/zip"
	"bytes"
	"io"
)

// withoutTimes takes the clock out of a zip file: unioffice stamps every part
// with the time of writing. What is packed stays packed.
func withoutTimes(file []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(len(file))
	repaired := zip.NewWriter(&out)
	for _, f := range archive.File {
		packed, err := f.OpenRaw()
		if err != nil {
			return nil, err
		}
		entry, err := repaired.CreateRaw(&zip.FileHeader{
			Name: f.Name, Method: f.Method, CRC32: f.CRC32,
			ModifiedDate:     1<<5 | 1, // 1980-01-01, the first day that a zip can name
			CompressedSize64: f.CompressedSize64, UncompressedSize64: f.UncompressedSize64,
		})
		if err != nil {
			return nil, err
		}
		if _, err := io.Copy(entry, packed); err != nil {
			return nil, err
		}
	}
	err = repaired.Close()
	return out.Bytes(), err
}
