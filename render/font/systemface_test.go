package font

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"nianbao/render/style"
)

// bestName is the best name of each role's face, in Chinese.
func bestName(role style.Role) string { return official[role][0][0] }

// namedFace is a small face with the characters of text, and the names given.
func namedFace(t testing.TB, role style.Role, text, english, chinese string) []byte {
	t.Helper()
	return withTables(t, smallFace(t, role, text, 12), table{"name", nameTable(english, chinese)})
}

// fakeMachine makes a machine whose only place for faces is the folder returned.
func fakeMachine(t testing.TB) string {
	t.Helper()
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the places of this system are not the environment's to choose")
	}
	root := t.TempDir()
	t.Setenv("HOME", filepath.Join(root, "home"))
	t.Setenv("XDG_DATA_HOME", root)
	t.Setenv("XDG_DATA_DIRS", filepath.Join(root, "none"))
	return filepath.Join(root, "fonts")
}

// put writes a face, with the folders that it lies in, and returns its path.
func put(t testing.TB, data []byte, elements ...string) string {
	t.Helper()
	path := filepath.Join(elements...)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func system(t testing.TB, folder string) *Found {
	t.Helper()
	found, err := System(folder)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// wantFirst fails unless the chain of a role begins with these files.
func (f *Found) wantFirst(t *testing.T, role style.Role, files ...string) {
	t.Helper()
	var got []string
	for _, face := range f.Set.Chains[role][:len(files)] {
		got = append(got, face.File())
	}
	if !slices.Equal(got, files) {
		t.Errorf("role %d begins with %q, want %q", role, got, files)
	}
}

// sharedCollection is a TTC of one face under several names, as SimSun and
// NSimSun are: the members have all tables but their names in common.
func sharedCollection(t testing.TB, face []byte, names ...[]byte) []byte {
	t.Helper()
	count := int(bigEndian.Uint16(face[4:]))
	directory := 12 + 16*count
	out := []byte("ttcf\x00\x01\x00\x00")
	out = bigEndian.AppendUint32(out, uint32(len(names)))
	start := len(out) + 4*len(names)
	for i := range names {
		out = bigEndian.AppendUint32(out, uint32(start+i*directory))
	}
	at := map[string]span{}
	bodies := start + len(names)*directory
	var data []byte
	keep := func(table []byte) span {
		s := span{int64(bodies + len(data)), int64(len(table))}
		data = append(data, table...)
		data = append(data, make([]byte, padded(len(table))-len(table))...)
		return s
	}
	for i := range count {
		tag := string(face[12+16*i:][:4])
		at[tag] = keep(tableOf(t, face, tag))
	}
	for _, name := range names {
		own := slices.Clone(face[:directory])
		at["name"] = keep(name)
		for i := range count {
			record := own[12+16*i:]
			table := at[string(record[:4])]
			bigEndian.PutUint32(record[8:], uint32(table.offset))
			bigEndian.PutUint32(record[12:], uint32(table.length))
		}
		out = append(out, own...)
	}
	return append(out, data...)
}

// withFewAdvances is a face whose glyphs from kept on have the advance of the
// one before, as the faces of Chinese systems do.
func withFewAdvances(t testing.TB, face []byte, kept int) []byte {
	t.Helper()
	hmtx, glyphs := tableOf(t, face, "hmtx"), int(bigEndian.Uint16(tableOf(t, face, "maxp")[4:]))
	short := slices.Clone(hmtx[:4*kept])
	for i := kept; i < glyphs; i++ {
		short = append(short, hmtx[4*i+2:4*i+4]...)
	}
	hhea := slices.Clone(tableOf(t, face, "hhea"))
	bigEndian.PutUint16(hhea[34:], uint16(kept))
	return withTables(t, face, table{"hhea", hhea}, table{"hmtx", short})
}
