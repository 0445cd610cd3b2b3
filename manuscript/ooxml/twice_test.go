package ooxml

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// Of two parts of one name nobody knows which one counts: programs differ.
func TestTwoPartsOfOneName(t *testing.T) {
	flat := `<pkg:package xmlns:pkg="` + flatSpace + `"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><a>1</a></pkg:xmlData></pkg:part>` +
		`<pkg:part pkg:name="/word/Document.xml"><pkg:xmlData><a>2</a></pkg:xmlData></pkg:part><pkg:part pkg:name="/b.xml"><pkg:xmlData><a/></pkg:xmlData></pkg:part></pkg:package>`
	zipped, err := Zip(strings.NewReader(flat))
	if err != nil {
		t.Fatal(err)
	}
	var plain bytes.Buffer
	w := zip.NewWriter(&plain)
	for _, said := range []string{"1", "2"} {
		f, _ := w.Create("word/document.xml")
		f.Write([]byte("<a>" + said + "</a>"))
	}
	w.Close()
	for _, file := range [][]byte{zipped, plain.Bytes()} {
		p, err := Open(bytes.NewReader(file), int64(len(file)), nil)
		if err != nil {
			t.Fatal(err)
		}
		err = p.Read("word/document.xml", func(x *Scanner) { x.Root() })
		if err == nil || !strings.Contains(Explain(err).Error(), "两份 word/document.xml") {
			t.Error(err)
		}
	}
}
