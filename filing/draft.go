package filing

import (
	"fmt"
	"strings"
	"unicode"

	"nianbao/document"
	"nianbao/problem"
	"nianbao/render/font"
	"nianbao/render/layout"
	"nianbao/render/style"
)

// tooLong stands in a draft for a number that no size fits into its cell.
const tooLong = "太长"

// mend makes a draft printable: a character that no face has prints as its code
// point, a number that fits no cell as a remark. The list of problems names both.
func mend(d *document.Document, unprintable []problem.Problem, faces *font.Set) {
	tooWide := map[string]bool{}
	for _, p := range unprintable {
		if p.Code == problem.CodeTooWide {
			tooWide[p.Path] = true
		}
	}
	drawable := func(text *string) { *text = drawn(*text, faces) }
	drawable(&d.Agency)
	drawable(&d.Heading)
	drawable(&d.Author)
	for i, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			drawable(&block.Text)
			d.Blocks[i] = block
		case document.Paragraph:
			drawable(&block.Lead)
			drawable(&block.Text)
			d.Blocks[i] = block
		case document.Signature:
			drawable(&block.Signatory)
			drawable(&block.Date)
			d.Blocks[i] = block
		case document.Table:
			for _, row := range block.Rows {
				for k := range row {
					drawable(&row[k].Text)
					if tooWide[row[k].From] {
						row[k].Text = tooLong
					}
				}
			}
		}
	}
}

// drawn is a text whose undrawable characters stand as [U+1F600].
func drawn(text string, faces *font.Set) string {
	if strings.IndexFunc(text, func(r rune) bool { return !hasFace(r, faces) }) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if hasFace(r, faces) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "[U+%04X]", r)
		}
	}
	return b.String()
}

// hasFace reports whether a character can be drawn wherever it stands.
func hasFace(r rune, faces *font.Set) bool {
	if unicode.Is(unicode.Co, r) || layout.NeedsShaping(r) {
		return false
	}
	for _, role := range []style.Role{style.Title, style.Hei, style.Kai, style.Fang, style.Song} {
		if face, _ := faces.Find(role, r); face == nil {
			return false
		}
	}
	if !style.LatinScript(r) {
		return true
	}
	face, _ := faces.Find(style.Latin, r)
	return face != nil
}
