package pdf

import (
	"errors"
	"fmt"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"nianbao/render/layout"
)

// check returns what keeps a layout from being an archival, accessible file.
// What it passes, the writers take as it is.
func check(l *layout.Layout, o Options) error {
	switch {
	case o.Conformance < PDFA2a || o.Conformance > PDFA4:
		return fmt.Errorf("unknown conformance %d", o.Conformance)
	case o.Attachment != nil && o.Conformance != PDFA3a:
		return fmt.Errorf("PDF/A-%s carries no attachment", o.Conformance)
	case o.Printed != "" && !isDigest(o.Printed):
		return fmt.Errorf("%q is no digest of 32 hexadecimal digits", o.Printed)
	case l.Title == "":
		return errors.New("a document needs a title (ISO 14289-1, 7.1)")
	case !languageTag(l.Language):
		return fmt.Errorf("language %q is no BCP 47 tag (ISO 14289-1, 7.2)", l.Language)
	case len(l.Pages) == 0:
		return errors.New("a document needs a page")
	}
	if _, err := time.Parse(time.DateOnly, l.Date); l.Date != "" && err != nil {
		return fmt.Errorf("date: %w", err)
	}
	for _, s := range []string{l.Title, l.Author} {
		if err := checkString(s); err != nil {
			return err
		}
	}
	if err := checkElements(l.Elements); err != nil {
		return err
	}
	for p, page := range l.Pages {
		for i, m := range page.Marks {
			if err := checkMark(m, l.Elements); err != nil {
				return fmt.Errorf("page %d, mark %d: %w", p+1, i, err)
			}
		}
	}
	for p, page := range l.Pages {
		for _, link := range page.Links {
			if err := checkLink(link, l); err != nil {
				return fmt.Errorf("page %d, link %q: %w", p+1, link.Text, err)
			}
		}
	}
	for _, b := range l.Bookmarks {
		if b.Element < 0 || b.Element >= len(l.Elements) {
			return fmt.Errorf("bookmark %q: no element with index %d", b.Text, b.Element)
		}
		if b.Page < 0 || b.Page >= len(l.Pages) {
			return fmt.Errorf("bookmark %q: no page with index %d", b.Text, b.Page)
		}
		if b.Level < 1 {
			return fmt.Errorf("bookmark %q: level %d", b.Text, b.Level)
		}
		if err := checkString(b.Text); err != nil {
			return fmt.Errorf("bookmark %q: %w", b.Text, err)
		}
	}
	if o.Conformance == PDFA1a {
		return checkArrays(l)
	}
	return nil
}

func languageTag(s string) bool {
	for _, c := range []byte(s) {
		if c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return s != ""
}

// checkString refuses what cannot stand in a PDF string and in XMP alike.
func checkString(s string) error {
	if len(s) > maxString/2 {
		return fmt.Errorf("a string of %d bytes is too long", len(s))
	}
	for _, r := range s {
		if r == utf8.RuneError || unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return fmt.Errorf("%q holds a character that metadata cannot", s)
		}
	}
	return nil
}

func checkLink(k layout.Link, l *layout.Layout) error {
	switch {
	case k.Element < 0 || k.Element >= len(l.Elements) || l.Elements[k.Element].Tag != layout.TagLink:
		return fmt.Errorf("element %d is no Link", k.Element)
	case k.To.Page < 0 || k.To.Page >= len(l.Pages):
		return fmt.Errorf("no page with index %d", k.To.Page)
	case k.To.Element < 0 || k.To.Element >= len(l.Elements):
		return fmt.Errorf("no element with index %d", k.To.Element)
	case k.Text == "":
		return errors.New("it does not say where it leads")
	}
	return checkString(k.Text)
}

func checkMark(m layout.Mark, elements []layout.Element) error {
	if m.Element != layout.Artifact {
		if m.Element < 0 || m.Element >= len(elements) {
			return fmt.Errorf("no element with index %d", m.Element)
		}
		switch tag := elements[m.Element].Tag; tag {
		case layout.TagDocument, layout.TagPart, layout.TagTOC, layout.TagTOCI, layout.TagTable, layout.TagTR, layout.TagL, layout.TagLI:
			return fmt.Errorf("element %d, a %s, holds elements, not marks", m.Element, tag)
		}
	}
	switch {
	case m.Text != nil && m.Rule == nil && m.Box == nil:
		return checkText(m.Text)
	case m.Rule != nil && m.Text == nil && m.Box == nil:
		if m.Rule.Width <= 0 {
			return errors.New("a rule without width")
		}
		return nil
	case m.Box != nil && m.Text == nil && m.Rule == nil:
		return checkColour(m.Box.Colour)
	}
	return errors.New("a mark is one text, one rule or one box")
}

func checkText(t *layout.Text) error {
	switch {
	case len(t.Runes) != len(t.Glyphs):
		return fmt.Errorf("%d characters with %d glyphs", len(t.Runes), len(t.Glyphs))
	case 2*len(t.Runes) > maxString:
		return fmt.Errorf("a text of %d characters is too long for one mark", len(t.Runes))
	case t.Face == nil:
		return errors.New("text without a face")
	case t.Size <= 0:
		return errors.New("text without a size")
	}
	for i, r := range t.Runes {
		if t.Glyphs[i] == 0 {
			return fmt.Errorf("face %s has no %q (%U)", t.Face.Name(), r, r)
		}
		// ISO 19005-2, 6.2.11.7.2 and .3.
		if !utf8.ValidRune(r) || r == 0 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF {
			return fmt.Errorf("%U is no character", r)
		}
		if t.Actual == "" && unicode.Is(unicode.Co, r) {
			return fmt.Errorf("%U, of the private use area, means nothing without its actual text", r)
		}
	}
	if err := checkString(t.Actual); err != nil {
		return err
	}
	if t.Colour == "" {
		return nil
	}
	return checkColour(t.Colour)
}

func checkColour(s string) error {
	if _, err := strconv.ParseUint(s, 16, 32); err != nil || len(s) != 6 {
		return fmt.Errorf("colour %q is not RRGGBB", s)
	}
	return nil
}
