package picture

import (
	"fmt"
	"strings"

	"nianbao/document"
	"nianbao/render/font"
	"nianbao/render/html"
	"nianbao/render/style"
)

// A Sheet is a picture's shape.
type Sheet int

const (
	Tall Sheet = iota // 750 pixels wide and as high as it takes, for phones
	Wide              // 1920 × 1080
)

const (
	tallWidth             = 750
	wideWidth, wideHeight = 1920, 1080
)

// word is what such pictures are called.
var word = strings.TrimPrefix(html.PictureTail, "-")

// A drawn picture is laid out and not yet written.
type drawn struct {
	*scene
	width, height int
}

// draw lays a picture out.
func draw(d *document.Document, s story, year [2]string, then string, sheet Sheet, faces *font.Set) drawn {
	if sheet == Tall {
		return drawTall(d, s, year, then, faces)
	}
	return drawWide(d, s, year, then, faces)
}

func drawTall(d *document.Document, s story, year [2]string, then string, faces *font.Set) drawn {
	out := &scene{faces: faces, scale: 1000}
	const side = 40
	y := 52
	var body scene = *out
	title := hand{style.Title, 42, white}
	lines := style.TitleLines(d.Agency, d.Heading, d.Broken)
	if len(lines) == 1 {
		lines = out.lines(lines[0], tallWidth-2*side, title)
	}
	height := 2*y + 48 + len(lines)*58
	body.box(0, 0, tallWidth, height, band)
	for _, line := range lines {
		body.centre(0, tallWidth, y, line, body.fitted(line, tallWidth-2*side, 20, title))
		y += 58
	}
	body.centre(0, tallWidth, y+14, marked(word, d), hand{style.Hei, 28, light})
	f := frame{scene: &body, x: side, width: tallWidth - 2*side, y: height + 36, then: then}
	if s.compared {
		f.legend(year, side)
		f.y += 48
	}
	for _, section := range s.sections {
		f.section(section, s.compared)
	}
	f.y += 4
	f.source(d)
	f.y += 36
	return drawn{f.scene, tallWidth, f.y}
}

func drawWide(d *document.Document, s story, year [2]string, then string, faces *font.Set) drawn {
	const side, gap, top, foot = 56, 64, 132, 56
	body := &scene{faces: faces, scale: 1000}
	body.box(0, 0, wideWidth, top, band)
	mark := hand{style.Hei, 34, light}
	room := wideWidth - 3*side - body.width(marked(word, d), mark)
	title := body.fitted(d.Title(), room, 12, hand{style.Title, 50, white})
	body.write(side, (top-title.size)/2, d.Title(), title)
	body.write(wideWidth-side-body.width(marked(word, d), mark), (top-mark.size)/2, marked(word, d), mark)
	width := (wideWidth - 2*side - 2*gap) / 3
	for i, sections := range columnsOf(s) {
		// The largest of these scales at which the column has room.
		for scale := 1160; ; scale -= 20 {
			f := frame{scene: &scene{faces: faces, scale: scale}, x: side + i*(width+gap), width: width, y: top + 36, then: then}
			for _, section := range sections {
				f.section(section, s.compared)
			}
			if f.y <= wideHeight-foot || scale <= 300 {
				body.marks = append(body.marks, f.marks...)
				break
			}
		}
	}
	f := frame{scene: body, x: side, width: wideWidth - 2*side, y: wideHeight - foot}
	f.box(f.x, f.y-14, f.width, 1, rule)
	if s.compared {
		f.legend(year, wideWidth-side-legendWidth)
		f.width -= legendWidth + side
	}
	h := hand{style.Hei, 20, muted}
	f.write(f.x, f.y, sourceOf(d), f.fitted(sourceOf(d), f.width, smallest, h))
	return drawn{body, wideWidth, wideHeight}
}

// few is up to how many outcomes leave room for the disputes below them.
const few = 8

// columnsOf shares the story among three columns: what is disclosed; the requests with
// who asked; how those ended, and the disputes where there is more room.
func columnsOf(s story) [3][]section {
	var columns [3][]section
	outcomes := 0
	for i, section := range s.sections {
		if i > 1 && outcomes <= few {
			columns[2] = append(columns[2], section)
			continue
		}
		if i == 1 {
			last := len(section.blocks) - 1
			if ends := section.blocks[last]; last > 0 {
				outcomes = len(ends.bars)
				columns[2] = append(columns[2], newSection(ends.heading, []block{{bars: ends.bars}}))
				section.blocks = section.blocks[:last]
			}
		}
		columns[min(i, 1)] = append(columns[min(i, 1)], section)
	}
	return columns
}

// legend tells this year's colour from last year's.
func (f *frame) legend(year [2]string, x int) {
	h := hand{style.Hei, 22, muted}
	f.box(x, f.y+2, 34, 20, blue)
	f.write(x+44, f.y, year[0], h)
	x += 44 + f.scene.width(year[0], h) + 40
	f.box(x, f.y+8, 34, 8, pale)
	f.write(x+44, f.y, year[1], h)
}

// source says where the numbers are from.
func (f *frame) source(d *document.Document) {
	f.box(f.x, f.y-14, f.width, 1, rule)
	h := hand{style.Hei, 20, muted}
	for _, line := range f.lines(sourceOf(d), f.width, h) {
		f.write(f.x, f.y, line, h)
		f.y += 30
	}
}

const legendWidth = 340

func sourceOf(d *document.Document) string { return fmt.Sprintf("数据来源：《%s》", d.Title()) }

// marked is a word with the mark of a draft.
func marked(text string, d *document.Document) string {
	if d.Draft {
		return text + document.DraftMark
	}
	return text
}
