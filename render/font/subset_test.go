package font

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/render/style"
)

const sentence = "政府信息公开工作年度报告，2022年“”〔〕—…鑫"

func TestSubset(t *testing.T) {
	for _, role := range append(slices.Clone(hanRoles), style.Latin) {
		face := embeddedFace(t, role)
		text := sentence
		if role == style.Latin {
			text = "0123456789 éüǎ—ABC%"
		}
		glyphs := glyphsOf(t, face, text)
		given := slices.Clone(glyphs)
		program, order, err := face.Subset(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(glyphs, given) || !slices.Equal(order[:len(glyphs)], glyphs) {
			t.Errorf("%s: the glyphs do not keep their places", face.Name())
		}
		sameGlyphs(t, face, program, order)
		again, _, err := face.Subset(glyphs)
		if err != nil || !bytes.Equal(program, again) {
			t.Errorf("%s: other bytes the second time (%v)", face.Name(), err)
		}
	}
}

// sameGlyphs compares the glyphs of a subset with those they were cut from.
func sameGlyphs(t *testing.T, face *Face, program []byte, order []uint16) {
	t.Helper()
	cut, err := Parse(program, 0)
	if err != nil {
		t.Fatalf("%s: %v", face.Name(), err)
	}
	if cut.glyphCount != len(order) {
		t.Fatalf("%s: %d glyphs, not %d", face.Name(), cut.glyphCount, len(order))
	}
	for i, old := range order {
		if got, want := cut.Advance(uint16(i)), face.Advance(old); got != want {
			t.Errorf("%s: glyph %d is %d wide, not %d", face.Name(), old, got, want)
		}
		if cut.bearing(uint16(i)) != face.bearing(old) {
			t.Errorf("%s: glyph %d stands elsewhere", face.Name(), old)
		}
		got, err := cut.outline(uint16(i))
		if err != nil {
			t.Fatal(err)
		}
		want, err := face.outline(old)
		if err != nil {
			t.Fatal(err)
		}
		if isComposite(got) {
			got = slices.Clone(got)
			parts, _, err := components(got)
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range parts {
				bigEndian.PutUint16(got[part.at+2:], order[part.glyph])
			}
		}
		// Nothing but zeros may fill up what follows an outline.
		if !bytes.Equal(bytes.TrimRight(got, "\x00"), bytes.TrimRight(want, "\x00")) {
			t.Errorf("%s: glyph %d is drawn in another way", face.Name(), old)
		}
	}
}

func TestSubsetAddsComponents(t *testing.T) {
	face := embeddedFace(t, style.Latin)
	_, order, err := face.Subset([]uint16{0, face.Glyph('é')})
	if err != nil {
		t.Fatal(err)
	}
	if len(order) < 4 || !slices.Contains(order[2:], face.Glyph('e')) {
		t.Errorf("é without its e: %v", order)
	}
}

func TestSubsetOfWholeFace(t *testing.T) {
	face := embeddedFace(t, style.Hei)
	glyphs := make([]uint16, face.glyphCount)
	for i := range glyphs {
		glyphs[i] = uint16(i)
	}
	program, order, err := face.Subset(glyphs) // too much for short locations
	if err != nil {
		t.Fatal(err)
	}
	sameGlyphs(t, face, program, order)
}

func TestLocations(t *testing.T) {
	for _, c := range []struct {
		end  uint32
		long bool
	}{{2, false}, {0x1FFFE, false}, {0x20000, true}} {
		if loca, long := locations([]uint32{0, c.end}); long != c.long || len(loca) != map[bool]int{false: 4, true: 8}[long] {
			t.Errorf("glyphs that end at %#x: long %v, %d bytes", c.end, long, len(loca))
		}
	}
}

func TestChecksums(t *testing.T) {
	face := embeddedFace(t, style.Fang)
	program, _, err := face.Subset(glyphsOf(t, face, "年报"))
	if err != nil {
		t.Fatal(err)
	}
	if sum := checksum(program); sum != 0xB1B0AFBA {
		t.Errorf("the file adds up to %#x", sum)
	}
	clear(tableOf(t, program, "head")[8:12])
	for i := range int(bigEndian.Uint16(program[4:])) {
		record := program[12+16*i:]
		tag := string(record[:4])
		if got, want := bigEndian.Uint32(record[4:]), checksum(tableOf(t, program, tag)); got != want {
			t.Errorf("table %s: sum %#x, want %#x", tag, got, want)
		}
	}
}

func TestSubsetRefuses(t *testing.T) {
	face := embeddedFace(t, style.Latin)
	for _, c := range []struct {
		glyphs []uint16
		want   string
	}{
		{nil, "must be glyph 0"},
		{[]uint16{5}, "must be glyph 0"},
		{[]uint16{0, 5, 0}, "glyph 0 stands twice"},
		{[]uint16{0, 65535}, "glyph 65535 asked for; the face has 713"},
	} {
		if _, _, err := face.Subset(c.glyphs); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: error %v, want %q", c.glyphs, err, c.want)
		}
	}
}

