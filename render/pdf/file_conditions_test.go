package pdf

import (
	"errors"
	"fmt"
	"slices"
)

var fileConditions = []condition{
	{"ISO 19005-2 6.1.2 header", func(f *file, c Conformance) error {
		if want := "%PDF-" + c.version() + "\n%\xE2\xE3\xCF\xD3\n"; string(f.bytes[:len(want)]) != want {
			return errors.New("wrong header")
		}
		return nil
	}},
	{"ISO 19005-2 6.1.3 trailer", func(f *file, c Conformance) error {
		id, _ := f.trailer["ID"].([]any)
		if len(id) != 2 || len(id[0].(literal)) != 16 {
			return errors.New("no ID")
		}
		if f.trailer["Encrypt"] != nil {
			return errors.New("encrypted")
		}
		return nil
	}},
	{"ISO 19005-1 6.1.4 cross-reference table", func(f *file, c Conformance) error {
		if streams := f.trailer["Type"] == name("XRef"); streams == (c == PDFA1a) {
			return errors.New("wrong kind of cross-references")
		}
		return nil
	}},
	{"ISO 19005-2 6.1.6.1 filters", func(f *file, c Conformance) error {
		for r, v := range f.objects {
			if s, ok := v.(stream); ok && s.dictionary["Filter"] != nil && s.dictionary["Filter"] != name("FlateDecode") {
				return fmt.Errorf("object %d: filter %v", r, s.dictionary["Filter"])
			}
		}
		return nil
	}},
	{"ISO 19005-2 6.1.8 names and 6.1.13 limits", func(f *file, c Conformance) error {
		for r, v := range f.objects {
			if err := withinLimits(v, c); err != nil {
				return fmt.Errorf("object %d: %w", r, err)
			}
		}
		return nil
	}},
	{"ISO 32000-1 7.3.10 every reference leads to an object", func(f *file, c Conformance) error {
		for r, v := range f.objects {
			for _, to := range references(v) {
				if f.objects[to] == nil {
					return fmt.Errorf("object %d names %d, which is not there", r, to)
				}
			}
		}
		return nil
	}},
	{"ISO 19005-2 6.2.2 content streams and their operators", func(f *file, c Conformance) error {
		drawings, err := f.drawings()
		for _, d := range drawings {
			for op := range d.operators {
				if !slices.Contains([]operator{"BDC", "EMC", "BT", "ET", "Tf", "Tc", "Td", "Tm", "Tj", "rg", "g", "G", "w", "J", "m", "l", "S", "re", "f"}, op) {
					return fmt.Errorf("operator %s", op)
				}
			}
		}
		for i, page := range f.pages() {
			if f.get(page, "Resources", "Font") == nil || f.get(page, "Contents") == nil {
				return fmt.Errorf("page %d lacks resources or contents", i+1)
			}
		}
		return err
	}},
	{"ISO 19005-2 6.2.3 output intent", func(f *file, c Conformance) error {
		intents := f.array(f.catalogue("OutputIntents"))
		if len(intents) != 1 || f.get(intents[0], "S") != name("GTS_PDFA1") {
			return errors.New("no output intent for PDF/A")
		}
		profile, ok := f.get(intents[0], "DestOutputProfile").(stream)
		if !ok || profile.dictionary["N"] != 3 || string(inflate(profile)[16:20]) != "RGB " {
			return errors.New("no RGB profile")
		}
		return nil
	}},
	{"ISO 19005-3 6.8 embedded files", func(f *file, c Conformance) error {
		attached := f.array(f.catalogue("AF"))
		if c != PDFA3a {
			if attached != nil || f.catalogue("Names", "EmbeddedFiles") != nil {
				return errors.New("this part allows no attachment")
			}
			return nil
		}
		if len(attached) != 1 {
			return errors.New("no attachment")
		}
		data, ok := f.get(attached[0], "EF", "F").(stream)
		switch {
		case f.get(attached[0], "AFRelationship") != name("Data"):
			return errors.New("wrong AFRelationship")
		case f.get(attached[0], "F") == nil || f.get(attached[0], "UF") == nil:
			return errors.New("F or UF is missing")
		case !ok || data.dictionary["Subtype"] != name("application#2Fjson"):
			return errors.New("no MIME type")
		case string(inflate(data)) != string(options(c).Attachment):
			return errors.New("other data")
		}
		return nil
	}},
}

// withinLimits looks through a value for what is too long.
func withinLimits(v any, c Conformance) error {
	switch v := v.(type) {
	case literal:
		if len(v) > maxString {
			return fmt.Errorf("a string of %d bytes", len(v))
		}
	case name:
		if len(v) > 127 {
			return fmt.Errorf("a name of %d bytes", len(v))
		}
	case []any:
		if c == PDFA1a && len(v) > maxArray {
			return fmt.Errorf("an array of %d", len(v))
		}
		for _, item := range v {
			if err := withinLimits(item, c); err != nil {
				return err
			}
		}
	case dictionary:
		for key, item := range v {
			if err := errors.Join(withinLimits(key, c), withinLimits(item, c)); err != nil {
				return err
			}
		}
	case stream:
		return withinLimits(v.dictionary, c)
	}
	return nil
}

func references(v any) []ref {
	var found []ref
	switch v := v.(type) {
	case ref:
		found = append(found, v)
	case []any:
		for _, item := range v {
			found = append(found, references(item)...)
		}
	case dictionary:
		for _, item := range v {
			found = append(found, references(item)...)
		}
	case stream:
		return references(v.dictionary)
	}
	return found
}
