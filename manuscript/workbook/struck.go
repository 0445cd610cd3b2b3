package workbook

import (
	"fmt"
	"strings"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
	"nianbao/problem"
)

// richText is the text of an element, phonetic guides left out. What is struck out in a
// manuscript, or raised behind digits, is set apart: it must not run into the number.
func (b *book) richText(x *ooxml.Scanner) string {
	var text strings.Builder
	for name := range x.Children() {
		switch name {
		case "x:t":
			text.WriteString(x.Text(maxText))
		case "x:r":
			struck, raised := false, false
			for name := range x.Children() {
				switch name {
				case "x:rPr":
					struck, raised, _ = look(x)
				case "x:t":
					said := x.Text(maxText)
					if struck || raised && digits(text.String()) {
						said = b.apart(said)
					}
					text.WriteString(said)
				}
			}
		}
	}
	return unescape(text.String())
}

// look is what the properties of a font say (18.4.10, 18.4.14, 18.8.3).
func look(x *ooxml.Scanner) (struck, raised, white bool) {
	for name := range x.Children() {
		switch name {
		case "x:strike":
			off := x.Attribute("val")
			struck = off != "0" && off != "false"
		case "x:vertAlign":
			raised = x.Attribute("val") == "superscript"
		case "x:color":
			white = x.Attribute("theme") == "0" && x.Attribute("tint") == "" || strings.HasSuffix(strings.ToUpper(x.Attribute("rgb")), "FFFFFF")
		}
	}
	return struck, raised, white
}

// noFill: a fill that gives a cell no colour (18.8.32).
func noFill(x *ooxml.Scanner) bool {
	for name := range x.Children() {
		if name == "x:patternFill" {
			kind := x.Attribute("patternType")
			return kind == "" || kind == "none"
		}
	}
	return false
}

func digits(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && strings.Trim(text, "0123456789.,") == ""
}

// apart sets a text between brackets that no number has.
func (b *book) apart(text string) string {
	if !b.marking || strings.TrimSpace(text) == "" {
		return text
	}
	b.struck++
	return "〔" + text + "〕"
}

// tellStruck names what was set apart.
func (b *book) tellStruck() {
	if b.struck > 0 {
		b.notes = append(b.notes, manuscript.Note{Code: problem.CodeImportStruckText,
			Message: fmt.Sprintf("表格里有 %d 处划了删除线的文字，或者数后面的上标，读时加了〔〕", b.struck),
			Fix:     "划掉的请真正删去，上标也请删去，保存后再读"})
	}
}
