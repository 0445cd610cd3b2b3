package pdf

import (
	"slices"
	"sync"

	"nianbao/render/font"
)

// A cutFace is what embed makes of the characters that a document shows in a face.
type cutFace struct {
	font      *font.Face
	shown     []character
	order     []font.Form
	program   []byte
	length    int
	toUnicode []byte
}

// kept are the small faces cut last, the latest first. The form's labels and its six
// headings are the same characters in report after report; the text's are not, and
// its face is large, so that none such is kept.
var kept struct {
	sync.Mutex
	faces []*cutFace
}

// keptMost holds the four such faces of a report and what two reports at once have
// beside them: with 72 KB or less to a face, a megabyte at the very most.
const keptMost = 14

// keptFor is the face cut for these characters in this order, nil if it is not kept.
func keptFor(of *font.Face, shown []character) *cutFace {
	kept.Lock()
	defer kept.Unlock()
	for i, c := range kept.faces {
		if c.font == of && slices.Equal(c.shown, shown) {
			copy(kept.faces[1:i+1], kept.faces[:i])
			kept.faces[0] = c
			return c
		}
	}
	return nil
}

// keep keeps a face. Two reports that cut the same at once keep it twice, until the
// one that is not asked for any more drops out.
func keep(f *face) {
	if f.length >= manyFrom {
		return
	}
	c := &cutFace{f.font, f.shown, f.order, slices.Clone(f.program), f.length, slices.Clone(f.toUnicode)} // without their spare room
	kept.Lock()
	defer kept.Unlock()
	if len(kept.faces) == keptMost {
		kept.faces = kept.faces[:keptMost-1]
	}
	kept.faces = slices.Insert(kept.faces, 0, c)
}
