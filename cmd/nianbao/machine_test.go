package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"unicode/utf16"

	"nianbao/fixtures"
)

// officialFace is an embedded face under the name that official ones have.
func officialFace(t *testing.T, file, oldName, newName string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(fixtures.Path(t, "render/font/faces"), file))
	if err != nil {
		t.Fatal(err)
	}
	from, to := utf16Bytes(oldName), utf16Bytes(newName)
	if len(from) != len(to) || !bytes.Contains(data, from) {
		t.Fatalf("%s cannot be renamed to %s", oldName, newName)
	}
	return bytes.ReplaceAll(data, from, to)
}

func utf16Bytes(text string) (raw []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		raw = binary.BigEndian.AppendUint16(raw, unit)
	}
	return raw
}

// tableAt is where a table of a face lies.
func tableAt(t *testing.T, face []byte, tag string) int {
	t.Helper()
	at := bytes.Index(face[:12+16*20], []byte(tag))
	if at < 0 {
		t.Fatalf("no table %s", tag)
	}
	return int(binary.BigEndian.Uint32(face[at+8:]))
}

// withMachine makes a machine with these faces, by their place in its folder.
func withMachine(t *testing.T, nameAndData ...string) string {
	t.Helper()
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the places of this system are not the environment's to choose")
	}
	root := t.TempDir()
	t.Setenv("HOME", filepath.Join(root, "home"))
	t.Setenv("XDG_DATA_HOME", root)
	t.Setenv("XDG_DATA_DIRS", filepath.Join(root, "none"))
	for i := 0; i < len(nameAndData); i += 2 {
		put(t, filepath.Join(root, "fonts", nameAndData[i]), nameAndData[i+1])
	}
	return filepath.Join(root, "fonts")
}
