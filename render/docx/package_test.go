package docx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/render/docx"
	"nianbao/render/sealed"
	"nianbao/report/jsonfile"
)

func laiyuan(t testing.TB) []byte {
	t.Helper()
	r, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	file, err := docx.Write(document.Fill(r, document.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestSameBytes(t *testing.T) {
	if !bytes.Equal(laiyuan(t), laiyuan(t)) {
		t.Error("two runs, other bytes")
	}
}

// Saved again with one digit changed, saved again as it was, cut, or appended
// to: any of them is somebody's work that must not be lost.
func TestEdited(t *testing.T) {
	file := laiyuan(t)
	if sealed.Edited(file) {
		t.Fatal("a file as it was written counts as edited")
	}
	again := func(change func(name string, data []byte) []byte) []byte {
		in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, f := range in.File {
			r, _ := f.Open()
			data, _ := io.ReadAll(r)
			entry, _ := w.Create(f.Name)
			entry.Write(change(f.Name, data))
		}
		w.Close()
		return out.Bytes()
	}
	edited := map[string][]byte{
		"a digit changed": again(func(name string, data []byte) []byte {
			if name == "word/document.xml" {
				return bytes.Replace(data, []byte("9570"), []byte("9571"), 1)
			}
			return data
		}),
		"the styles changed": again(func(name string, data []byte) []byte {
			if name == "word/styles.xml" {
				return bytes.Replace(data, []byte("仿宋_GB2312"), []byte("宋体"), 1)
			}
			return data
		}),
		"cut":         file[:len(file)-1],
		"cut in half": file[:len(file)/2],
		"appended to": append(bytes.Clone(file), 'x'),
		"empty":       {},
		"no zip":      []byte("%PDF-1.7"),
	}
	for name, data := range edited {
		if !sealed.Edited(data) {
			t.Errorf("%s: not noticed", name)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	r, _ := jsonfile.Decode(fixtures.Named(b, "laiyuan-2022").JSON)
	d := document.Fill(r, document.Options{})
	for b.Loop() {
		if _, err := docx.Write(d); err != nil {
			b.Fatal(err)
		}
	}
}
