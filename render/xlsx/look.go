package xlsx

import (
	"fmt"
	"slices"
)

// A look is how a cell is set, and whether it is open.
type look struct {
	font   font
	ground string // RRGGBB; "": none
	align  string
	wrap   bool
	shrink bool // to the cell's width
	boxed  bool
	open   bool
	date   bool
}

type font int

const (
	plainFont font = iota
	titleFont
	headFont
	proseFont
	tableFont
)

// fontParts are the fonts, by their numbers. Every office machine has 宋体.
var fontParts = []string{
	`<sz val="11"/><name val="宋体"/><charset val="134"/>`,
	`<b/><sz val="18"/><name val="宋体"/><charset val="134"/>`,
	`<b/><sz val="14"/><name val="宋体"/><charset val="134"/>`,
	`<sz val="12"/><name val="宋体"/><charset val="134"/>`,
	`<sz val="10"/><name val="宋体"/><charset val="134"/>`,
}

// totalGround is what a sum stands on, openGround what is to be filled in.
const (
	totalGround = "EDEDED"
	openGround  = "FFFDF0"
)

// lookNumber is the look's number in the file.
func (b *book) lookNumber(l look) int {
	if l.open && l.ground == "" {
		l.ground = openGround
	}
	if i := slices.Index(b.looks, l); i >= 0 {
		return i
	}
	b.looks = append(b.looks, l)
	return len(b.looks) - 1
}

// dateFormat is the number of our own format for days; numbers from 164 on are free.
const dateFormat = 164

// styles is the part that describes all looks.
func (b *book) styles() string {
	p := &part{}
	p.raw(declaration, `<styleSheet xmlns="`, mainSpace, `"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>`)
	p.raw(fmt.Sprintf(`<fonts count="%d">`, len(fontParts)))
	for _, font := range fontParts {
		p.raw(`<font>`, font, `</font>`)
	}
	grounds := []string{"", "gray125"} // the two that every file has
	for _, l := range b.looks {
		if !slices.Contains(grounds, l.ground) {
			grounds = append(grounds, l.ground)
		}
	}
	p.raw(fmt.Sprintf(`</fonts><fills count="%d"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`, len(grounds)))
	for _, ground := range grounds[2:] {
		p.raw(`<fill><patternFill patternType="solid"><fgColor rgb="FF`, ground, `"/><bgColor indexed="64"/></patternFill></fill>`)
	}
	side := func(name string) string { return `<` + name + ` style="thin"><color auto="1"/></` + name + `>` }
	p.raw(`</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>`,
		side("left"), side("right"), side("top"), side("bottom"), `<diagonal/></border></borders>`)
	p.raw(`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	p.raw(fmt.Sprintf(`<cellXfs count="%d">`, len(b.looks)))
	for _, l := range b.looks {
		format, border := 0, 0
		if l.date {
			format = dateFormat
		}
		if l.boxed {
			border = 1
		}
		p.raw(fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment`,
			format, l.font, slices.Index(grounds, l.ground), border))
		if l.align != "" {
			p.raw(` horizontal="`, l.align, `"`)
		}
		p.raw(` vertical="center"`)
		if l.wrap {
			p.raw(` wrapText="1"`)
		}
		if l.shrink {
			p.raw(` shrinkToFit="1"`)
		}
		p.raw(`/><protection locked="`, digit(!l.open), `"/></xf>`)
	}
	p.raw(`</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	return p.String()
}

func digit(yes bool) string {
	if yes {
		return "1"
	}
	return "0"
}
