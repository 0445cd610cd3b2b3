package word

import (
	"strconv"
	"strings"
)

// A look is what styles and direct formatting say of text; a nil or zero field
// says nothing.
type look struct {
	level     int // 1–9; 0: not said; -1: text
	align     string
	list      string // of the numbering; "0" for none
	listLevel int
	bold      *bool
	hidden    *bool
	headFace  *bool // 黑体, 楷体 and their like
}

// styles are the looks by the id of the style, what it is based on included.
type styles struct {
	looks    map[string]look
	fallback string // of paragraphs without a style
}

type rawStyle struct {
	look
	based string
}

func readStyles(p *pack, name string) (styles, error) {
	s := styles{looks: map[string]look{}}
	if name == "" {
		return s, nil
	}
	raw := map[string]rawStyle{}
	err := p.parse(name, func(x *part) error {
		return x.children(func(element) error {
			return x.children(func(e element) error {
				if e.name != "style" {
					return x.skip()
				}
				id := e.value("styleId")
				if e.value("type") == "paragraph" && e.value("default") == "1" {
					s.fallback = id
				}
				style, err := readStyle(x)
				raw[id] = style
				return err
			})
		})
	})
	for id := range raw {
		s.looks[id] = inherited(raw, id)
	}
	return s, err
}

func readStyle(x *part) (rawStyle, error) {
	var style rawStyle
	named := 0
	err := x.children(func(e element) error {
		switch e.name {
		case "name":
			named = headingLevel(e.value("val"))
		case "basedOn":
			style.based = e.value("val")
		case "pPr":
			return x.children(func(e element) error { return style.paragraph(x, e) })
		case "rPr":
			return x.children(func(e element) error { return style.run(x, e) })
		}
		return x.skip()
	})
	if style.level == 0 {
		style.level = named
	}
	return style, err
}

// headingLevel is that of a built-in heading style, by its name.
func headingLevel(name string) int {
	for _, prefix := range []string{"heading ", "Heading ", "标题 "} {
		if digit, ok := strings.CutPrefix(name, prefix); ok {
			if n, err := strconv.Atoi(digit); err == nil && 1 <= n && n <= 9 {
				return n
			}
		}
	}
	return 0
}

// inherited is a style's look with what it is based on; a circle ends where it
// closes.
func inherited(raw map[string]rawStyle, id string) look {
	var chain []look
	for seen := map[string]bool{}; id != "" && !seen[id] && len(chain) < 50; id = raw[id].based {
		seen[id] = true
		chain = append(chain, raw[id].look)
	}
	var l look
	for i := len(chain) - 1; i >= 0; i-- {
		l.add(chain[i])
	}
	return l
}

// add lays a nearer look over this one.
func (l *look) add(nearer look) {
	if nearer.level != 0 {
		l.level = nearer.level
	}
	if nearer.align != "" {
		l.align = nearer.align
	}
	if nearer.list != "" {
		l.list, l.listLevel = nearer.list, nearer.listLevel
	}
	if nearer.bold != nil {
		l.bold = nearer.bold
	}
	if nearer.hidden != nil {
		l.hidden = nearer.hidden
	}
	if nearer.headFace != nil {
		l.headFace = nearer.headFace
	}
}

// paragraph takes one property of paragraphs in.
func (l *look) paragraph(x *part, e element) error {
	switch e.name {
	case "outlineLvl":
		if n, err := strconv.Atoi(e.value("val")); err == nil && 0 <= n && n <= 8 {
			l.level = n + 1
		} else {
			l.level = -1
		}
	case "jc":
		l.align = e.value("val")
	case "numPr":
		return x.children(func(e element) error {
			switch e.name {
			case "ilvl":
				l.listLevel, _ = strconv.Atoi(e.value("val"))
			case "numId":
				l.list = e.value("val")
			}
			return x.skip()
		})
	}
	return x.skip()
}

// run takes one property of characters in.
func (l *look) run(x *part, e element) error {
	on := e.on()
	switch e.name {
	case "b":
		l.bold = &on
	case "vanish":
		l.hidden = &on
	case "rFonts":
		if name := e.value("eastAsia"); name != "" {
			head := isHeadFace(name)
			l.headFace = &head
		}
	}
	return x.skip()
}

// isHeadFace: the faces of headings (GB/T 9704-2012, 7.3.3) and of titles.
func isHeadFace(name string) bool {
	for _, part := range []string{"黑体", "楷", "小标宋", "SimHei", "KaiTi", "Kai", "Hei"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

func (l look) strong() bool {
	return l.headFace != nil && *l.headFace || l.bold != nil && *l.bold
}
