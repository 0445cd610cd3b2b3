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

// What stands for letters that cannot be drawn: a few as their code points, more as
// their number, and where a text is full of such places, 〓, the printers' mark for a
// type that is missing.
const (
	mostPoints = 3
	mostMarks  = 40
	missing    = "〓"
)

// mend makes a draft printable: characters that no face has print as marks (drawn),
// a number that fits no cell as a remark. The list of problems names both.
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

// drawn is a text whose undrawable characters stand as [U+1F600], or runs of them as
// 〔480 个印不出的字符〕: a text that is full of them must not fill hundreds of pages.
func drawn(text string, faces *font.Set) string {
	if strings.IndexFunc(text, func(r rune) bool { return !hasFace(r, faces) }) < 0 {
		return text
	}
	var b strings.Builder
	var run []rune
	marks := 0
	end := func() {
		switch marks++; {
		case len(run) == 0:
			marks--
		case marks > mostMarks:
			b.WriteString(missing)
		case len(run) > mostPoints:
			fmt.Fprintf(&b, "〔%d 个印不出的字符〕", len(run))
		default:
			for _, r := range run {
				fmt.Fprintf(&b, "[U+%04X]", r)
			}
		}
		run = run[:0]
	}
	for _, r := range text {
		if hasFace(r, faces) {
			end()
			b.WriteRune(r)
		} else {
			run = append(run, r)
		}
	}
	end()
	return b.String()
}

// hasFace reports whether a character can be drawn wherever it stands.
func hasFace(r rune, faces *font.Set) bool {
	if unicode.Is(unicode.Co, r) || layout.NeedsShaping(r) {
		return false
	}
	if plain, _, ok := style.Shifted(r); ok {
		r = plain // ₂ is drawn as a 2
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
