package xlsx

import (
	"fmt"
	"strings"
)

// part is the sheet's XML; its elements have to stand in this order (18.3.1.99).
func (s *sheet) part(first bool) string {
	p := &part{}
	p.raw(declaration, `<worksheet xmlns="`, mainSpace, `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0"`)
	if first {
		p.raw(` tabSelected="1"`)
	}
	p.raw(` workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>`)
	for i, width := range s.widths {
		p.raw(fmt.Sprintf(`<col min="%d" max="%d" width="%.2f" customWidth="1"/>`, i+1, i+1, width))
	}
	p.raw(`</cols><sheetData>`)
	for i, row := range s.rows {
		s.row(p, i, row)
	}
	// Where texts are typed, rows may be put in and made higher. No password.
	p.raw(`</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"`)
	if !s.wide {
		p.raw(` insertRows="0"`)
	}
	p.raw(`/>`)
	if len(s.merges) > 0 {
		p.raw(fmt.Sprintf(`<mergeCells count="%d">`, len(s.merges)))
		for _, cells := range s.merges {
			p.raw(`<mergeCell ref="`, cells, `"/>`)
		}
		p.raw(`</mergeCells>`)
	}
	s.validations(p)
	p.raw(`<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToHeight="0"/></worksheet>`)
	return p.String()
}

func (s *sheet) row(p *part, i int, r row) {
	p.raw(fmt.Sprintf(`<row r="%d" ht="%.1f"`, i+1, r.height))
	if !r.grows {
		p.raw(` customHeight="1"`)
	}
	p.raw(`>`)
	for _, c := range r.cells {
		p.raw(fmt.Sprintf(`<c r="%s" s="%d"`, position(i, c.column), s.book.lookNumber(c.look)))
		switch {
		case c.formula != "":
			if !c.number {
				p.raw(` t="str"`)
			}
			p.raw(`><f>`).text(c.formula).raw(`</f><v>`).text(c.text).raw(`</v></c>`)
		case c.text == "":
			p.raw(`/>`)
		case c.number:
			p.raw(`><v>`, c.text, `</v></c>`)
		default:
			p.raw(` t="inlineStr"><is><t xml:space="preserve">`).text(c.text).raw(`</t></is></c>`)
		}
	}
	p.raw(`</row>`)
}

func (s *sheet) validations(p *part) {
	if len(s.rules) == 0 {
		return
	}
	p.raw(fmt.Sprintf(`<dataValidations count="%d">`, len(s.rules)))
	attribute := func(name, value string) {
		if value != "" {
			p.raw(` `, name, `="`).text(value).raw(`"`)
		}
	}
	for _, r := range s.rules {
		p.raw(`<dataValidation`)
		if r.formula != "" {
			attribute("type", "custom")
		}
		attribute("allowBlank", "1")
		attribute("showInputMessage", "1")
		attribute("showErrorMessage", "1")
		if r.error != "" {
			attribute("errorTitle", r.title)
			attribute("error", r.error)
		}
		attribute("promptTitle", cut(r.title, 32)) // as long as it may be
		attribute("prompt", r.prompt)
		attribute("sqref", strings.Join(r.cells, " "))
		if p.raw(`>`); r.formula != "" {
			p.raw(`<formula1>`).text(r.formula).raw(`</formula1>`)
		}
		p.raw(`</dataValidation>`)
	}
	p.raw(`</dataValidations>`)
}

func cut(s string, runes int) string {
	r := []rune(s)
	return string(r[:min(len(r), runes)])
}
