package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// eachFont calls check with every font of the file and the codes that are shown in it.
func (f *file) eachFont(check func(font, descendant any, codes map[int]bool) error) error {
	drawings, err := f.drawings()
	if err != nil {
		return err
	}
	fonts, _ := f.get(f.pages()[0], "Resources", "Font").(dictionary)
	if len(fonts) == 0 {
		return errors.New("no fonts")
	}
	for key, font := range fonts {
		codes := map[int]bool{}
		for _, d := range drawings {
			for _, g := range d.glyphs {
				if f.get(g.font, "BaseFont") == f.get(font, "BaseFont") {
					codes[g.cid] = true
				}
			}
		}
		descendants := f.array(font, "DescendantFonts")
		if len(descendants) != 1 {
			return fmt.Errorf("font %s: %d descendants", key, len(descendants))
		}
		if err := check(font, descendants[0], codes); err != nil {
			return fmt.Errorf("font %s: %w", key, err)
		}
	}
	return nil
}

// tables reads the table directory of a TrueType program.
func tables(program []byte) map[string][]byte {
	found := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(program[4:])) {
		row := program[12+16*i:]
		start, length := binary.BigEndian.Uint32(row[8:]), binary.BigEndian.Uint32(row[12:])
		found[string(row[:4])] = program[start : start+length]
	}
	return found
}

func (f *file) program(descendant any) (map[string][]byte, error) {
	s, ok := f.get(descendant, "FontDescriptor", "FontFile2").(stream)
	if !ok {
		return nil, errors.New("not embedded")
	}
	b := inflate(s)
	if s.dictionary["Length1"] != len(b) {
		return nil, errors.New("wrong Length1")
	}
	return tables(b), nil
}

// glyphOf reads the CIDToGIDMap.
func (f *file) glyphOf(descendant any) func(cid int) int {
	s, ok := f.get(descendant, "CIDToGIDMap").(stream)
	if !ok {
		return func(cid int) int { return cid }
	}
	b := inflate(s)
	return func(cid int) int {
		if 2*cid+2 > len(b) {
			return 0
		}
		return int(binary.BigEndian.Uint16(b[2*cid:]))
	}
}

// widths reads the array W.
func (f *file) widths(descendant any) map[int]int {
	found := map[int]int{}
	items := f.array(descendant, "W")
	for i := 0; i+1 < len(items); i += 2 {
		for k, w := range items[i+1].([]any) {
			found[items[i].(int)+k] = w.(int)
		}
	}
	return found
}
