package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// metadata reads the XMP packet into its properties: by the last element
// names on the way down to each text.
func (f *file) metadata() (map[string]string, error) {
	s, ok := f.catalogue("Metadata").(stream)
	if !ok {
		return nil, errors.New("no metadata")
	}
	found := map[string]string{}
	var path []string
	decoder := xml.NewDecoder(bytes.NewReader(s.raw))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			path = append(path, token.Name.Space+token.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if s := strings.TrimSpace(string(token)); s != "" {
				found[path[3]] += s // below xmpmeta, RDF and Description
			}
		}
	}
}

const (
	dc      = "http://purl.org/dc/elements/1.1/"
	xmp     = "http://ns.adobe.com/xap/1.0/"
	adobe   = "http://ns.adobe.com/pdf/1.3/"
	pdfa    = "http://www.aiim.org/pdfa/ns/id/"
	pdfua   = "http://www.aiim.org/pdfua/ns/id/"
	extends = "http://www.aiim.org/pdfa/ns/extension/"
)

// states checks properties of the metadata.
func (f *file) states(want map[string]string) error {
	found, err := f.metadata()
	if err != nil {
		return err
	}
	for property, value := range want {
		if found[property] != value {
			return fmt.Errorf("%s: %q, want %q", property, found[property], value)
		}
	}
	return nil
}

var metadataConditions = []condition{
	{"ISO 19005-1 6.7.2, Matterhorn 06-001 metadata in plain XML", func(f *file, c Conformance) error {
		s, _ := f.catalogue("Metadata").(stream)
		if s.dictionary["Filter"] != nil || s.dictionary["Type"] != name("Metadata") || s.dictionary["Subtype"] != name("XML") {
			return errors.New("no plain metadata")
		}
		_, err := f.metadata()
		return err
	}},
	{"ISO 19005-2 6.6.4 version identification", func(f *file, c Conformance) error {
		want := map[string]string{pdfa + "part": fmt.Sprint(c.part()), pdfa + "conformance": "A"}
		if c == PDFA4 { // ISO 19005-4, 6.7.3
			want[pdfa+"conformance"], want[pdfa+"rev"] = "", "2020"
		}
		return f.states(want)
	}},
	{"ISO 14289-1 5, Matterhorn 06-002 version identification", func(f *file, c Conformance) error {
		if c == PDFA4 { // ISO 14289-2, 5
			return f.states(map[string]string{pdfua + "part": "2", pdfua + "rev": "2024"})
		}
		return f.states(map[string]string{pdfua + "part": "1"})
	}},
	{"ISO 19005-2 6.6.2.3 extension schema", func(f *file, c Conformance) error {
		found, err := f.metadata()
		if described := strings.Contains(found[extends+"schemas"], pdfua+"pdfuaidpartInteger"); err == nil && described == (c == PDFA4) {
			err = fmt.Errorf("pdfuaid is described: %v", described)
		}
		return err
	}},
	{"ISO 19005-4 6.1.3 the metadata stand alone", func(f *file, c Conformance) error {
		if (f.trailer["Info"] == nil) != (c == PDFA4) {
			return fmt.Errorf("Info: %v", f.trailer["Info"])
		}
		return nil
	}},
	{"ISO 19005-1 6.7.3 Info agrees with the metadata", func(f *file, c Conformance) error {
		if c == PDFA4 {
			return nil
		}
		want := map[string]string{
			dc + "title":       text(f.get(f.trailer["Info"], "Title")),
			dc + "creator":     text(f.get(f.trailer["Info"], "Author")),
			adobe + "Producer": text(f.get(f.trailer["Info"], "Producer")),
		}
		for property, key := range map[string]name{"CreateDate": "CreationDate", "ModifyDate": "ModDate"} {
			d, dated := f.get(f.trailer["Info"], key).(literal)
			if !dated {
				want[xmp+property] = ""
				continue
			}
			if len(d) != len("D:20240118000000+08'00'") {
				return fmt.Errorf("%s %q", key, d)
			}
			want[xmp+property] = string(d[2:6] + "-" + d[6:8] + "-" + d[8:10] + "T" + d[10:12] + ":" + d[12:14] + ":" + d[14:19] + ":" + d[20:22])
		}
		return f.states(want)
	}},
	{"ISO 14289-1 7.1, Matterhorn 06-003 and 07-001 the title is there and is shown", func(f *file, c Conformance) error {
		if f.catalogue("ViewerPreferences", "DisplayDocTitle") != true {
			return errors.New("DisplayDocTitle is not true")
		}
		found, err := f.metadata()
		if err == nil && found[dc+"title"] == "" {
			err = errors.New("no dc:title")
		}
		return err
	}},
	{"ISO 32000-1 12.2 printed in its own size, on both sides", func(f *file, c Conformance) error {
		scaling, duplex := f.catalogue("ViewerPreferences", "PrintScaling"), f.catalogue("ViewerPreferences", "Duplex")
		if c == PDFA1a && scaling == nil && duplex == nil { // PDF 1.4 has no such keys
			return nil
		}
		if scaling != name("None") || duplex != name("DuplexFlipLongEdge") {
			return fmt.Errorf("PrintScaling %v, Duplex %v", scaling, duplex)
		}
		return nil
	}},
	{"ISO 19005-2 6.7.4, Matterhorn 11-006 language", func(f *file, c Conformance) error {
		if f.catalogue("Lang") != literal("zh-CN") {
			return errors.New("no Lang")
		}
		return f.states(map[string]string{dc + "language": "zh-CN"})
	}},
	{"ISO 32000-1 12.3.3 outline", func(f *file, c Conformance) error {
		root := f.catalogue("Outlines")
		if root == nil {
			return nil
		}
		n, err := f.outline(root, c, 0)
		if err == nil && n != f.get(root, "Count") {
			err = fmt.Errorf("Count %v, but %d items", f.get(root, "Count"), n)
		}
		return err
	}},
	{"ISO 32000-1 12.4.2 page labels", func(f *file, c Conformance) error {
		labels := f.array(f.catalogue("PageLabels", "Nums"))
		if len(labels) != 2 || labels[0] != 0 || f.get(labels[1], "S") != name("D") {
			return errors.New("no decimal labels from page 1")
		}
		return nil
	}},
}

