package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"nianbao/render/deflate"
	"nianbao/render/font"
)

// faces are those that the document uses, in the order of first use.
type faces struct {
	list []*face
}

// A face is the part of a font that the document shows. CIDs and glyphs of the
// embedded program both count up from 1 in the order of first use.
type face struct {
	font     *font.Face
	resource string // the name that pages use
	cids     map[character]uint16
	shown    []character          // by CID; 0 is .notdef, which is not shown
	numbers  map[font.Form]uint16 // of forms in the embedded program
	forms    []font.Form          // by that number
	wider    bool                 // some are
	tooMany  bool

	order     []font.Form // and the components that they are made of
	program   []byte      // deflated
	length    int         // of the program before that
	toUnicode []byte      // deflated
}

// A character has a CID of its own even where it shares its glyph with another
// (in many fonts 一 and the radical ⼀ do), so that a copy of the text is the text.
type character struct {
	rune rune
	form font.Form
}

func (f *faces) find(of *font.Face) *face {
	for _, known := range f.list {
		if known.font == of {
			return known
		}
	}
	const expected = 512 // characters of a face in a report
	added := &face{
		font:     of,
		resource: "F" + strconv.Itoa(len(f.list)),
		cids:     make(map[character]uint16, expected),
		shown:    make([]character, 1, expected),
		numbers:  make(map[font.Form]uint16, expected),
		forms:    make([]font.Form, 1, expected),
	}
	f.list = append(f.list, added)
	return added
}

func (f *face) cid(r rune, form font.Form) uint16 {
	c := character{r, form}
	if id, ok := f.cids[c]; ok {
		return id
	}
	if len(f.shown) >= maxCID {
		f.tooMany = true // embed says so
		return 0
	}
	id := uint16(len(f.shown))
	f.cids[c] = id
	f.shown = append(f.shown, c)
	if _, ok := f.numbers[form]; !ok {
		f.numbers[form] = uint16(len(f.forms))
		f.forms = append(f.forms, form)
		f.wider = f.wider || form.Wider > 0
	}
	return id
}

// identical says that CID n is glyph n, as it is when no characters share a glyph.
func (f *face) identical() bool {
	return len(f.shown) == len(f.forms)
}

// embed cuts the font to the glyphs that are shown.
func (f *face) embed() error {
	if c := keptFor(f.font, f.shown); c != nil && !f.tooMany {
		f.order, f.length, f.program, f.toUnicode = c.order, c.length, c.program, c.toUnicode
		return nil
	}
	program, order, err := f.font.SubsetForms(f.forms)
	if err != nil {
		return fmt.Errorf("face %s: %w", f.font.Name(), err)
	}
	if f.tooMany || len(order) > maxCID {
		return fmt.Errorf("face %s: the text needs more than %d glyphs", f.font.Name(), maxCID)
	}
	if len(order) < len(f.forms) || !slices.Equal(order[:len(f.forms)], f.forms) {
		return fmt.Errorf("face %s: the cut font has other glyphs than the text", f.font.Name())
	}
	f.order, f.length = order, len(program)
	f.program = deflate.Zlib(program, levelFor(program))
	f.toUnicode = deflate.Zlib(toUnicode(f.shown), deflate.Usual)
	keep(f)
	return nil
}

// name is the font's, behind the six letters that mark a subset (ISO 32000-1, 9.6.4).
func (f *face) name() string {
	hash := sha256.New()
	hash.Write([]byte(f.font.Name()))
	for _, c := range f.shown {
		hash.Write([]byte{byte(c.form.Glyph >> 8), byte(c.form.Glyph), byte(c.form.Wider >> 8), byte(c.form.Wider),
			byte(c.rune >> 16), byte(c.rune >> 8), byte(c.rune)})
	}
	tag := hash.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	name := f.font.Name()
	return string(tag) + "+" + name[:min(len(name), 100)] // a name has at most 127 bytes
}

// write writes every face and returns the pages' resources.
func (f *faces) write(out *objects, c Conformance) ref {
	resources := []byte("<</Font<<")
	for _, face := range f.list {
		resources = fmt.Appendf(resources, "/%s %d 0 R", face.resource, face.write(out, c))
	}
	return out.add(append(resources, ">>>>"...))
}
