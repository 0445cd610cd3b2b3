package word

import (
	"strings"
	"unicode"

	"nianbao/manuscript"
)

// run reads characters that share their formatting.
func (s *story) run(x *part, p *paragraph) error {
	look := p.look
	return x.children(func(e element) error {
		if e.name == "rPr" {
			own := look
			err := x.children(func(e element) error {
				if e.name == "rStyle" {
					own.add(s.styles.looks[e.value("val")])
				}
				return own.run(x, e)
			})
			look = own
			return err
		}
		return s.piece(x, e, p, look)
	})
}

// piece reads one part of a run.
func (s *story) piece(x *part, e element, p *paragraph, look look) error {
	switch e.name {
	case "t":
		text, err := x.text()
		s.write(p, text, look)
		return err
	case "tab", "ptab":
		s.write(p, "\t", look)
	case "br", "cr":
		s.write(p, "\n", look)
	case "noBreakHyphen":
		s.write(p, "-", look)
	case "sym":
		s.seen.symbols++
	case "footnoteReference", "endnoteReference":
		s.seen.notes++
	case "fldChar":
		s.field(e.value("fldCharType"))
	case "AlternateContent":
		return s.wrapped(x, e, func(e element) error { return s.piece(x, e, p, look) })
	case "ruby": // the base is the text, the rest says how it sounds
		return x.children(func(e element) error {
			if e.name != "rubyBase" {
				return x.skip()
			}
			return x.children(func(e element) error { return s.inline(x, e, p) })
		})
	case "drawing", "pict", "object":
		return s.box(x, p)
	}
	return x.skip()
}

// write adds text that is shown.
func (s *story) write(p *paragraph, text string, look look) {
	for _, result := range s.fields {
		if !result {
			return // within a field's instruction
		}
	}
	if look.hidden != nil && *look.hidden {
		if strings.TrimSpace(text) != "" {
			s.seen.hidden++
		}
		return
	}
	p.text.WriteString(text)
	if !look.strong() && strings.IndexFunc(text, func(r rune) bool { return !unicode.IsSpace(r) }) >= 0 {
		p.plain = true
	}
}

// field follows complex fields, of which only the result is shown.
func (s *story) field(kind string) {
	switch last := len(s.fields) - 1; {
	case kind == "begin":
		s.fields = append(s.fields, false)
	case kind == "separate" && last >= 0:
		s.fields[last] = true
	case kind == "end" && last >= 0:
		s.fields = s.fields[:last]
	}
}

// box reads the text boxes of a drawing.
func (s *story) box(x *part, p *paragraph) error {
	return x.children(func(e element) error {
		switch e.name {
		case "txbxContent":
			s.seen.boxes++
			s.boxes++
			defer func() { s.boxes-- }()
			open := s.fields
			s.fields = nil
			err := s.content(x, func(b manuscript.Block) { p.boxes = append(p.boxes, b) })
			s.fields = open
			return err
		case "AlternateContent":
			return s.wrapped(x, e, func(element) error { return s.box(x, p) })
		}
		return s.box(x, p)
	})
}