// outlinesFace is a face of the given outlines, all one em wide.
func outlinesFace(t *testing.T, outlines ...[]byte) *Face {
	t.Helper()
	ends := []uint32{0}
	var glyf []byte
	for _, outline := range outlines {
		glyf = append(glyf, outline...)
		glyf = append(glyf, make([]byte, len(outline)%2)...)
		ends = append(ends, uint32(len(glyf)))
	}
	loca, _ := locations(ends)
	count := byte(len(outlines))
	head, hhea, maxp := make([]byte, headSize), make([]byte, hheaSize), make([]byte, maxpSize)
	head[18], hhea[35], maxp[5] = 4, 1, count
	face, err := Parse(assemble([]table{
		{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", []byte{4, 0, 0, 7}}, {"loca", loca}, {"maxp", maxp},
	}), 0)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// composite is an outline made of the given glyphs.
func composite(flags uint16, glyphs ...byte) []byte {
	outline := make([]byte, glyphHeaderSize)
	outline[0], outline[1] = 0xFF, 0xFF
	for i, glyph := range glyphs {
		flags := flags
		if i < len(glyphs)-1 {
			flags |= moreComponents
		}
		outline = bigEndian.AppendUint16(outline, flags)
		outline = append(outline, 0, glyph)
		outline = append(outline, make([]byte, component{flags: flags}.size()-4)...)
	}
	return outline
}

func TestBrokenOutlines(t *testing.T) {
	deep := [][]byte{nil}
	for i := range 20 {
		deep = append(deep, composite(0, byte(i+2)))
	}
	deep = append(deep, nil)
	for _, c := range []struct {
		what     string
		outlines [][]byte
		want     string
	}{
		{"contains itself", [][]byte{nil, composite(0, 1)}, "made of itself"},
		{"contain each other", [][]byte{nil, composite(0, 2), composite(0, 1)}, "made of itself"},
		{"too deep", deep, "nested more than 16 deep"},
		{"stranger", [][]byte{nil, composite(0, 9)}, "made of glyph 9; the face has 2"},
		{"cut-off list", [][]byte{nil, composite(0, 0)[:12]}, "list of components is cut off"},
		{"cut-off matrix", [][]byte{nil, composite(matrix, 0)[:20]}, "list of components is cut off"},
		{"few bytes", [][]byte{nil, {0, 1, 0, 0}}, "4 bytes only"},
		{"contours", [][]byte{nil, {0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}}, "contours are cut off"},
		{"hints", [][]byte{nil, {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 9, 9}}, "hints are cut off"},
	} {
		_, _, err := outlinesFace(t, c.outlines...).Subset([]uint16{0, 1})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.what, err, c.want)
		}
	}
	face := outlinesFace(t, nil, nil)
	copy(face.loca, []byte{0, 9, 0, 1})
	if _, _, err := face.Subset([]uint16{0}); err == nil || !strings.Contains(err.Error(), "outside table glyf") {
		t.Errorf("locations that run backwards: %v", err)
	}
}

