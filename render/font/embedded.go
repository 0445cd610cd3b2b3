package font

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"nianbao/render/style"
)

// The faces are bytes of the program itself: the system maps them in when they
// are read, and nothing is copied.
var (
	//go:embed faces/title.ttf
	titleFile []byte
	//go:embed faces/hei.ttf
	heiFile []byte
	//go:embed faces/kai.ttf
	kaiFile []byte
	//go:embed faces/fang.ttf
	fangFile []byte
	//go:embed faces/song.ttf
	songFile []byte
	//go:embed faces/latin.ttf
	latinFile []byte
	//go:embed faces/lighter.ttf
	lighterFile []byte
)

// heavy are marks that stand out from the characters of the embedded 仿宋 as if they
// were bold; the lighter face that stands in for it has them too.
const heavy = "《》？【】"

// Embedded is the set of faces inside the program, read once. Every chain has
// the 8,105 characters of 通用规范汉字表 (国发〔2013〕23号).
func Embedded() (*Set, error) { return embedded() }

var embedded = sync.OnceValues(func() (*Set, error) {
	files := [6][]byte{
		style.Title: titleFile, style.Hei: heiFile, style.Kai: kaiFile,
		style.Fang: fangFile, style.Song: songFile, style.Latin: latinFile,
	}
	var faces [len(files)]*Face
	for role, data := range files {
		face, err := Parse(data, 0)
		if err != nil {
			return nil, fmt.Errorf("embedded face %d: %w", role, err)
		}
		face.official = official[role][0][0]
		faces[role] = face
	}
	lighter, err := Parse(lighterFile, 0)
	if err != nil {
		return nil, fmt.Errorf("embedded lighter face: %w", err)
	}
	lighter.official = official[style.Fang][1][0] // which has what 仿宋_GB2312 lacks
	fang := faces[style.Fang]
	fang.characters = fang.characters.Without(func(r rune, _ uint16) bool { return strings.ContainsRune(heavy, r) })
	set := new(Set)
	for role, face := range faces {
		set.Chains[role] = append(set.Chains[role], face)
		if style.Role(role) == style.Fang {
			// The 仿宋 lacks 1,467 of the standard characters; a 宋体 as thin as it has them.
			set.Chains[role] = append(set.Chains[role], lighter)
		}
		for _, other := range []style.Role{style.Song, style.Hei, style.Kai, style.Latin} {
			if faces[other] != face {
				set.Chains[role] = append(set.Chains[role], faces[other])
			}
		}
		if style.Role(role) != style.Fang {
			set.Chains[role] = append(set.Chains[role], lighter) // for the signs that it alone has
		}
	}
	return set, nil
})

// own are the embedded faces that are made for a role.
func (s *Set) own(role style.Role) Chain {
	if role == style.Fang {
		return s.Chains[role][:2]
	}
	return s.Chains[role][:1]
}
