package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"

	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// facesFolder holds the project's faces, from the folder of this program.
const facesFolder = "../render/font/faces/"

// A wholeFace is a face as its file has it.
type wholeFace struct {
	name string
	data []byte
}

// readFaces reads the files of the embedded faces: the libraries want bytes.
func readFaces(set *font.Set) (map[*font.Face]wholeFace, error) {
	faces := map[*font.Face]wholeFace{}
	for role, name := range map[style.Role]string{
		style.Title: "title", style.Hei: "hei", style.Kai: "kai",
		style.Fang: "fang", style.Song: "song", style.Latin: "latin",
	} {
		data, err := os.ReadFile(facesFolder + name + ".ttf")
		if err != nil {
			return nil, fmt.Errorf("run this in the folder bench: %w", err)
		}
		faces[set.Chains[role][0]] = wholeFace{name, data}
	}
	data, err := os.ReadFile(facesFolder + "lighter.ttf")
	if err != nil {
		return nil, err
	}
	faces[set.Chains[style.Fang][1]] = wholeFace{"lighter", data}
	return faces, nil
}

// A usedFace is a face with the characters that a layout shows in it.
type usedFace struct {
	face   *font.Face
	glyphs map[rune]uint16
}

// usedFaces lists a layout's faces in the order of first use.
func usedFaces(l *layout.Layout) []usedFace {
	var used []usedFace
	for _, page := range l.Pages {
		for _, mark := range page.Marks {
			if mark.Text == nil {
				continue
			}
			at := slices.IndexFunc(used, func(u usedFace) bool { return u.face == mark.Text.Face })
			if at < 0 {
				at = len(used)
				used = append(used, usedFace{mark.Text.Face, map[rune]uint16{}})
			}
			for i, r := range mark.Text.Runes {
				used[at].glyphs[r] = mark.Text.Glyphs[i]
			}
		}
	}
	return used
}

// A faceSource gives the bytes of a face for the characters that a layout shows.
type faceSource func(usedFace) ([]byte, error)

// wholeFaces hands out the faces as they are: copies, for gofpdf and fpdf write
// into what they are given.
func wholeFaces(faces map[*font.Face]wholeFace) faceSource {
	copies := map[*font.Face][]byte{}
	for face, whole := range faces {
		copies[face] = bytes.Clone(whole.data)
	}
	return func(u usedFace) ([]byte, error) { return copies[u.face], nil }
}
