package docx

import "nianbao/render/style"

// The faces of GB/T 9704-2012 by the names under which office machines have
// them; the font table (fixed.go) says what may stand in for each.
const (
	latinFace = "Times New Roman"
	songFace  = "宋体"
)

var faceOf = map[style.Role]string{
	style.Title: "方正小标宋简体",
	style.Hei:   "黑体",
	style.Kai:   "楷体_GB2312",
	style.Fang:  "仿宋_GB2312",
	style.Song:  songFace,
}

// rareFaceOf names, for faces of GB/T 2312's characters alone, one that has the others.
var rareFaceOf = map[style.Role]string{
	style.Title: "华文中宋",
	style.Kai:   "楷体",
	style.Fang:  "仿宋",
}

// noHanging keeps all marks within the line: how far they would stand beyond it is up to
// each program.
const noHanging = `<w:overflowPunct w:val="0"/>`

// A styleSheet is styles.xml while it is written. Sizes stand in the styles,
// not only in docDefaults: Word scales its line grid by the Normal style's.
type styleSheet struct{ part }

func styles() []byte {
	s := &styleSheet{}
	s.raw(declaration, `<w:styles`, namespaces, `><w:docDefaults><w:rPrDefault>`)
	s.runProperties(style.Body, latinFace)
	s.raw(`</w:rPrDefault><w:pPrDefault/></w:docDefaults>`)

	s.paragraphStyle("Normal", "Normal", "", style.Body, latinFace, `<w:widowControl/>`, ``, `<w:jc w:val="both"/>`)
	s.raw(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>` +
		`<w:uiPriority w:val="1"/><w:semiHidden/></w:style>`)

	indent := `<w:ind w:firstLineChars="200" w:firstLine="640"/>`
	s.paragraphStyle("Title", "Title", "Normal", style.TitleType, faceOf[style.Title], `<w:keepNext/><w:keepLines/>`, ``, `<w:jc w:val="center"/>`)
	s.paragraphStyle("BodyText", "Body Text", "Normal", style.Body, latinFace, ``, indent, ``)
	for level := 1; level <= 3; level++ {
		digit := string(rune('0' + level))
		outline := `<w:outlineLvl w:val="` + string(rune('0'+level-1)) + `"/>`
		s.paragraphStyle("Heading"+digit, "heading "+digit, "Normal", style.HeadingType(level), latinFace, `<w:keepNext/>`, indent, outline)
		if level > 1 {
			s.paragraphStyle("RunIn"+digit, "接排标题 "+digit, "BodyText", style.Body, latinFace, ``, ``, outline)
			s.characterStyle("Lead"+digit, "接排标题文字 "+digit, style.HeadingType(level))
		}
	}
	s.paragraphStyle("Signature", "Signature", "Normal", style.Body, latinFace, ``, ``, `<w:jc w:val="right"/>`)
	s.raw(`<w:style w:type="character" w:customStyle="1" w:styleId="Blank"><w:name w:val="未填写"/><w:qFormat/><w:rPr>` +
		`<w:shd w:val="clear" w:color="auto" w:fill="` + style.BlankShade + `"/></w:rPr></w:style>`)

	s.paragraphStyle("TableText", "表格文字", "Normal", style.CellType(false), latinFace, ``, ``, `<w:jc w:val="center"/>`)
	s.paragraphStyle("TableSmall", "表格小字", "Normal", style.CellType(true), latinFace, ``, ``, `<w:jc w:val="center"/>`)
	s.raw(`<w:style w:type="character" w:customStyle="1" w:styleId="TableNote"><w:name w:val="表格说明"/><w:qFormat/><w:rPr><w:rFonts w:eastAsia="`,
		faceOf[style.NoteRole], `"/></w:rPr></w:style>`)
	s.raw(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableEnd"><w:name w:val="表格结束"/><w:basedOn w:val="Normal"/>` +
		`<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>`)
	s.paragraphStyle("Footer", "footer", "Normal", style.Footer, songFace, ``, ``, ``)
	s.paragraphStyle("Header", "header", "Normal", style.DraftMark, latinFace, ``, ``, ``)

	s.raw(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>` +
		`<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>` +
		`<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	s.tableStyle("ReportTable", "年报表格")
	s.raw(`</w:styles>`)
	return s.bytes
}

// paragraphStyle writes one style; CT_PPr is a sequence, so what stands before
// and after its spacing comes in by itself.
func (s *styleSheet) paragraphStyle(id, name, base string, t style.Type, latin, first, indent, last string) {
	s.raw(`<w:style w:type="paragraph" `)
	switch {
	case id == "Normal":
		s.raw(`w:default="1" `)
	case name[0] > 0x7F:
		s.raw(`w:customStyle="1" `)
	}
	s.raw(`w:styleId="`, id, `"><w:name w:val="`, name, `"/>`)
	if base != "" {
		s.raw(`<w:basedOn w:val="`, base, `"/>`)
	}
	if indent != "" && id != "BodyText" {
		s.raw(`<w:next w:val="BodyText"/>`)
	}
	s.raw(`<w:qFormat/><w:pPr>`, first, noHanging)
	if t.Line != style.Pitch {
		s.raw(`<w:snapToGrid w:val="0"/>`)
	}
	s.raw(`<w:spacing w:line="`).num(twips(t.Line)).raw(`" w:lineRule="exact"/>`, indent, last, `</w:pPr>`)
	s.runProperties(t, latin)
	s.raw(`</w:style>`)
}

func (s *styleSheet) characterStyle(id, name string, t style.Type) {
	s.raw(`<w:style w:type="character" w:customStyle="1" w:styleId="`, id, `"><w:name w:val="`, name, `"/><w:qFormat/>`)
	s.runProperties(t, latinFace)
	s.raw(`</w:style>`)
}

func (s *styleSheet) runProperties(t style.Type, latin string) {
	s.raw(`<w:rPr><w:rFonts w:ascii="`, latin, `" w:eastAsia="`, faceOf[t.Role], `" w:hAnsi="`, latin, `" w:cs="`, latin, `"/>`)
	s.raw(`<w:spacing w:val="`).num(twips(t.Tracking)).raw(`"/><w:kern w:val="0"/>`)
	half := int(t.Size / (style.Point / 2))
	s.raw(`<w:sz w:val="`).num(half).raw(`"/><w:szCs w:val="`).num(half)
	s.raw(`"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>`)
}

func (s *styleSheet) tableStyle(id, name string) {
	s.raw(`<w:style w:type="table" w:customStyle="1" w:styleId="`, id, `"><w:name w:val="`, name,
		`"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>`)
	for _, edge := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		rule := style.FrameRule
		if edge == "insideH" || edge == "insideV" {
			rule = style.ThinRule
		}
		s.raw(`<w:`, edge, ` w:val="single" w:sz="`).num(int(rule / (style.Point / 8))).raw(`" w:space="0" w:color="000000"/>`)
	}
	s.raw(`</w:tblBorders>`)
	s.cellMargins(style.MostPad)
	s.raw(`</w:tblPr></w:style>`)
}

// cellMargins is the air inside a table's cells.
func (p *part) cellMargins(pad style.Length) {
	p.raw(`<w:tblCellMar>`)
	for _, side := range []struct {
		name  string
		width style.Length
	}{{"top", pad}, {"left", style.CellSide}, {"bottom", pad}, {"right", style.CellSide}} {
		p.raw(`<w:`, side.name, ` w:w="`).num(twips(side.width)).raw(`" w:type="dxa"/>`)
	}
	p.raw(`</w:tblCellMar>`)
}
