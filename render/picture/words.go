package picture

import (
	"strings"

	"nianbao/render/html"
)

// words say what the picture shows, for who does not see it.
func (in Input) words() string {
	var out []string
	for _, section := range in.story().sections {
		out = append(out, section.heading+"："+strings.Join(section.lines(in.then()), "；")+"。")
	}
	return strings.Join(append(out, sourceOf(in.Document)+"。"), "\n")
}

// Page is a web page with the picture and the same in words; image is the file of the
// tall one.
func Page(in Input, image string) ([]byte, error) {
	d := in.drawn(Tall)
	var passages []html.Passage
	for _, section := range in.story().sections {
		passages = append(passages, html.Passage{Heading: section.heading, Lines: section.lines(in.then())})
	}
	return html.Picture(in.title(), image, d.width, d.height, passages, sourceOf(in.Document), in.Document.Digest), nil
}

// lines are a section's figures, one a line.
func (s section) lines(then string) []string {
	var lines []string
	for _, b := range s.blocks {
		for _, t := range b.tiles {
			for _, n := range append(t.numbers, t.parts...) {
				lines = append(lines, told(n, then, t.label, t.sub, n.label))
			}
		}
		for _, f := range b.bars {
			lines = append(lines, told(f, then, b.heading, f.group, f.label))
		}
	}
	return lines
}

// told is one figure under its labels.
func told(f figure, then string, labels ...string) string {
	var parts []string
	for _, label := range labels {
		if label != "" && (len(parts) == 0 || parts[len(parts)-1] != label) {
			parts = append(parts, label)
		}
	}
	text := strings.Join(parts, " · ") + " " + shown(f.now)
	if said := against(f, then); said != "" {
		text += "（" + said + "）"
	}
	return text
}
