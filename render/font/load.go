package font

import (
	"slices"

	"nianbao/render/font/mapping"
	"nianbao/render/style"
)

// choose reads the candidates and what was assigned, and sets up the chains.
func (f *Found) choose(all []candidate, embedded *Set, given []Assignment) error {
	l := loader{found: f, files: map[string]*openFile{}}
	var own [len(official) + 1][]*Face
	for role := range own {
		own[role] = l.load(inOrder(all, style.Role(role)), style.Role(role))
	}
	if err := l.assign(given, own[:]); err != nil {
		return err
	}
	l.closeUnused()
	for role := range own[:supplement] {
		own[role] = append(own[role], embedded.own(style.Role(role))...)
	}
	f.Set = new(Set)
	for role := range f.Set.Chains {
		chain := slices.Clone(own[role])
		for _, other := range []style.Role{style.Song, style.Hei, style.Kai, style.Fang, style.Title, style.Latin, supplement} {
			if int(other) != role {
				chain = append(chain, own[other]...)
			}
		}
		f.Set.Chains[role] = chain
	}
	for _, face := range own[supplement] {
		if !slices.Contains(supplements, face.Family()) {
			f.Spare = append(f.Spare, face)
		}
	}
	return nil
}

// A loader reads candidates, each file once.
type loader struct {
	found *Found
	files map[string]*openFile
}

type openFile struct {
	mapped *mapping.File
	err    error
	used   bool
}

// mostSupplements bounds how many faces of other names a folder can add.
const mostSupplements = 32

// load reads the faces of a role, one of each name.
func (l *loader) load(list []candidate, role style.Role) []*Face {
	var faces []*Face
	have := map[string]bool{}
	for _, c := range list {
		if have[c.rank.name] || role == supplement && len(faces) == mostSupplements {
			continue
		}
		face, err := l.read(c)
		if err != nil {
			l.found.Refused = append(l.found.Refused, Refusal{c.file, c.rank.name, role, len(faces) == 0 && role != supplement, err})
			continue
		}
		faces = append(faces, face)
		have[c.rank.name] = true
		l.files[c.file].used = true
		l.found.Places[c.place].Used++
	}
	return faces
}

func (l *loader) read(c candidate) (*Face, error) {
	file := l.files[c.file]
	if file == nil {
		file = new(openFile)
		file.mapped, file.err = mapping.Open(c.file)
		l.files[c.file] = file
	}
	if file.err != nil {
		return nil, file.err
	}
	face, err := parseMapped(file.mapped, c.member)
	if err != nil {
		return nil, err
	}
	face.file, face.official = c.file, c.rank.name
	return face, face.serves(c.rank.role)
}

// serves makes sure that a face has the very characters that its role is for.
func (f *Face) serves(role style.Role) error {
	r := '一'
	switch role {
	case style.Latin:
		r = '0'
	case supplement:
		r = -1
	}
	if f.characters.Empty() || r >= 0 && f.Glyph(r) == 0 {
		return ErrNoCharacters
	}
	return nil
}

// closeUnused lets go of the files of which no face is used.
func (l *loader) closeUnused() {
	for _, file := range l.files {
		if file.mapped != nil && !file.used {
			file.mapped.Close()
		}
	}
}
