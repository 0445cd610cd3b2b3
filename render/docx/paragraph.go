package docx

import (
	"strconv"

	"nianbao/document"
	"nianbao/render/style"
)

func heading(p *part, h document.Heading, afterTable bool) {
	p.raw(`<w:p><w:pPr><w:pStyle w:val="Heading`).num(h.Level).raw(`"/>`)
	if !h.Keeps() {
		p.raw(`<w:keepNext w:val="0"/>`)
	}
	if h.NewPage {
		p.raw(`<w:pageBreakBefore/>`)
	}
	if afterTable && !h.NewPage {
		p.raw(`<w:spacing w:before="`).num(twips(style.AfterTable)).raw(`"/>`)
	}
	p.raw(`</w:pPr>`)
	run(p, "", style.HeadingType(h.Level).Role, h.Text)
	p.raw(`</w:p>`)
}

func paragraph(p *part, para document.Paragraph, signed bool) {
	name := "BodyText"
	if para.Lead != "" {
		name = "RunIn" + strconv.Itoa(para.Level)
	}
	p.raw(`<w:p><w:pPr><w:pStyle w:val="`, name, `"/>`)
	if signed && para.StaysWhole() {
		p.raw(`<w:keepNext/><w:keepLines/>`)
	}
	p.raw(`</w:pPr>`)
	switch {
	case para.Blank:
		run(p, "Blank", style.Fang, style.BlankProse)
	case para.Lead != "":
		run(p, "Lead"+strconv.Itoa(para.Level), style.HeadingType(para.Level).Role, para.Lead)
		run(p, "", style.Fang, para.Text)
	default:
		run(p, "", style.Fang, para.Text)
	}
	p.raw(`</w:p>`)
}

// signature sets signatory and date from the right margin.
func signature(p *part, s document.Signature) {
	first := twips(style.SignatureGap(s.Sealed))
	place := style.PlaceSignature(s.Signatory, s.Date, s.Sealed)
	for _, line := range []struct {
		text  string
		right style.Length
	}{{s.Signatory, place.Signatory}, {s.Date, place.Date}} {
		if line.text == "" {
			continue
		}
		p.raw(`<w:p><w:pPr><w:pStyle w:val="Signature"/>`)
		if line.text == s.Signatory && s.Date != "" {
			p.raw(`<w:keepNext/>`)
		}
		if first > 0 {
			p.raw(`<w:spacing w:before="`).num(first).raw(`"/>`)
			first = 0
		}
		p.raw(`<w:ind w:right="`).num(twips(line.right)).raw(`"/></w:pPr>`)
		run(p, "", style.Fang, line.text)
		p.raw(`</w:p>`)
	}
}
