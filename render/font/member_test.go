package font

import (
	"bytes"
	"testing"

	"nianbao/render/style"
)

// A countingReader counts what is read.
type countingReader struct {
	*bytes.Reader
	read int
}

func (r *countingReader) ReadAt(p []byte, at int64) (int, error) {
	r.read += len(p)
	return r.Reader.ReadAt(p, at)
}

func TestNamesAreReadAlone(t *testing.T) {
	file := &countingReader{Reader: bytes.NewReader(kaiFile)}
	members, err := readMembers(file, file.Size())
	if err != nil || len(members) != 1 {
		t.Fatal(members, err)
	}
	members[0].readStyle(file, file.Size())
	if file.read > 16<<10 {
		t.Errorf("%d bytes of %d were read", file.read, len(kaiFile))
	}
}

func TestMembersOfACollection(t *testing.T) {
	face := smallFace(t, style.Song, "一", 12)
	data := sharedCollection(t, face, nameTable("SimSun", "宋体"), nameTable("NSimSun", "新宋体"))
	members, err := readMembers(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(members) != 2 {
		t.Fatal(members, err)
	}
	for i, want := range []string{"SimSun", "NSimSun"} {
		if members[i].index != i || members[i].families[0] != want {
			t.Errorf("%+v, want %s", members[i], want)
		}
	}
	// A collection that is damaged in its second member still has its first.
	bigEndian.PutUint32(data[16:], uint32(len(data)))
	if members, err = readMembers(bytes.NewReader(data), int64(len(data))); err == nil || len(members) != 1 {
		t.Errorf("%d members, %v", len(members), err)
	}
}

// What a file says of its names is the same here and in Parse, and no file does harm.
func FuzzMembers(f *testing.F) {
	addSeeds(f, func(data []byte) { f.Add(data) })
	f.Add(sharedCollection(f, smallFace(f, style.Song, "一", 12), nameTable("a", "甲"), nameTable("b", "乙")))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := &countingReader{Reader: bytes.NewReader(data)}
		members, _ := readMembers(file, file.Size())
		if most := 12 + 4*mostMembers + mostMembers*(12+16*mostTables+mostNames); file.read > most {
			t.Errorf("%d bytes were read", file.read)
		}
		for _, m := range members {
			m.readStyle(file, file.Size())
			rankOf(m.families)
			if face, err := Parse(data, m.index); err == nil && len(m.families) == 0 && face.Family() != face.Name() {
				t.Errorf("the family %q was not found", face.Family())
			}
		}
	})
}
