package font

import (
	"slices"
	"testing"

	"nianbao/render/style"
)

func TestFacesAreFoundByAnyOfTheirNames(t *testing.T) {
	fonts := fakeMachine(t)
	text := map[style.Role]string{style.Latin: "0A"}
	for role, list := range official {
		for at, names := range list {
			for i, name := range names {
				role := style.Role(role)
				data := namedFace(t, role, first(text[role], "一"), "", name)
				if i == 1 {
					data = namedFace(t, role, first(text[role], "一"), name, "")
				}
				path := put(t, data, fonts, "deep", "er", "ANY.TTF")
				found := system(t, "")
				found.wantFirst(t, role, path, "")
				if family := found.Set.Chains[role][0].Family(); family != name {
					t.Errorf("role %d, %d: the family is %q, not %q", role, at, family, name)
				}
			}
		}
	}
}

func TestTheFolderThenTheMachineThenTheEmbedded(t *testing.T) {
	fonts, asked := fakeMachine(t), t.TempDir()
	better := put(t, namedFace(t, style.Fang, "一", "", "仿宋_GB2312"), fonts, "a.ttf")
	plain := put(t, namedFace(t, style.Fang, "一", "", "仿宋"), fonts, "b.ttf")
	put(t, namedFace(t, style.Fang, "一", "", "仿宋"), fonts, "c.ttf") // the same again
	own := put(t, namedFace(t, style.Fang, "一", "", "华文仿宋"), asked, "d.ttf")
	song := put(t, namedFace(t, style.Song, "一", "", "宋体"), fonts, "e.ttf")

	found := system(t, asked)
	found.wantFirst(t, style.Fang, own, better, plain, "", "", song, "")
	found.wantFirst(t, style.Hei, "", song, "")
	if family := found.Set.Chains[style.Fang][3].Family(); family != "年报仿宋" {
		t.Errorf("after the found faces comes %s", family)
	}
	want := []Place{{asked, 1, 1, false}, {fonts, 4, 3, false}}
	if !slices.Equal(found.Places, want) {
		t.Errorf("places %v, want %v", found.Places, want)
	}
	system(t, "").wantFirst(t, style.Fang, better, plain, "", "", song)

	embedded, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for role := range embedded.Chains {
		if embedded.Chains[role][0].File() != "" {
			t.Errorf("the embedded set has changed")
		}
	}
}

func TestRegularFacesOnly(t *testing.T) {
	styled := func(chinese string, macStyle, selection, weight uint16) []byte {
		face := namedFace(t, style.Song, "一0", "", chinese)
		bigEndian.PutUint16(tableOf(t, face, "head")[44:], macStyle)
		os2 := tableOf(t, face, "OS/2")
		bigEndian.PutUint16(os2[4:], weight)
		bigEndian.PutUint16(os2[62:], selection)
		return face
	}
	fonts := fakeMachine(t)
	put(t, styled("宋体", 1, 0, 400), fonts, "a-bold.ttf")
	put(t, styled("宋体", 0, 0x20, 400), fonts, "b-bold.ttf")
	put(t, styled("宋体", 0, 0, 700), fonts, "c-heavy.ttf")
	put(t, styled("宋体", 2, 0, 400), fonts, "d-italic.ttf")
	put(t, styled("宋体", 0, 1, 400), fonts, "e-italic.ttf")
	put(t, styled("宋体", 0, 0, 300), fonts, "f-light.ttf")
	regular := put(t, styled("宋体", 0, 0x40, 400), fonts, "g.ttf")
	put(t, styled("黑体", 0, 1, 400), fonts, "h-italic.ttf")
	hei := put(t, styled("黑体", 1, 0x20, 700), fonts, "i.ttf") // heavy by nature

	found := system(t, "")
	found.wantFirst(t, style.Song, regular, "")
	found.wantFirst(t, style.Hei, hei, "")
	if len(found.Refused) > 0 {
		t.Errorf("sisters of a face are no refusals: %v", found.Refused)
	}
}
