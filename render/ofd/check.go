package ofd

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"nianbao/render/layout"
)

// check returns what keeps a layout from being a file. What it passes, the writers
// take as it is.
func check(l *layout.Layout, o Options) error {
	switch {
	case len(l.Pages) == 0:
		return errors.New("a document needs a page")
	case o.Attachment != nil && !o.Archive:
		return errors.New("only an OFD-A carries an attachment")
	case o.Printed != "" && (len(o.Printed) != 32 || strings.Trim(o.Printed, "0123456789abcdef") != ""):
		return fmt.Errorf("%q is no digest of 32 hexadecimal digits", o.Printed)
	}
	if _, err := time.Parse(time.DateOnly, l.Date); l.Date != "" && err != nil {
		return fmt.Errorf("date: %w", err)
	}
	for _, s := range []string{l.Title, l.Author} {
		if err := checkString(s); err != nil {
			return err
		}
	}
	for _, b := range l.Bookmarks {
		if err := checkString(b.Text); err != nil {
			return fmt.Errorf("bookmark: %w", err)
		}
		if b.Page < 0 || b.Page >= len(l.Pages) {
			return fmt.Errorf("bookmark %q: no page with index %d", b.Text, b.Page)
		}
	}
	for p, page := range l.Pages {
		for i, m := range page.Marks {
			if err := checkMark(m); err != nil {
				return fmt.Errorf("page %d, mark %d: %w", p+1, i, err)
			}
		}
	}
	return nil
}

func checkMark(m layout.Mark) error {
	switch {
	case m.Text != nil:
		return checkText(m.Text)
	case m.Rule != nil && m.Rule.Width <= 0:
		return errors.New("a rule without width")
	case m.Box != nil:
		return checkColour(m.Box.Colour)
	}
	return nil
}

func checkText(t *layout.Text) error {
	if len(t.Runes) != len(t.Glyphs) || len(t.Runes) > 0 && (t.Face == nil || t.Size <= 0) {
		return errors.New("text without its glyphs, face or size")
	}
	if t.Turn != 0 {
		return errors.New("turned text, which no layout has")
	}
	for i, r := range t.Runes {
		if t.Glyphs[i] == 0 {
			return fmt.Errorf("face %s has no %q (%U)", t.Face.Name(), r, r)
		}
		if !writable(r) {
			return fmt.Errorf("%U cannot stand in XML", r)
		}
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

func checkString(s string) error {
	for _, r := range s {
		if !writable(r) {
			return fmt.Errorf("%q holds a character that XML cannot", s)
		}
	}
	return nil
}

// writable are the characters of XML 1.0 (2.2) but line ends and tabs, which readers
// turn into spaces.
func writable(r rune) bool {
	return r >= ' ' && r != utf8.RuneError && r != 0xFFFE && r != 0xFFFF && (r < 0xD800 || r > 0xDFFF)
}
