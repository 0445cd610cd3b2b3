package font

import (
	"slices"
	"strings"
	"testing"

	"nianbao/render/style"
)

func TestParseSmallFace(t *testing.T) {
	const text = "0é一府𬭚"
	for _, format := range []int{4, 12} {
		source := embeddedFace(t, style.Song)
		text := text
		if format == 4 {
			text = strings.TrimSuffix(text, "𬭚")
		}
		face, err := Parse(smallFace(t, style.Song, text, format), 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range text {
			glyph := face.Glyph(r)
			if glyph == 0 {
				t.Errorf("format %d: no %c", format, r)
			}
			if got, want := face.Advance(glyph), source.Advance(source.Glyph(r)); got != want {
				t.Errorf("format %d: %c is %d wide, not %d", format, r, got, want)
			}
		}
		for _, r := range "/1二𬭛" {
			if glyph := face.Glyph(r); glyph != 0 {
				t.Errorf("format %d: %c has glyph %d", format, r, glyph)
			}
		}
		if face.Name() != "SmallPS1" || face.Family() != "小" {
			t.Errorf("names %q and %q", face.Name(), face.Family())
		}
	}
}

func TestCollection(t *testing.T) {
	data := collection(smallFace(t, style.Song, "一", 4), smallFace(t, style.Latin, "0A", 12))
	for index, r := range []rune{'一', 'A'} {
		face, err := Parse(data, index)
		if err != nil {
			t.Fatal(err)
		}
		if face.Glyph(r) == 0 {
			t.Errorf("member %d has no %c", index, r)
		}
		if _, _, err := face.Subset([]uint16{0, face.Glyph(r)}); err != nil {
			t.Error(err)
		}
	}
	for _, index := range []int{-1, 2, 1 << 30} {
		if _, err := Parse(data, index); err == nil {
			t.Errorf("member %d of 2 was read", index)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	good := smallFace(t, style.Latin, "0Aé", 12)
	spoil := func(tag string, at int, value ...byte) []byte {
		face := slices.Clone(good)
		copy(tableOf(t, face, tag)[at:], value)
		return face
	}
	for _, c := range []struct {
		what string
		data []byte
		want string
	}{
		{"nothing", nil, "too short"},
		{"text", []byte("this is no face at all"), "not a TrueType file"},
		{"CFF", append([]byte("OTTO"), good[4:]...), "PostScript outlines"},
		{"directory cut off", good[:40], "ends inside its directory"},
		{"file cut off", good[:len(good)-100], "past the end of the file"},
		{"no glyf", withTables(t, good, table{"glyf", nil})[:12], "ends inside"},
		{"units", spoil("head", 18, 0, 0), "0 units an em"},
		{"glyphs", spoil("maxp", 4, 0, 0), "no glyphs"},
		{"many glyphs", spoil("maxp", 4, 0xFF, 0xFF), "table loca is too short"},
		{"advances", spoil("hhea", 34, 0, 0), "table hmtx is too short"},
		{"many advances", spoil("hhea", 34, 0xFF, 0xFF), "table hmtx is too short"},
		{"short head", withTables(t, good, table{"head", make([]byte, 53)}), `table "head" has 53 bytes`},
		{"short loca", withTables(t, good, table{"loca", make([]byte, 5)}), "table loca is too short"},
		{"short cmap", withTables(t, good, table{"cmap", make([]byte, 3)}), "table cmap is too short"},
		{"list of maps", spoil("cmap", 2, 0xFF, 0xFF), "ends inside its list"},
		{"far map", spoil("cmap", 8, 0xFF, 0xFF, 0xFF, 0xFF), "lies outside it"},
		{"symbol map", spoil("cmap", 4, 0, 3, 0, 0), "no Unicode map"},
		{"old map", spoil("cmap", 12, 0, 2), "no Unicode map"},
		{"long map", spoil("cmap", 24, 0xFF, 0xFF, 0xFF, 0xFF), "runs past the table's end"},
		{"licence", spoil("OS/2", 8, 0, 2), "forbids embedding (OS/2 fsType 2)"},
		{"licence of parts", spoil("OS/2", 8, 1, 8), "a part of it"},
		{"bitmaps", spoil("OS/2", 8, 2, 0), "bitmaps only"},
	} {
		face, err := Parse(c.data, 0)
		if err == nil || !strings.Contains(err.Error(), c.want) || face != nil {
			t.Errorf("%s: error %v, want %q", c.what, err, c.want)
		}
	}
	if _, err := Parse(good, 1); err == nil {
		t.Error("member 1 of a single face was read")
	}
	if _, err := Parse(spoil("OS/2", 8, 0, 8), 0); err != nil {
		t.Errorf("a face that may be embedded for editing: %v", err)
	}
}

func TestMissingTable(t *testing.T) {
	good := smallFace(t, style.Latin, "0", 12)
	for _, tag := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf"} {
		face := slices.Clone(good)
		for i := range int(bigEndian.Uint16(face[4:])) {
			if record := face[12+16*i:]; string(record[:4]) == tag {
				copy(record, "none")
			}
		}
		if _, err := Parse(face, 0); err == nil || !strings.Contains(err.Error(), "no table \""+tag) {
			t.Errorf("without %s: %v", tag, err)
		}
	}
}

// A face that shows nothing for a character does not have it; a space is to show nothing.
func TestBlankGlyphs(t *testing.T) {
	data := smallFace(t, style.Song, "一二 三四", 12)
	loca := tableOf(t, data, "loca") // .notdef, 一, 二, the space, 三, 四, and the end
	entry := func(i int) []byte { return loca[2*i : 2*i+2] }
	if len(loca) != 14 || string(entry(3)) != string(entry(4)) {
		t.Fatal("the face is not as this test has it")
	}
	copy(entry(2), entry(1))   // 一 is empty, 二 has both outlines
	copy(entry(5), "\xFF\xFF") // 三 and 四 lie outside
	face, err := Parse(data, 0)
	if err != nil {
		t.Fatal(err)
	}
	for r, has := range map[rune]bool{'一': false, '二': true, ' ': true, '三': false, '四': false} {
		if (face.Glyph(r) != 0) != has {
			t.Errorf("%q has glyph %d", r, face.Glyph(r))
		}
	}
}

// A face whose name is lost can still be printed.
func TestNames(t *testing.T) {
	good := smallFace(t, style.Latin, "0", 12)
	for _, c := range []struct {
		table        []byte
		name, family string
	}{
		{nameTable("Times / New", "新 罗马"), "TimesNewPS1", "新 罗马"},
		{nameTable("Plain", ""), "PlainPS1", "Plain"},
		{nameTable("仿宋", ""), "PS1", "仿宋"},
		{nameTable(strings.Repeat("x", 90), "\x00长\n"), strings.Repeat("x", 63), "长"},
		{nil, "Unnamed", "Unnamed"},
		{[]byte{0, 0, 0xFF, 0xFF, 0, 6, 0, 3}, "Unnamed", "Unnamed"},
		{[]byte("\x00\x00\x00\x01\x00\x12\x00\x01\x00\x00\x00\x00\x00\x06\x00\x03\x00\x00Mac"), "Mac", "Mac"},
	} {
		face, err := Parse(withTables(t, good, table{"name", c.table}), 0)
		if err != nil {
			t.Fatal(err)
		}
		if face.Name() != c.name || face.Family() != c.family {
			t.Errorf("names %q and %q, want %q and %q", face.Name(), face.Family(), c.name, c.family)
		}
	}
}

func TestRounding(t *testing.T) {
	for _, c := range []struct{ em, units, want int }{
		{1000, 557, 557}, {2048, 1024, 500}, {2048, 1025, 500}, {2000, 1, 1}, {2000, -1, 0}, {2000, -3, -1}, {2048, -443, -216},
	} {
		if got := (&Face{unitsPerEm: c.em}).thousandths(c.units); got != c.want {
			t.Errorf("%d of %d units: %d, want %d", c.units, c.em, got, c.want)
		}
	}
}
