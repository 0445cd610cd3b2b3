package font

import (
	"bytes"
	"slices"
	"testing"

	"nianbao/render/style"
)

// A machine as the offices have it: 宋体 in a collection whose members share
// their tables and whose later glyphs share an advance, without ㎡; 仿宋 without 𬭚.
func TestFallbackCharacterByCharacter(t *testing.T) {
	fonts := fakeMachine(t)
	whole := smallFace(t, style.Song, "0一年报县𬭚", 12)
	simsun := put(t, sharedCollection(t, withFewAdvances(t, whole, 3), nameTable("SimSun", "宋体"), nameTable("NSimSun", "新宋体")), fonts, "simsun.ttc")
	simfang := put(t, namedFace(t, style.Kai, "0一年报㎡", "FangSong_GB2312", "仿宋_GB2312"), fonts, "SIMFANG.TTF")
	found := system(t, "")
	found.wantFirst(t, style.Song, simsun, simsun, "")
	found.wantFirst(t, style.Fang, simfang, "", "", simsun)

	song, fang := embeddedFace(t, style.Song), embeddedFace(t, style.Fang)
	for _, c := range []struct {
		role   style.Role
		r      rune
		family string
		source *Face // has the same outline
	}{
		{style.Song, '0', "宋体", song},
		{style.Song, '报', "宋体", song}, // beyond the advances
		{style.Song, '𬭚', "宋体", song},
		{style.Song, '㎡', "年报宋体", song},
		{style.Fang, '报', "仿宋_GB2312", embeddedFace(t, style.Kai)},
		{style.Fang, '㎡', "仿宋_GB2312", embeddedFace(t, style.Kai)},
		{style.Fang, '府', "年报仿宋", fang},
		{style.Fang, '𬭚', "年报细宋", found.Set.Chains[style.Fang][2]},
		{style.Latin, 'A', "年报西文", embeddedFace(t, style.Latin)},
	} {
		face, glyph := found.Set.Find(c.role, c.r)
		if face == nil || face.Family() != c.family {
			t.Errorf("role %d: %c comes from %v, not %s", c.role, c.r, face, c.family)
			continue
		}
		if got, want := face.Advance(glyph), c.source.Advance(c.source.Glyph(c.r)); got != want {
			t.Errorf("%s: %c is %d wide, not %d", c.family, c.r, got, want)
		}
		got, want := outlineOf(t, face, glyph), outlineOf(t, c.source, c.source.Glyph(c.r))
		if len(got) == 0 || !bytes.Equal(got, want) {
			t.Errorf("%s: %c has the outline of another character", c.family, c.r)
		}
	}
	if face, glyph := found.Set.Find(style.Fang, '\U0010FFFD'); face != nil || glyph != 0 {
		t.Error("a character that no face has was found")
	}
}

// outlineOf is the outline of a glyph as a file would carry it.
func outlineOf(t *testing.T, face *Face, glyph uint16) []byte {
	t.Helper()
	program, _, err := face.Subset([]uint16{0, glyph})
	if err != nil {
		t.Fatal(err)
	}
	cut, err := Parse(program, 0)
	if err != nil {
		t.Fatal(err)
	}
	outline, err := cut.outline(1)
	if err != nil {
		t.Fatal(err)
	}
	return outline
}

// Somebody who has a face for a rare name puts it into a folder.
func TestFacesOfOtherNamesServeLast(t *testing.T) {
	fonts, asked := fakeMachine(t), t.TempDir()
	extra := put(t, namedFace(t, style.Latin, "ā", "Rare", "生僻字"), asked, "rare.ttf")
	put(t, namedFace(t, style.Latin, "ē", "Other", "别的"), fonts, "other.ttf")
	windows := put(t, namedFace(t, style.Latin, "ī", "SimSun-ExtB", ""), fonts, "simsunb.ttf")
	found := system(t, asked)
	for role, chain := range found.Set.Chains {
		last := chain[len(chain)-2:]
		if last[0].File() != extra || last[1].File() != windows {
			t.Errorf("role %d ends with %s and %s", role, last[0].File(), last[1].File())
		}
		if chain[0].File() != "" {
			t.Errorf("role %d begins with %s", role, chain[0].File())
		}
	}
	for i := range 40 {
		put(t, namedFace(t, style.Latin, "ā", "Rare "+string(rune('A'+i)), ""), asked, string(rune('A'+i))+".ttf")
	}
	if used := system(t, asked).Places[0].Used; used != mostSupplements {
		t.Errorf("%d faces are in every chain", used)
	}
}

func TestShares(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	fang := set.Chains[style.Fang]
	shares, missing := fang.Shares(Standard())
	if want := []Share{{fang[0], 6638}, {fang[1], 1467}}; !slices.Equal(shares, want) || missing != 0 {
		t.Errorf("%v, %d missing", shares, missing)
	}
	shares, missing = fang.Shares([]rune("㎡\U0010FFFD"))
	if want := []Share{{fang[0], 0}, {fang[2], 1}}; !slices.Equal(shares, want) || missing != 1 {
		t.Errorf("%v, %d missing", shares, missing)
	}
}

func TestStandard(t *testing.T) {
	seen := map[rune]bool{}
	for _, r := range Standard() {
		seen[r] = true
	}
	if len(seen) != 8105 || len(Standard()) != 8105 {
		t.Errorf("%d characters, %d different ones", len(Standard()), len(seen))
	}
}