// bound reports whether the file is a book, of whose outline one level less is open.
func (f *file) bound() bool {
	parts := f.array(f.catalogue("StructTreeRoot", "K", "K"))
	return len(parts) > 0 && f.get(parts[0], "S") == name("Part")
}

// outline walks the items below parent and returns how many are seen; those
// deeper than openLevels are closed.
func (f *file) outline(parent any, c Conformance, level int) (int, error) {
	n := 0
	var previous any
	for at := f.get(parent, "First"); at != nil; at = f.get(at, "Next") {
		destination := f.array(at, "Dest")
		if c == PDFA4 {
			destination = f.array(at, "A", "D")
			// ISO 14289-2, 8.8.
			if to := f.array(at, "A", "SD"); len(to) != 5 || !strings.HasPrefix(fmt.Sprint(f.get(to[0], "S")), "H") {
				return 0, fmt.Errorf("structure destination %v", to)
			}
		}
		switch {
		case fmt.Sprint(f.get(at, "Parent")) != fmt.Sprint(f.get(parent)):
			return 0, errors.New("wrong Parent")
		case fmt.Sprint(f.get(at, "Prev")) != fmt.Sprint(previous):
			return 0, errors.New("wrong Prev")
		case text(f.get(at, "Title")) == "":
			return 0, errors.New("no title")
		case len(destination) != 5 || f.get(destination[0], "Type") != name("Page"):
			return 0, fmt.Errorf("destination %v", destination)
		}
		below, err := f.outline(at, c, level+1)
		if err != nil {
			return 0, err
		}
		want := below
		if level >= openLevels || level == openLevels-1 && f.bound() {
			want = -below
		}
		if count, _ := f.get(at, "Count").(int); count != want {
			return 0, fmt.Errorf("Count %d, want %d", count, want)
		}
		n += 1 + max(0, want)
		previous = at
		if f.get(at, "Next") == nil && fmt.Sprint(f.get(parent, "Last")) != fmt.Sprint(at) {
			return 0, errors.New("wrong Last")
		}
	}
	return n, nil
}