// A wide net of components must not take time that grows with its depth.
func TestWideComposites(t *testing.T) {
	outlines := [][]byte{nil}
	for i := range 14 {
		outlines = append(outlines, composite(0, bytes.Repeat([]byte{byte(i + 2)}, 200)...))
	}
	outlines = append(outlines, nil)
	if _, order, err := outlinesFace(t, outlines...).Subset([]uint16{0, 1}); err != nil || len(order) != 16 {
		t.Errorf("%d glyphs, error %v", len(order), err)
	}
}

func TestHintsAreDropped(t *testing.T) {
	header := []byte{0, 1, 0, 1, 0, 2, 0, 3, 0, 4}
	simple := slices.Concat(header, []byte{0, 0}, []byte{0, 3}, []byte("HNT"), []byte{0x37, 5, 6})
	made := slices.Concat(composite(hasInstructions|oneScale, 0, 1), []byte{0, 2}, []byte("HN"))
	program, order, err := outlinesFace(t, nil, simple, made).Subset([]uint16{0, 2})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(order, []uint16{0, 2, 1}) {
		t.Fatalf("order %v", order)
	}
	cut, err := Parse(program, 0)
	if err != nil {
		t.Fatal(err)
	}
	for glyph, want := range [][]byte{
		nil,
		composite(oneScale, 0, 2),
		slices.Concat(header, []byte{0, 0}, []byte{0, 0}, []byte{0x37, 5, 6, 0}),
	} {
		if got, err := cut.outline(uint16(glyph)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("glyph %d: % x (%v), want % x", glyph, got, err, want)
		}
		if got := cut.Advance(uint16(glyph)); got != 1000 {
			t.Errorf("glyph %d is %d wide", glyph, got)
		}
	}
}

// Two characters may share an outline and still be told apart in a PDF.
func TestSubsetRepeatsAGlyph(t *testing.T) {
	faces, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	face := faces.Chains[3][0]
	glyph := face.Glyph('中')
	program, order, err := face.Subset([]uint16{0, glyph, face.Glyph('国'), glyph})
	if err != nil {
		t.Fatal(err)
	}
	cut, err := Parse(program, 0)
	if err != nil {
		t.Fatal(err)
	}
	if order[1] != order[3] || cut.Advance(1) != cut.Advance(3) || cut.Advance(1) != face.Advance(glyph) {
		t.Errorf("order %v, advances %d and %d", order, cut.Advance(1), cut.Advance(3))
	}
}

// A wider form is the glyph itself with another advance, and costs sixteen bytes.
func TestWiderForms(t *testing.T) {
	for _, c := range []struct {
		role style.Role
		r    rune
	}{{style.Fang, '年'}, {style.Latin, '2'}, {style.Latin, 'é'}, {style.Kai, '　'}} {
		face := embeddedFace(t, c.role)
		glyph := face.Glyph(c.r)
		plain, _, err := face.SubsetForms([]Form{{}, {Glyph: glyph}})
		if err != nil {
			t.Fatal(err)
		}
		program, order, err := face.SubsetForms([]Form{{}, {glyph, 250}, {glyph, 430}})
		if err != nil {
			t.Fatal(err)
		}
		if order[1] != (Form{glyph, 250}) || order[3] != (Form{Glyph: glyph}) {
			t.Errorf("%c: %v", c.r, order)
		}
		cut, err := Parse(program, 0)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := cut.Outline(3)
		widest := 0
		for i, form := range order {
			if cut.Advance(uint16(i)) != face.AdvanceOf(form) {
				t.Errorf("%c: form %v is %d wide in the program, %d outside", c.r, form, cut.Advance(uint16(i)), face.AdvanceOf(form))
			}
			widest = max(widest, int(cut.advance(uint16(i))))
			if got, err := cut.Outline(uint16(i)); i > 0 && form.Glyph == glyph && (err != nil || fmt.Sprint(got) != fmt.Sprint(want)) {
				t.Errorf("%c: form %v is drawn otherwise (%v)", c.r, form, err)
			}
		}
		if int(bigEndian.Uint16(cut.hhea[10:])) < widest {
			t.Errorf("%c: table hhea promises less than %d", c.r, widest)
		}
		if more := len(program) - len(plain); more > 2*(16+4+4)+8 {
			t.Errorf("%c: two wider forms take %d bytes", c.r, more)
		}
	}
}
