package pdf

import (
	"fmt"
)

// A glyph is one character code as a page shows it.
type glyph struct {
	page   int
	mcid   int // -1: in an artifact
	font   any // the font dictionary
	cid    int
	actual string // of the sequence it stands in
}

// A drawing is what a page's operators come to.
type drawing struct {
	glyphs    []glyph
	mcids     []int
	operators map[operator]bool
}

// walk interprets a page's content stream and refuses content that is not
// marked, or marked twice.
func (f *file) walk(page int) (d drawing, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("page %d: %v", page+1, p)
		}
	}()
	d.operators = map[operator]bool{}
	dict := f.pages()[page]
	l := &lexer{inflate(f.get(dict, "Contents").(stream)), 0}
	var font any
	var operands []any
	var open []any // properties of the sequences we are in
	for !l.done() {
		v := l.value()
		op, ok := v.(operator)
		if !ok {
			operands = append(operands, v)
			continue
		}
		d.operators[op] = true
		mcid, artifact, actual := -1, false, ""
		for _, properties := range open {
			p, _ := properties.(dictionary)
			if id, ok := p["MCID"].(int); ok {
				if mcid >= 0 || artifact {
					panic("tagged content inside marked content")
				}
				mcid = id
			}
			if p["artifact"] == true {
				if mcid >= 0 || artifact {
					panic("an artifact inside marked content")
				}
				artifact = true
			}
			if s, ok := p["ActualText"]; ok {
				actual = text(s)
			}
		}
		switch op {
		case "BDC":
			p := operands[1].(dictionary)
			if operands[0] == name("Artifact") {
				p["artifact"] = true
			}
			if id, ok := p["MCID"].(int); ok {
				d.mcids = append(d.mcids, id)
			}
			open = append(open, p)
		case "EMC":
			open = open[:len(open)-1]
		case "Tf":
			font = f.get(f.get(dict, "Resources", "Font"), operands[0].(name))
			if font == nil {
				panic(fmt.Sprintf("no font %s", operands[0]))
			}
		case "Tj":
			if mcid < 0 && !artifact {
				panic("text that is neither tagged nor an artifact")
			}
			s := operands[0].(literal)
			for i := 0; i < len(s); i += 2 {
				d.glyphs = append(d.glyphs, glyph{page, mcid, f.get(font), int(s[i])<<8 | int(s[i+1]), actual})
			}
		case "S", "f":
			if mcid < 0 && !artifact {
				panic("graphics that are neither tagged nor an artifact")
			}
		}
		operands = operands[:0]
	}
	if len(open) > 0 {
		panic("marked content does not end")
	}
	return d, nil
}

// drawings walks all pages.
func (f *file) drawings() ([]drawing, error) {
	var all []drawing
	for i := range f.pages() {
		d, err := f.walk(i)
		if err != nil {
			return nil, err
		}
		all = append(all, d)
	}
	return all, nil
}

// characters reads a font's ToUnicode map.
func (f *file) characters(font any) map[int]string {
	s, ok := f.get(font, "ToUnicode").(stream)
	if !ok {
		return nil
	}
	found := map[int]string{}
	l := &lexer{inflate(s), 0}
	var operands []any
	for !l.done() {
		v := l.value()
		op, ok := v.(operator)
		if !ok {
			operands = append(operands, v)
			continue
		}
		if op == "endbfrange" {
			from, to := operands[0].(literal), operands[1].(literal)
			all := operands[2].([]any)
			if from[0] != to[0] || int(to[1])-int(from[1])+1 != len(all) {
				panic(fmt.Sprintf("a range from %x to %x of %d characters", from, to, len(all)))
			}
			for i, c := range all {
				found[int(from[0])<<8|int(from[1])+i] = fromUTF16(c.(literal))
			}
		}
		operands = operands[:0]
	}
	return found
}
