package word

import (
	"strconv"
	"strings"

	"nianbao/manuscript/ooxml"
)

// styles are the styles of paragraphs and characters.
type styles struct {
	byID      map[string]*textStyle
	paragraph string // the default style's id
	base      look   // of all text
}

// A textStyle is a style as the file has it, and resolved, with all that it is
// based on.
type textStyle struct {
	base     string
	layout   layout
	look     look
	resolved bool
}

// A layout is what matters of the properties of a paragraph.
type layout struct {
	style  string
	level  int // outline level 1–9; 0: text; −1: left to the style
	centre setting
	list   string // numId; "" is left to the style, "0" is none
	depth  int    // in the list, from 0; −1: left to the style
	mark   look   // of the paragraph's mark
}

func newLayout() layout { return layout{level: -1, depth: -1} }

func (l layout) over(behind layout) layout {
	if l.level < 0 {
		l.level = behind.level
	}
	l.centre = l.centre.or(behind.centre)
	if l.list == "" {
		l.list = behind.list
		if l.depth < 0 {
			l.depth = behind.depth
		}
	}
	return l
}

// readLayout reads w:pPr.
func readLayout(x *ooxml.Scanner) layout {
	l := newLayout()
	for name := range x.Children() {
		switch name {
		case "w:pStyle":
			l.style = x.Attribute("w:val")
		case "w:outlineLvl":
			if n, err := strconv.Atoi(x.Attribute("w:val")); err == nil {
				l.level = (n + 1) % 10 // 9 is text
				if n < 0 || n > 9 {
					l.level = -1
				}
			}
		case "w:jc":
			l.centre = off
			if x.Attribute("w:val") == "center" {
				l.centre = on
			}
		case "w:numPr":
			for name := range x.Children() {
				switch name {
				case "w:numId":
					l.list = x.Attribute("w:val")
				case "w:ilvl":
					if n, err := strconv.Atoi(x.Attribute("w:val")); err == nil && 0 <= n && n < listDepth {
						l.depth = n
					}
				}
			}
		case "w:rPr":
			l.mark = readLook(x)
		}
	}
	return l
}

// read reads the part of styles.
func (s *styles) read(x *ooxml.Scanner) {
	s.byID = map[string]*textStyle{}
	x.Root()
	for name := range x.Children() {
		switch name {
		case "w:docDefaults":
			for name := range x.Children() {
				if name != "w:rPrDefault" {
					continue
				}
				for name := range x.Children() {
					if name == "w:rPr" {
						s.base = readLook(x)
					}
				}
			}
		case "w:style":
			if len(s.byID) == maxStyles {
				x.Fail(ooxml.ErrTooMany)
			}
			s.style(x)
		}
	}
}

func (s *styles) style(x *ooxml.Scanner) {
	id, kind := x.Attribute("w:styleId"), x.Attribute("w:type")
	isDefault := x.Attribute("w:default")
	style := &textStyle{layout: newLayout()}
	level := 0
	for name := range x.Children() {
		switch name {
		case "w:name":
			level = headingLevel(x.Attribute("w:val"))
		case "w:basedOn":
			style.base = x.Attribute("w:val")
		case "w:pPr":
			style.layout = readLayout(x)
		case "w:rPr":
			style.look = readLook(x)
		}
	}
	if style.layout.level < 0 && level > 0 {
		style.layout.level = level
	}
	if kind == "paragraph" && (isDefault == "1" || isDefault == "true" || isDefault == "on") {
		s.paragraph = id
	}
	if s.byID[id] == nil {
		s.byID[id] = style
	}
}

// headingLevel is the level of a heading style by its name, which is the same
// in the files of all languages save in those of some programs; 0: no heading.
func headingLevel(name string) int {
	name = strings.ToLower(strings.ReplaceAll(name, " ", ""))
	for _, prefix := range []string{"heading", "标题"} {
		if digit, ok := strings.CutPrefix(name, prefix); ok && len(digit) == 1 && '1' <= digit[0] && digit[0] <= '9' {
			return int(digit[0] - '0')
		}
	}
	return 0
}

// resolve is a style with all that it is based on. One that is not there, or is
// based on itself, is as good as none.
func (s *styles) resolve(id string) *textStyle {
	style := s.byID[id]
	if style == nil {
		return &textStyle{layout: newLayout(), resolved: true}
	}
	var chain []*textStyle
	for at := style; at != nil && !at.resolved && len(chain) < maxStyles; at = s.byID[at.base] {
		chain = append(chain, at)
		at.resolved = true // a circle ends where it began
	}
	for i := len(chain) - 1; i >= 0; i-- {
		if base := s.byID[chain[i].base]; base != nil {
			chain[i].layout = chain[i].layout.over(base.layout)
			chain[i].look = chain[i].look.over(base.look)
		}
	}
	return style
}

// paragraphStyle is a paragraph's style, the default one for "".
func (s *styles) paragraphStyle(id string) *textStyle {
	if s.byID[id] == nil {
		id = s.paragraph
	}
	return s.resolve(id)
}
