package font

import (
	"strings"
	"sync"
	"testing"

	"nianbao/render/style"
)

var hanRoles = []style.Role{style.Title, style.Hei, style.Kai, style.Fang, style.Song}

func TestEveryChainHasTheStandardCharacters(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	characters := append(Standard(), []rune("“”‘’（）〔〕—…《》〈〉、。，；：？！·〇㎡℃①②③％＋－～【】𬭚㛃0A✓☎ⅰⅻμ³±°Ω")...)
	for role := range set.Chains {
		for _, r := range characters {
			face, glyph := set.Find(style.Role(role), r)
			if face == nil || glyph == 0 {
				t.Errorf("role %d has no %c (%U)", role, r, r)
			} else if face.Glyph(r) != glyph {
				t.Errorf("role %d: glyph %d of %c is not the face's", role, glyph, r)
			}
		}
	}
}

func TestCharactersThatNoFaceHas(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []rune{-1, 0, 0xE000, 0xFFFF, 0x10FFFF, 0x110000, 1<<31 - 1} {
		if face, glyph := set.Find(style.Fang, r); face != nil || glyph != 0 {
			t.Errorf("%U: found glyph %d in %v", r, glyph, face)
		}
	}
}

func TestFallbackOfFang(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for r, want := range map[rune]string{'府': "NianbaoFangSong", '㎡': "NianbaoSong", '㛃': "NianbaoLighter", '𬭚': "NianbaoLighter", '《': "NianbaoLighter"} {
		if face, _ := set.Find(style.Fang, r); face.Name() != want {
			t.Errorf("%c comes from %s, not %s", r, face.Name(), want)
		}
	}
}

// The names reserved by the makers of the faces must not come back.
func TestEmbeddedFaces(t *testing.T) {
	for _, want := range []struct {
		role            style.Role
		name, family    string
		ascent, descent int
		capHeight       int
		zero, space     int // advances of a digit and of a space between words
	}{
		{style.Title, "NianbaoXiaoBiaoSong", "年报小标宋", 1151, -286, 729, 593, 250},
		{style.Song, "NianbaoSong", "年报宋体", 1151, -286, 729, 557, 256},
		{style.Hei, "NianbaoHei", "年报黑体", 1160, -288, 733, 570, 225},
		{style.Kai, "NianbaoKai", "年报楷体", 928, -256, 695, 600, 350},
		{style.Fang, "NianbaoFangSong", "年报仿宋", 880, -120, 683, 500, 333},
		{style.Latin, "NianbaoLatin", "年报西文", 891, -216, 655, 500, 250},
	} {
		f := embeddedFace(t, want.role)
		if f.Name() != want.name || f.Family() != want.family {
			t.Errorf("role %d is %s %s, not %s %s", want.role, f.Name(), f.Family(), want.name, want.family)
		}
		if f.Ascent() != want.ascent || f.Descent() != want.descent || f.CapHeight() != want.capHeight {
			t.Errorf("%s: ascent %d, descent %d, capitals %d; want %d, %d, %d", f.Name(),
				f.Ascent(), f.Descent(), f.CapHeight(), want.ascent, want.descent, want.capHeight)
		}
		if zero, space := f.Advance(f.Glyph('0')), f.Advance(f.Glyph(' ')); zero != want.zero || space != want.space {
			t.Errorf("%s: a digit is %d wide, a space %d; want %d, %d", f.Name(), zero, space, want.zero, want.space)
		}
		if f.Flags() != flagSymbolic || f.StemV() != 87 {
			t.Errorf("%s: flags %d, stem %d", f.Name(), f.Flags(), f.StemV())
		}
		if b := f.Bounds(); b[0] >= b[2] || b[1] >= 0 || b[3] <= 700 {
			t.Errorf("%s: bounds %v", f.Name(), b)
		}
	}
}

// Chinese text is a grid of squares; GB/T 15834-2011 gives each of these one.
func TestSquares(t *testing.T) {
	for _, role := range hanRoles {
		f := embeddedFace(t, role)
		for _, r := range "一府　“”‘’…—·，。（）〔〕《》、；：％①" {
			if role == style.Fang && strings.ContainsRune(heavy, r) {
				continue // it comes from the lighter face
			}
			if got := f.Advance(f.Glyph(r)); got != 1000 {
				t.Errorf("%s: %c is %d wide", f.Name(), r, got)
			}
		}
	}
}

func TestSharedByGoroutines(t *testing.T) {
	face, err := Parse(fangFile, 0) // fresh: no page of its map is filled yet
	if err != nil {
		t.Fatal(err)
	}
	characters := Standard()
	sums := make([]int, 8)
	var group sync.WaitGroup
	for i := range sums {
		group.Go(func() {
			for _, r := range characters {
				glyph := face.Glyph(r)
				sums[i] += int(glyph) + face.Advance(glyph)
			}
			if _, _, err := face.Subset([]uint16{0, face.Glyph('府')}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	for _, sum := range sums {
		if sum != sums[0] {
			t.Fatalf("goroutines found different glyphs: %v", sums)
		}
	}
}
