package word

import (
	"strings"

	"nianbao/manuscript/ooxml"
)

// A setting is on, off or left to what stands behind it.
type setting int8

const (
	inherited setting = iota
	on
	off
)

func (s setting) or(behind setting) setting {
	if s == inherited {
		return behind
	}
	return s
}

// flag reads a property such as w:b, which is on where nothing is said
// (ISO/IEC 29500-1, 17.17.4).
func flag(x *ooxml.Scanner) setting {
	switch x.Attribute("w:val") {
	case "0", "false", "off", "none":
		return off
	}
	return on
}

// A look is what matters of the properties of a run of text.
type look struct {
	bold, hidden setting
	struck       setting // struck out by hand
	raised       setting // above or below the line: a mark of a note, an index
	lowered      setting // of what is raised: below
	white, tiny  setting // letters that nobody sees
	shaded       setting // behind white ones
	moved        setting // up or down, by a measure
	face         string  // the Chinese one
	style        string  // of characters
	deleted      bool    // of a paragraph's mark: it was deleted in a tracked change
}

// over is the look where what is behind it shows through.
func (l look) over(behind look) look {
	l.bold, l.hidden = l.bold.or(behind.bold), l.hidden.or(behind.hidden)
	l.struck, l.raised, l.lowered = l.struck.or(behind.struck), l.raised.or(behind.raised), l.lowered.or(behind.lowered)
	l.white, l.tiny, l.shaded, l.moved = l.white.or(behind.white), l.tiny.or(behind.tiny), l.shaded.or(behind.shaded), l.moved.or(behind.moved)
	if l.face == "" {
		l.face = behind.face
	}
	return l
}

// toggled is the look of a style of characters over one of paragraphs: what
// both switch on is off (17.7.3).
func (l look) toggled(paragraph look) look {
	out := l.over(paragraph)
	if l.bold == on && paragraph.bold == on {
		out.bold = off
	}
	if l.hidden == on && paragraph.hidden == on {
		out.hidden = off
	}
	return out
}

// strong reports whether text looks like a heading.
func (l look) strong() bool { return l.bold == on || isHeadingFace(l.face) }

// isHeadingFace: the faces that GB/T 9704-2012, 7.3, has for title and headings
// (小标宋, 黑体, 楷体), by their Chinese and English names. 微软雅黑 is a face of
// screens, in which whole texts are set.
func isHeadingFace(name string) bool {
	if name == "" {
		return false
	}
	lower := strings.ToLower(name)
	for _, part := range []string{"小标宋", "xiaobiaosong", "黑体", "simhei", "heiti", "楷", "kaiti", "simkai"} {
		if strings.Contains(lower, part) {
			return true
		}
	}
	return false
}

// readLook reads w:rPr.
func readLook(x *ooxml.Scanner) look {
	var l look
	colour := ""
	for name := range x.Children() {
		switch name {
		case "w:b":
			l.bold = flag(x)
		case "w:vanish":
			l.hidden = flag(x)
		case "w:strike", "w:dstrike":
			if set := flag(x); set == on || l.struck != on {
				l.struck = set
			}
		case "w:vertAlign":
			l.raised = off
			if at := x.Attribute("w:val"); at == "superscript" || at == "subscript" {
				l.raised, l.lowered = on, off
				if at == "subscript" {
					l.lowered = on
				}
			}
		case "w:color":
			colour = strings.ToUpper(x.Attribute("w:val"))
			l.white = when(colour == "FFFFFF")
		case "w:shd":
			fill := strings.ToUpper(x.Attribute("w:fill"))
			l.shaded = when(fill != "" && fill != "AUTO" && fill != "FFFFFF")
			if l.shaded == on && fill == colour {
				l.tiny = on // black on black
			}
		case "w:highlight":
			l.shaded = flag(x)
		case "w:sz":
			l.tiny = when(under(x.Attribute("w:val"), smallest))
		case "w:w":
			l.tiny = when(under(x.Attribute("w:val"), narrowest))
		case "w:position":
			l.moved = when(!under(strings.TrimPrefix(x.Attribute("w:val"), "-"), farthest))
		case "w:rFonts":
			l.face = x.Attribute("w:eastAsia")
		case "w:rStyle":
			l.style = x.Attribute("w:val")
		case "w:del", "w:moveFrom":
			l.deleted = true
		}
	}
	return l
}
