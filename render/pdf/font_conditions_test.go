package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var fontConditions = []condition{
	{"ISO 19005-2 6.2.11.3 composite fonts", func(f *file, c Conformance) error {
		return f.eachFont(func(font, descendant any, codes map[int]bool) error {
			switch {
			case f.get(font, "Subtype") != name("Type0") || f.get(font, "Encoding") != name("Identity-H"):
				return errors.New("not Type0 with Identity-H")
			case f.get(descendant, "Subtype") != name("CIDFontType2") || f.get(descendant, "CIDToGIDMap") == nil:
				return errors.New("not CIDFontType2 with a map of glyphs")
			case f.get(descendant, "CIDSystemInfo", "Ordering") != literal("Identity"):
				return errors.New("wrong CIDSystemInfo")
			}
			return nil
		})
	}},
	{"ISO 19005-2 6.2.11.4.1, Matterhorn 31-009 fonts are embedded", func(f *file, c Conformance) error {
		return f.eachFont(func(font, descendant any, codes map[int]bool) error {
			program, err := f.program(descendant)
			for _, table := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
				if err == nil && program[table] == nil {
					err = fmt.Errorf("no table %s", table)
				}
			}
			return err
		})
	}},
	{"ISO 19005-2 6.2.11.4.2 subsets are named so, CIDSet is complete", func(f *file, c Conformance) error {
		return f.eachFont(func(font, descendant any, codes map[int]bool) error {
			base := f.get(font, "BaseFont").(name)
			if len(base) < 8 || base[6] != '+' || strings.Trim(string(base[:6]), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" ||
				f.get(descendant, "BaseFont") != base || f.get(descendant, "FontDescriptor", "FontName") != base {
				return fmt.Errorf("name %s", base)
			}
			set, ok := f.get(descendant, "FontDescriptor", "CIDSet").(stream)
			if ok != (c == PDFA1a) {
				return errors.New("CIDSet in the wrong part of PDF/A")
			}
			if !ok {
				return nil
			}
			program, err := f.program(descendant)
			if err != nil {
				return err
			}
			cids := int(binary.BigEndian.Uint16(program["maxp"][4:]))
			if s, ok := f.get(descendant, "CIDToGIDMap").(stream); ok {
				cids = len(inflate(s)) / 2
			}
			bits := inflate(set)
			for cid := range max(8*len(bits), cids) {
				there := cid < cids
				if cid/8 >= len(bits) {
					return fmt.Errorf("CIDSet lacks %d", cid)
				}
				if there != (bits[cid/8]&(0x80>>(cid%8)) != 0) {
					return fmt.Errorf("CIDSet is wrong about %d", cid)
				}
			}
			return nil
		})
	}},
	{"ISO 19005-2 6.2.11.5 widths agree with the program", func(f *file, c Conformance) error {
		return f.eachFont(func(font, descendant any, codes map[int]bool) error {
			program, err := f.program(descendant)
			if err != nil {
				return err
			}
			em := int(binary.BigEndian.Uint16(program["head"][18:]))
			long := int(binary.BigEndian.Uint16(program["hhea"][34:]))
			widths, glyphOf := f.widths(descendant), f.glyphOf(descendant)
			for cid := range codes {
				stated, ok := widths[cid]
				if !ok {
					stated = 1000
				}
				real := int(binary.BigEndian.Uint16(program["hmtx"][4*min(glyphOf(cid), long-1):])) * 1000
				if diff := stated*em - real; diff > em || diff < -em {
					return fmt.Errorf("CID %d: width %d, in the program %d/%d", cid, stated, real, em)
				}
			}
			return nil
		})
	}},
	{"ISO 19005-2 6.2.11.7, Matterhorn 10-001 and 31-027 ToUnicode is complete", func(f *file, c Conformance) error {
		return f.eachFont(func(font, descendant any, codes map[int]bool) error {
			characters := f.characters(font)
			for cid := range codes {
				s := characters[cid]
				r, size := utf8.DecodeRuneInString(s)
				if s == "" || size != len(s) || r == 0 || r == 0xFEFF || r == 0xFFFE || r == utf8.RuneError || unicode.Is(unicode.Co, r) {
					return fmt.Errorf("CID %d is %q", cid, s)
				}
			}
			return nil
		})
	}},
	{"ISO 19005-2 6.2.11.8, Matterhorn 31-030 no .notdef is shown", func(f *file, c Conformance) error {
		return f.eachFont(func(font, descendant any, codes map[int]bool) error {
			program, err := f.program(descendant)
			if err != nil {
				return err
			}
			glyphs := int(binary.BigEndian.Uint16(program["maxp"][4:]))
			glyphOf := f.glyphOf(descendant)
			for cid := range codes {
				if glyph := glyphOf(cid); glyph == 0 || glyph >= glyphs {
					return fmt.Errorf("CID %d of %d", cid, glyphs)
				}
			}
			return nil
		})
	}},
	{"ISO 32000-1 9.8 font descriptors", func(f *file, c Conformance) error {
		return f.eachFont(func(font, descendant any, codes map[int]bool) error {
			d, _ := f.get(descendant, "FontDescriptor").(dictionary)
			for _, key := range []name{"Type", "FontName", "Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"} {
				if d[key] == nil {
					return fmt.Errorf("no %s", key)
				}
			}
			if box, _ := d["FontBBox"].([]any); len(box) != 4 || slices.Contains(box, nil) {
				return errors.New("bad FontBBox")
			}
			return nil
		})
	}},
}
