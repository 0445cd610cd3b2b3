package word

import (
	"strings"
	"testing"
)

func r(text string) string  { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
func p(inner string) string { return `<w:p>` + inner + `</w:p>` }
func tc(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + p(r(text)) + `</w:tc>`
}

// What Word shows is what is read.
func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"runs, tab, breaks": {p(r("一、") + r("总体") + `<w:r><w:tab/><w:t>情况</w:t><w:br/><w:noBreakHyphen/><w:cr/><w:softHyphen/></w:r>`), `p "一、总体\t情况\n-\n"`},
		"hyperlink":         {p(`<w:hyperlink>` + r("网站") + `</w:hyperlink>` + `<w:bookmarkStart w:name="_GoBack"/>` + r("上")), `p "网站上"`},
		"field":             {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("12") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + r("件")), `p "12件"`},
		"field never ended": {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`+r("甲")) + p(r("乙")), "p \"\"\np \"乙\""},
		"simple field":      {p(`<w:fldSimple w:instr="DATE">` + r("2023年") + `</w:fldSimple>`), `p "2023年"`},
		"control":           {`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + p(`<w:sdt><w:sdtContent>`+r("内")+`</w:sdtContent></w:sdt>`+r("外")) + `</w:sdtContent></w:sdt>`, `p "内外"`},
		"ruby":              {p(`<w:r><w:ruby><w:rt>` + r("yǔ") + `</w:rt><w:rubyBase>` + r("予") + `</w:rubyBase></w:ruby></w:r>`), `p "予"`},
		"alternatives":      {p(`<mc:AlternateContent><mc:Choice>` + r("新") + `</mc:Choice><mc:Fallback>` + r("旧") + `</mc:Fallback></mc:AlternateContent>`), `p "新"`},
		"tracked changes": {p(r("收到") + `<w:del><w:r><w:delText>6</w:delText></w:r></w:del><w:ins>` + r("7") + `</w:ins>` + r("件")),
			"p \"收到7件\"\nimport.tracked_changes 文件里有 2 处修订，按接受修订以后的样子读"},
		"moved": {p(`<w:moveFrom>`+r("甲")+`</w:moveFrom>`+r("乙")) + p(`<w:moveTo>`+r("甲")+`</w:moveTo>`),
			"p \"乙\"\np \"甲\"\nimport.tracked_changes 文件里有 2 处修订，按接受修订以后的样子读"},
		"paragraph mark deleted": {p(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+r("前")) + p(r("后")),
			"p \"前后\"\nimport.tracked_changes 文件里有 1 处修订，按接受修订以后的样子读"},
		"hidden":   {p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>` + r("露")), "p \"露\"\nimport.hidden_text 文件里有 1 处隐藏的文字，没有读"},
		"footnote": {p(r("甲") + `<w:r><w:footnoteReference w:id="1"/></w:r>`), "p \"甲\"\nimport.footnotes 文件里有 1 处脚注或尾注，没有读"},
		"text box, drawn in two ways": {p(r("前") + `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + p(r("框")) + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p(r("框")) + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` + r("后")),
			"p \"前后\"\np \"框\"\nimport.text_boxes 文件里有 1 个文本框，其中的文字接在所在段落之后读"},
		"bold, centred": {p(`<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>标题</w:t></w:r>`), `p strong centre "标题"`},
		"not all bold":  {p(`<w:r><w:rPr><w:b/></w:rPr><w:t>标</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>题</w:t></w:r>`), `p "标题"`},
		"black face":    {p(`<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>标题</w:t></w:r>`), `p strong "标题"`},
		"outline level": {p(`<w:pPr><w:outlineLvl w:val="0"/></w:pPr>` + r("一、总体情况")), `p1 "一、总体情况"`},
		"spans": {`<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc(`<w:gridSpan w:val="2"/>`, "乙") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "1") + tc("", "2") + `</w:tr></w:tbl>`,
			"table 2×3\n 0,0 2×1 \"甲\"\n 0,1 1×2 \"乙\"\n 1,1 \"1\"\n 1,2 \"2\""},
		"rows of unequal length": {`<w:tbl><w:tr>` + tc("", "甲") + tc("", "乙") + `</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + tc("", "1") + `</w:tr><w:tr>` + tc("", "2") + `</w:tr></w:tbl>`,
			"table 3×2\n 0,0 \"甲\"\n 0,1 \"乙\"\n 1,0 \"\"\n 1,1 \"1\"\n 2,0 \"2\"\n 2,1 \"\""},
		"merged below nothing": {`<w:tbl><w:tr>` + tc(`<w:vMerge/>`, "甲") + `</w:tr></w:tbl>`, "table 1×1\n 0,0 \"甲\""},
		"merged across":        {`<w:tbl><w:tr>` + tc(`<w:hMerge w:val="restart"/>`, "甲") + tc(`<w:hMerge/>`, "") + `</w:tr></w:tbl>`, "table 1×2\n 0,0 1×2 \"甲\""},
		"row deleted": {`<w:tbl><w:tr><w:trPr><w:del/></w:trPr>` + tc("", "旧") + `</w:tr><w:tr>` + tc("", "新") + `</w:tr></w:tbl>`,
			"table 1×1\n 0,0 \"新\"\nimport.tracked_changes 文件里有 1 处修订，按接受修订以后的样子读"},
		"nested":           {`<w:tbl><w:tr><w:tc>` + `<w:tbl><w:tr>` + tc("", "1") + `</w:tr></w:tbl>` + p("") + `</w:tc></w:tr></w:tbl>`, "table 1×1\n 0,0 \"\"\n  table 1×1\n   0,0 \"1\""},
		"two paragraphs":   {`<w:tbl><w:tr><w:tc>` + p(r("商业")) + p(r("企业")) + `</w:tc></w:tr></w:tbl>`, "table 1×1\n 0,0 \"商业\\n企业\""},
		"control of a row": {`<w:tbl><w:sdt><w:sdtContent><w:tr>` + tc("", "1") + `</w:tr></w:sdtContent></w:sdt></w:tbl>`, "table 1×1\n 0,0 \"1\""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.TrimSpace(dump(read(t, map[string]string{"body": c.body}))); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestStrictNames(t *testing.T) {
	m := read(t, map[string]string{"word/document.xml": `<w:document ` + strict + `><w:body>` + p(r("严格")) + `</w:body></w:document>`})
	if got := dump(m); got != "p \"严格\"\n" {
		t.Error(got)
	}
}

func TestMainPartByItsRelation(t *testing.T) {
	m := read(t, map[string]string{
		"_rels/.rels":       relations("officeDocument", "/正文/a.xml"),
		"正文/a.xml":          `<w:document ` + transitional + `><w:body>` + p(r("对")) + `</w:body></w:document>`,
		"word/document.xml": `<w:document ` + transitional + `><w:body>` + p(r("错")) + `</w:body></w:document>`,
	})
	if got := dump(m); got != "p \"对\"\n" {
		t.Error(got)
	}
}

// Styles hand their look down; lists are counted as Word shows them.
func TestStylesAndNumbers(t *testing.T) {
	styled := func(id, text string) string { return p(`<w:pPr><w:pStyle w:val="` + id + `"/></w:pPr>` + r(text)) }
	item := func(list, level, text string) string {
		return p(`<w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>` + r(text))
	}
	m := read(t, map[string]string{
		"body": styled("a3", "标题") + styled("a4", "继承") + item("1", "0", "总体情况") + item("1", "1", "主动公开") + item("1", "1", "依申请") +
			item("1", "0", "主动公开情况") + item("1", "1", "甲") + item("2", "0", "重来") + item("9", "0", "没有"),
		"word/styles.xml": `<w:styles ` + transitional + `><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="heading 1"/><w:basedOn w:val="a4"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="x"/><w:basedOn w:val="a3"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
		"word/numbering.xml": `<w:numbering ` + transitional + `><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>` +
			`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>`,
	})
	want := `p1 strong centre "标题"
p1 strong centre "继承"
p "一、总体情况"
p "（一）主动公开"
p "（二）依申请"
p "二、主动公开情况"
p "（一）甲"
p "十一、重来"
p "没有"
`
	if got := dump(m); got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestNotesOnTheFile(t *testing.T) {
	m := read(t, map[string]string{
		"body":              p(r("甲")),
		"word/comments.xml": `<w:comments ` + transitional + `><w:comment/><w:comment/></w:comments>`,
		"docProps/core.xml": `<c xmlns:dc="d"><dc:creator>老王</dc:creator></c>`,
	})
	if got := dump(m); !strings.Contains(got, "import.comments 文件里有 2 条批注，没有读") || !strings.Contains(got, "import.author 文件属性里留有作者“老王”") {
		t.Error(got)
	}
}

func TestData(t *testing.T) {
	m := read(t, map[string]string{
		"body":                p(r("甲")),
		"customXml/item1.xml": `<other xmlns="x"/>`,
		"customXml/item2.xml": `<report xmlns="urn:nianbao:report">{"agency": "甲&amp;乙"}</report>`,
		"customXml/item3.xml": `<broken`,
	})
	if string(m.Data) != `{"agency": "甲&乙"}` {
		t.Errorf("%q", m.Data)
	}
}
