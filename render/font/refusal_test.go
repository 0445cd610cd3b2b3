package font

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"nianbao/render/style"
)

func TestRefusedFacesGiveWay(t *testing.T) {
	spoiled := func(spoil func(face []byte)) []byte {
		face := namedFace(t, style.Kai, "一二", "", "楷体_GB2312")
		spoil(face)
		return face
	}
	whole := namedFace(t, style.Kai, "一二", "", "楷体_GB2312")
	rename := func(face []byte, from, to string) {
		at := bytes.Index(face[:12+16*int(bigEndian.Uint16(face[4:]))], []byte(from))
		copy(face[at:], to)
	}
	for what, c := range map[string]struct {
		data []byte
		want error // nil: damaged
	}{
		"CFF":             {spoiled(func(face []byte) { copy(face, "OTTO") }), ErrPostScript},
		"fsType":          {spoiled(func(face []byte) { tableOf(t, face, "OS/2")[9] = 2 }), ErrLicence},
		"variable":        {withTables(t, whole, table{"fvar", make([]byte, 16)}), ErrVariable},
		"no cmap":         {spoiled(func(face []byte) { rename(face, "cmap", "none") }), ErrNoCharacters},
		"symbol cmap":     {spoiled(func(face []byte) { tableOf(t, face, "cmap")[7] = 0 }), ErrNoCharacters},
		"other script":    {namedFace(t, style.Latin, "0A", "", "楷体_GB2312"), ErrNoCharacters},
		"no outlines":     {spoiled(func(face []byte) { rename(face, "glyf", "none") }), nil},
		"half of it":      {withTables(t, whole, table{"zzzz", make([]byte, 5000)})[:len(whole)], nil},
		"no glyphs":       {spoiled(func(face []byte) { clear(tableOf(t, face, "maxp")[4:6]) }), nil},
		"a table too big": {withTables(t, whole, table{"post", make([]byte, 9<<20)}, table{"hmtx", make([]byte, 9<<20)}), nil},
	} {
		t.Run(what, func(t *testing.T) {
			fonts := fakeMachine(t)
			bad := put(t, c.data, fonts, "bad.ttf")
			good := put(t, namedFace(t, style.Kai, "一", "", "华文楷体"), fonts, "good.ttf")
			for range 2 {
				found := system(t, "")
				found.wantFirst(t, style.Kai, good, "")
				if len(found.Refused) != 1 {
					t.Fatalf("refused: %v", found.Refused)
				}
				r := found.Refused[0]
				if r.File != bad || r.Family != "楷体_GB2312" || r.Role != style.Kai || !r.Preferred || r.Err == nil {
					t.Errorf("%+v", r)
				}
				known := c.want
				for _, other := range []error{ErrPostScript, ErrVariable, ErrLicence, ErrNoCharacters, ErrChanged} {
					if errors.Is(r.Err, other) != (other == known) {
						t.Errorf("%v is, or is not, %v", r.Err, other)
					}
				}
			}
			// What comes after the first usable face is nobody's loss.
			put(t, namedFace(t, style.Kai, "一", "", "楷体_GB2312"), fonts, "a.ttf")
			put(t, c.data, fonts, "bad.ttf")
			for _, r := range system(t, "").Refused {
				if r.Preferred {
					t.Errorf("%+v", r)
				}
			}
		})
	}
}

func TestFilesThatAreNoFaces(t *testing.T) {
	fonts := fakeMachine(t)
	put(t, nil, fonts, "empty.ttf")
	put(t, []byte("no face"), fonts, "short.ttf")
	put(t, []byte("this is no face at all"), fonts, "text.otf")
	put(t, []byte("ttcf\x00\x01\x00\x00\xFF\xFF\xFF\xFF"), fonts, "many.ttc")
	put(t, []byte("no face, and not said to be one"), fonts, "readme.txt")
	locked := put(t, namedFace(t, style.Kai, "一", "", "楷体"), fonts, "locked.ttf")
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	found := system(t, "")
	for _, r := range found.Refused {
		if r.Family != "" || r.Preferred {
			t.Errorf("%+v", r)
		}
	}
	if n := len(found.Refused); n != 4 && n != 5 { // root opens what is locked
		t.Errorf("%d refusals: %v", n, found.Refused)
	}
	if want := (Place{Folder: filepath.Clean(fonts), Files: 5}); found.Places[0].Folder != want.Folder || found.Places[0].Files != want.Files {
		t.Errorf("%+v, want %+v", found.Places[0], want)
	}
}
