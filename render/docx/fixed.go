package docx

import (
	"strings"
	"sync"

	"nianbao/render/style"
)

// fixed are the parts that are the same in every report.
var fixed = sync.OnceValue(func() fixedParts {
	return fixedParts{styles: styles(), settings: settings(), fonts: fonts(), odd: footer(false), even: footer(true)}
})

type fixedParts struct{ styles, settings, fonts, odd, even []byte }

// settings: left and right pages differ (evenAndOddHeaders stands here, not in
// the section) and mirror each other; marks are never compressed. Those that
// GB/T 15834 keeps from beginning or ending a line are spelled out.
func settings() []byte {
	first, last := style.ForbiddenMarks()
	p := new(part)
	p.raw(declaration, `<w:settings`, namespaces, `><w:zoom w:percent="100"/><w:mirrorMargins/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>`,
		`<w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="`).num(twips(style.Pitch)).
		raw(`"/><w:characterSpacingControl w:val="doNotCompress"/>`,
			`<w:noLineBreaksAfter w:lang="zh-CN" w:val="`).text(last).
		raw(`"/><w:noLineBreaksBefore w:lang="zh-CN" w:val="`).text(first).
		raw(`"/><w:compat><w:spaceForUL/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>`,
			`<w:adjustLineHeightInTable/><w:useFELayout/>`,
			`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`,
			`<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`)
	return p.bytes
}

// fonts is the font table: for a machine that lacks a face, which ones are the
// same by another name or close to it. Charset 86 is GB2312.
func fonts() []byte {
	p := new(part)
	p.raw(declaration, `<w:fonts`, namespaces, `>`)
	for _, f := range []struct {
		name, charset, family, pitch string
		others                       []string
	}{
		{latinFace, "00", "roman", "variable", nil},
		{songFace, "86", "auto", "variable", []string{"SimSun"}},
		{faceOf[style.Hei], "86", "modern", "fixed", []string{"SimHei"}},
		{faceOf[style.Fang], "86", "modern", "fixed", []string{"方正仿宋_GBK", "仿宋", "FangSong"}},
		{faceOf[style.Kai], "86", "modern", "fixed", []string{"方正楷体_GBK", "楷体", "KaiTi"}},
		{rareFaceOf[style.Fang], "86", "modern", "fixed", []string{"方正仿宋_GBK", "FangSong"}},
		{rareFaceOf[style.Kai], "86", "modern", "fixed", []string{"方正楷体_GBK", "KaiTi"}},
		{rareFaceOf[style.Title], "86", "auto", "variable", []string{"方正小标宋_GBK", "STZhongsong"}},
		{faceOf[style.Title], "86", "script", "fixed", []string{"方正小标宋_GBK", "华文中宋", "SimSun"}},
	} {
		p.raw(`<w:font w:name="`, f.name, `">`)
		if len(f.others) > 0 {
			p.raw(`<w:altName w:val="`, strings.Join(f.others, ","), `"/>`)
		}
		p.raw(`<w:charset w:val="`, f.charset, `"/><w:family w:val="`, f.family, `"/><w:pitch w:val="`, f.pitch, `"/></w:font>`)
	}
	p.raw(`</w:fonts>`)
	return p.bytes
}

// footer is the page number between dashes, one character in from the outer
// edge: right on odd pages, left on even ones (GB/T 9704-2012, 7.5).
func footer(even bool) []byte {
	indent, side, number := `w:right`, `right`, `1`
	if even {
		indent, side, number = `w:left`, `left`, `2`
	}
	p := new(part)
	p.raw(declaration, `<w:ftr`, namespaces, `><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind `, indent, `="`).
		num(twips(style.FooterInset)).raw(`"/><w:jc w:val="`, side, `"/></w:pPr>`)
	field := func(markup string) {
		p.raw(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>`, markup, `</w:r>`)
	}
	run(p, "", style.Song, "— ")
	field(`<w:fldChar w:fldCharType="begin"/>`)
	field(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`)
	field(`<w:fldChar w:fldCharType="separate"/>`)
	field(`<w:t>` + number + `</w:t>`)
	field(`<w:fldChar w:fldCharType="end"/>`)
	run(p, "", style.Song, " —")
	p.raw(`</w:p></w:ftr>`)
	return p.bytes
}
