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
		"field never ended": {p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`+r("甲")) + p(r("乙")), "p \"乙\"\nimport.hidden_text 文件里有 1 个字是不显示的，没有读"},
		"simple field":      {p(`<w:fldSimple w:instr="DATE">` + r("2023年") + `</w:fldSimple>`), `p "2023年"`},
		"control":           {`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + p(`<w:sdt><w:sdtContent>`+r("内")+`</w:sdtContent></w:sdt>`+r("外")) + `</w:sdtContent></w:sdt>`, `p "内外"`},
		"ruby":              {p(`<w:r><w:ruby><w:rt>` + r("yǔ") + `</w:rt><w:rubyBase>` + r("予") + `</w:rubyBase></w:ruby></w:r>`), `p "予"`},
		"alternatives":      {p(`<mc:AlternateContent><mc:Choice>` + r("新") + `</mc:Choice><mc:Fallback>` + r("旧") + `</mc:Fallback></mc:AlternateContent>`), `p "新"`},
		"tracked changes": {p(r("收到") + `<w:del><w:r><w:delText>6</w:delText></w:r></w:del><w:ins>` + r("7") + `</w:ins>` + r("件")),
			"p \"收到7件\"\nimport.tracked_changes 文件里有 2 处修订（插入 1、删除 1、移动 0），按全部接受以后的文字读"},
		"moved": {p(`<w:moveFrom>`+r("甲")+`</w:moveFrom>`+r("乙")) + p(`<w:moveTo>`+r("甲")+`</w:moveTo>`),
			"p \"乙\"\np \"甲\"\nimport.tracked_changes 文件里有 1 处修订（插入 0、删除 0、移动 1），按全部接受以后的文字读"},
		"paragraph mark deleted": {p(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+r("前")) + p(r("后")),
			"p \"前后\"\nimport.tracked_changes 文件里有 1 处修订（插入 0、删除 1、移动 0），按全部接受以后的文字读"},
		"hidden":   {p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>` + r("露")), "p \"露\"\nimport.hidden_text 文件里有 1 个字是不显示的，没有读"},
		"footnote": {p(r("甲") + `<w:r><w:footnoteReference w:id="1"/></w:r>`), "p \"甲\"\nimport.footnotes 文件里有 1 个脚注或者尾注，没有读"},
		"text box, drawn in two ways": {p(r("前") + `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + p(r("框")) + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p(r("框")) + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` + r("后")),
			"p \"前后\"\np \"框\"\nimport.text_boxes 文件里有 1 个文本框，里面的文字接在它所在的段落后面"},
		"struck out": {p(r("收到") + `<w:r><w:rPr><w:strike/></w:rPr><w:t>6</w:t></w:r>` + r("7件")),
			"p \"收到7件\"\nimport.struck_text 文件里有 1 处划了删除线的文字，或者表格里的上标、下标和看不见的字：正文里划掉的没有读，表格里的加了〔〕"},
		"struck and raised in cells": {`<w:tbl><w:tr><w:tc>` + p(`<w:r><w:rPr><w:dstrike/></w:rPr><w:t>37</w:t></w:r>`+r("4")) + `</w:tc><w:tc>` + p(r("5")+`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>`) + `</w:tc></w:tr></w:tbl>`,
			"table 1×2\n 0,0 \"〔37〕4\"\n 0,1 \"5〔2〕\"\nimport.struck_text 文件里有 2 处划了删除线的文字，或者表格里的上标、下标和看不见的字：正文里划掉的没有读，表格里的加了〔〕"},
		"bold, centred": {p(`<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>标题</w:t></w:r>`), `p strong centre "标题"`},
		"not all bold":  {p(`<w:r><w:rPr><w:b/></w:rPr><w:t>标</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>题</w:t></w:r>`), `p "标题"`},
		"black face":    {p(`<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>标题</w:t></w:r>`), `p strong "标题"`},
		"outline level": {p(`<w:pPr><w:outlineLvl w:val="0"/></w:pPr>` + r("一、总体情况")), `p1 "一、总体情况"`},
		"spans": {`<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc(`<w:gridSpan w:val="2"/>`, "乙") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "1") + tc("", "2") + `</w:tr></w:tbl>`,
			"table 2×3\n 0,0 2×1 \"甲\"\n 0,1 1×2 \"乙\"\n 1,1 \"1\"\n 1,2 \"2\""},
		"rows of unequal length": {`<w:tbl><w:tr>` + tc("", "甲") + tc("", "乙") + `</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + tc("", "1") + `</w:tr><w:tr>` + tc("", "2") + `</w:tr></w:tbl>`,
			"table 3×2\n 0,0 \"甲\"\n 0,1 \"乙\"\n 1,0 \"\"\n 1,1 \"1\"\n 2,0 \"2\"\n 2,1 \"\""},
		"merged below nothing": {`<w:tbl><w:tr>` + tc(`<w:vMerge/>`, "甲") + tc("", "乙") + `</w:tr></w:tbl>`, "table 1×2\n 0,0 \"甲\"\n 0,1 \"乙\""},
		"merged across":        {`<w:tbl><w:tr>` + tc(`<w:hMerge w:val="restart"/>`, "甲") + tc(`<w:hMerge/>`, "") + `</w:tr><w:tr>` + tc("", "1") + tc("", "2") + `</w:tr></w:tbl>`, "table 2×2\n 0,0 1×2 \"甲\"\n 1,0 \"1\"\n 1,1 \"2\""},
		"row deleted": {`<w:tbl><w:tr><w:trPr><w:del/></w:trPr>` + tc("", "旧") + tc("", "值") + `</w:tr><w:tr>` + tc("", "新") + tc("", "1") + `</w:tr></w:tbl>`,
			"table 1×2\n 0,0 \"新\"\n 0,1 \"1\"\nimport.tracked_changes 文件里有 1 处修订（插入 0、删除 1、移动 0），按全部接受以后的文字读"},
		"nested": {`<w:tbl><w:tr>` + tc("", "甲") + `<w:tc><w:tbl><w:tr>` + tc("", "1") + tc("", "2") + `</w:tr></w:tbl>` + p("") + `</w:tc></w:tr></w:tbl>`,
			"table 1×2\n 0,0 \"甲\"\n 0,1 \"\"\n  table 1×2\n   0,0 \"1\"\n   0,1 \"2\""},
		"a frame in a cell": {`<w:tbl><w:tr>` + tc("", "甲") + `<w:tc><w:tbl><w:tr>` + tc("", "1") + `</w:tr></w:tbl>` + p("") + `</w:tc></w:tr></w:tbl>`, "table 1×2\n 0,0 \"甲\"\n 0,1 \"1\""},
		"a frame around all": {`<w:tbl><w:tr><w:tc>` + p(r("一、总体情况")) + `<w:tbl><w:tr>` + tc("", "甲") + tc("", "1") + `</w:tr></w:tbl>` + p(r("完")) + `</w:tc></w:tr></w:tbl>`,
			"p \"一、总体情况\"\ntable 1×2\n 0,0 \"甲\"\n 0,1 \"1\"\np \"完\""},
		"two paragraphs":   {`<w:tbl><w:tr><w:tc>` + p(r("商业")) + p("") + p(r("企业")) + `</w:tc>` + tc("", "1") + `</w:tr></w:tbl>`, "table 1×2\n 0,0 \"商业\\n企业\"\n 0,1 \"1\""},
		"control of a row": {`<w:tbl><w:sdt><w:sdtContent><w:tr>` + tc("", "甲") + `<w:sdt><w:sdtContent>` + tc("", "1") + `</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`, "table 1×2\n 0,0 \"甲\"\n 0,1 \"1\""},
		"a prompt": {p(r("共") + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + r("单击此处输入文字") + `</w:sdtContent></w:sdt>` + r("件")),
			"p \"共件\"\nimport.prompt 文件里有 1 处没有填的提示文字（单击此处输入……），当作空白"},
		"a control filled in by another program": {p(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + r("某县") + `</w:sdtContent></w:sdt>`), `p "某县"`},
		"alternatives of a later Word":           {p(`<mc:AlternateContent><mc:Choice Requires="new">` + r("新") + `</mc:Choice><mc:Fallback>` + r("旧") + `</mc:Fallback></mc:AlternateContent>`), `p "旧"`},
		"blanks that count": {p(`<w:r><w:t> 甲 </w:t></w:r>` + `<w:r><w:t xml:space="preserve"> 乙
丙</w:t></w:r>`), `p "甲 乙 丙"`},
		"formula": {p(r("同比") + `<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`), `p "同比1/2"`},
		"unseen, moved and other things between digits": {`<w:tbl><w:tr>` +
			`<w:tc>` + p(r("95")+`<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>8</w:t></w:r>`+r("70")) + `</w:tc>` +
			`<w:tc>` + p(r("95")+`<w:r><w:rPr><w:sz w:val="1"/></w:rPr><w:t>8</w:t></w:r>`+r("70")) + `</w:tc>` +
			`<w:tc>` + p(r("95")+`<w:r><w:rPr><w:position w:val="10"/></w:rPr><w:t>8</w:t></w:r>`+r("70")) + `</w:tc>` +
			`<w:tc>` + p(r("95")+`<w:r><w:drawing/></w:r>`+r("70")) + `</w:tc>` +
			`<w:tc>` + p(r("95")+`<w:r><w:footnoteReference w:id="1"/></w:r>`+r("70")) + `</w:tc>` +
			`<w:tc>` + p(r("9570")+`<w:r><w:footnoteReference w:id="1"/></w:r>`) + `</w:tc>` +
			`<w:tc>` + p(r("95")+`<w:r><w:object/></w:r>`) + `</w:tc>` +
			`<w:tc>` + p(r("95")+`<m:oMath><m:f><m:num><m:r><m:t>7</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`) + `</w:tc>` +
			`</w:tr></w:tbl>`, "table 1×8\n 0,0 \"95〔8〕70\"\n 0,1 \"95〔8〕70\"\n 0,2 \"95〔8〕70\"\n 0,3 \"95〔图〕70\"\n 0,4 \"95〔注〕70\"\n 0,5 \"9570\"\n 0,6 \"95〔图〕\"\n 0,7 \"957/2\"\n" +
			"import.struck_text 文件里有 3 处划了删除线的文字，或者表格里的上标、下标和看不见的字：正文里划掉的没有读，表格里的加了〔〕\nimport.footnotes 文件里有 2 个脚注或者尾注，没有读\nimport.embedded 文件里嵌入了 1 个别的文件（例如 Excel 表格），没有读"},
		"cells that are white, or moved, as a whole": {`<w:tbl><w:tr>` +
			`<w:tc>` + p(`<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>95</w:t></w:r>`) + `</w:tc>` +
			`<w:tc>` + p(`<w:r><w:rPr><w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/></w:rPr><w:t>96</w:t></w:r>`) + `</w:tc>` +
			`<w:tc>` + p(`<w:r><w:rPr><w:position w:val="-8"/></w:rPr><w:t>97</w:t></w:r>`) + `</w:tc></w:tr></w:tbl>`,
			"table 1×3\n 0,0 \"95\"\n 0,1 \"96\"\n 0,2 \"97\"\nimport.hidden_text 文件里有 2 个字是白色的或者极小，读者看不见，也读了"},
		"white in a sentence": {p(r("收到3") + `<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>8</w:t></w:r>` + r("件")), "p \"收到38件\"\nimport.hidden_text 文件里有 1 个字是白色的或者极小，读者看不见，也读了"},
		"symbols":             {p(`<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Webdings" w:char="F099"/></w:r>`), "p \"☑是\"\nimport.symbols 文件里有 1 个用符号字体打的字，没有读"},
		"hidden below a merged cell": {`<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc("", "1") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "藏") + tc("", "2") + `</w:tr></w:tbl>`,
			"table 2×2\n 0,0 2×1 \"甲\"\n 0,1 \"1\"\n 1,1 \"2\"\nimport.hidden_text 文件里有 1 个字是不显示的，没有读"},
		"a merged cell of another width": {`<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/><w:gridSpan w:val="2"/>`, "甲") + tc("", "1") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "2") + tc("", "3") + `</w:tr></w:tbl>`,
			"table 2×3\n 0,0 1×2 \"甲\"\n 0,2 \"1\"\n 1,0 \"\"\n 1,1 \"2\"\n 1,2 \"3\""},
		"edges moved by hand": {`<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="30"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>` + tc(`<w:vMerge w:val="restart"/><w:gridSpan w:val="2"/>`, "甲") + tc("", "1") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc(`<w:gridSpan w:val="2"/>`, "2") + `</w:tr></w:tbl>`,
			"table 2×2\n 0,0 2×1 \"甲\"\n 0,1 \"1\"\n 1,1 \"2\""},
		"a narrow cell": {`<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="30"/></w:tblGrid><w:tr>` + tc("", "甲") + tc("", "1") + `</w:tr></w:tbl>`, "table 1×2\n 0,0 \"甲\"\n 0,1 \"1\""},
		"a merged row":  {`<w:tbl><w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "甲") + tc(`<w:vMerge w:val="restart"/>`, "1") + `</w:tr><w:tr>` + tc(`<w:vMerge/>`, "") + tc(`<w:vMerge/>`, "") + `</w:tr></w:tbl>`, "table 1×2\n 0,0 \"甲\"\n 0,1 \"1\""},
		"wide spans":    {`<w:tbl><w:tr>` + tc(`<w:gridSpan w:val="9"/>`, "甲") + tc(`<w:gridSpan w:val="3"/>`, "乙") + `</w:tr></w:tbl>`, "table 1×2\n 0,0 \"甲\"\n 0,1 \"乙\""},
		"hidden row": {`<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>` + tc("", "藏") + tc("", "0") + `</w:tr><w:tr>` + tc("", "甲") + tc("", "1") + `</w:tr></w:tbl>`,
			"table 1×2\n 0,0 \"甲\"\n 0,1 \"1\"\nimport.hidden_rows 表格里有 1 行是隐藏的，没有读"},
		"cell deleted": {`<w:tbl><w:tr>` + tc("", "甲") + tc(`<w:cellDel/>`, "旧") + tc("", "1") + `</w:tr></w:tbl>`,
			"table 1×2\n 0,0 \"甲\"\n 0,1 \"1\"\nimport.tracked_changes 文件里有 1 处修订（插入 0、删除 1、移动 0），按全部接受以后的文字读"},
		"text box in a cell": {`<w:tbl><w:tr>` + tc("", "甲") + `<w:tc>` + p(`<w:r><w:pict><v:textbox><w:txbxContent>`+p(r("1"))+`</w:txbxContent></v:textbox></w:pict></w:r>`) + `</w:tc></w:tr></w:tbl>`,
			"table 1×2\n 0,0 \"甲\"\n 0,1 \"1\"\nimport.text_boxes 文件里有 1 个文本框，里面的文字接在它所在的段落后面"},
		"decorated text":   {p(`<w:r><w:pict><v:shape><v:textpath string="年度报告"/></v:shape></w:pict></w:r>`), "p \"年度报告\"\nimport.text_boxes 文件里有 1 个文本框，里面的文字接在它所在的段落后面"},
		"picture":          {p(r("甲") + `<w:r><w:drawing><pic:pic><pic:blipFill/></pic:pic></w:drawing></w:r>`), "p \"甲\"\nimport.picture 文件里有 1 张图片或者图表，里面的文字和数读不出来"},
		"another file":     {p(r("甲")+`<w:r><w:object/></w:r>`) + `<w:altChunk/>`, "p \"甲\"\nimport.embedded 文件里嵌入了 1 个别的文件（例如 Excel 表格），没有读\nimport.inserted_file 文件里有 1 处整篇插入的别的文件，没有读"},
		"comment":          {p(r("甲") + `<w:r><w:commentReference w:id="1"/></w:r>`), "p \"甲\"\nimport.comments 文件里有 1 条批注，没有读"},
		"a heading run in": {p(`<w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>`+r("（一）公开。")) + p(r("主动公开1件。")), `p "（一）公开。主动公开1件。"`},
		"one change, cut":  {p(`<w:ins>` + r("甲") + `</w:ins><w:bookmarkEnd/><w:ins>` + r("乙") + `</w:ins>`), "p \"甲乙\"\nimport.tracked_changes 文件里有 1 处修订（插入 1、删除 0、移动 0），按全部接受以后的文字读"},
		"old properties":   {p(`<w:pPr><w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>`), `p "甲"`},
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
		"_rels/.rels":       relationList("officeDocument", "/正文/a.xml"),
		"正文/a.xml":          `<w:document ` + transitional + `><w:body>` + p(r("对")) + `</w:body></w:document>`,
		"word/document.xml": `<w:document ` + transitional + `><w:body>` + p(r("错")) + `</w:body></w:document>`,
	})
	if got := dump(m); got != "p \"对\"\n" {
		t.Error(got)
	}
}

// Styles hand their look down, those of characters over those of paragraphs.
func TestStyles(t *testing.T) {
	styled := func(id, run, text string) string {
		return p(`<w:pPr><w:pStyle w:val="` + id + `"/></w:pPr><w:r><w:rPr>` + run + `</w:rPr><w:t>` + text + `</w:t></w:r>`)
	}
	m := read(t, map[string]string{
		"body": styled("a3", "", "标题") + styled("a4", "", "继承") + styled("a4", `<w:rStyle w:val="bold"/>`, "两次加粗") +
			styled("a5", `<w:rStyle w:val="bold"/>`, "一次加粗") + styled("a5", "", "标题 2") + styled("none", "", "默认居中") + p(`<w:pPr><w:pStyle w:val="a3"/><w:outlineLvl w:val="9"/></w:pPr>`+r("正文")),
		"word/styles.xml": `<w:styles ` + transitional + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:rPrDefault></w:docDefaults>` +
			`<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="heading 1"/><w:basedOn w:val="a4"/></w:style>` +
			`<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="x"/><w:basedOn w:val="a3"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="标题 2"/></w:style>` +
			`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>` +
			`<w:style w:type="character" w:styleId="bold"><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
	})
	want := `p1 strong centre "标题"
p1 strong centre "继承"
p1 centre "两次加粗"
p2 strong "一次加粗"
p2 "标题 2"
p centre "默认居中"
p strong centre "正文"
`
	if got := dump(m); got != want {
		t.Errorf("got:\n%s", got)
	}
}

// Lists are counted as Word shows them.
func TestNumbers(t *testing.T) {
	item := func(list, level, text string) string {
		return p(`<w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>` + r(text))
	}
	m := read(t, map[string]string{
		"body": item("1", "0", "总体情况") + item("1", "1", "主动公开") + item("1", "1", "依申请") + item("1", "0", "主动公开情况") + item("1", "1", "甲") +
			item("1", "2", "三级") + item("1", "3", "圆点") + item("1", "4", "不重排") + item("2", "0", "重来") + item("2", "4", "不重排") + item("2", "0", "再来") + item("1", "0", "接着") +
			item("9", "0", "没有") + item("0", "0", "取消") + item("1", "1", "") + item("1", "1", "空段也数") +
			p(`<w:pPr><w:pStyle w:val="item"/></w:pPr>`+r("样式")) +
			`<w:tbl><w:tr><w:tc>` + item("1", "0", "") + `</w:tc>` + tc("", "1") + `</w:tr></w:tbl>`,
		"word/numbering.xml": sampleNumbering,
		"word/styles.xml":    `<w:styles ` + transitional + `><w:style w:type="paragraph" w:styleId="item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
	})
	want := `p "一、总体情况"
p "（一）主动公开"
p "（二）依申请"
p "二、主动公开情况"
p "（一）甲"
p "2.1.1三级"
p "圆点"
p "①不重排"
p "十一、重来"
p "②不重排"
p "十二、再来"
p "十三、接着"
p "没有"
p "取消"
p "（二）空段也数"
p "③样式"
table 1×2
 0,0 "十四、"
 0,1 "1"
`
	if got := dump(m); got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestNumerals(t *testing.T) {
	for format, want := range map[string]string{
		"chineseCounting": "零 一 十 十一 二十 一百零五 一千零一十 10000", "chineseLegalSimplified": "零 壹 壹拾 壹拾壹 贰拾 壹佰零伍 壹仟零壹拾 10000",
		"ideographDigital": "〇 一 一〇 一一 二〇 一〇五 一〇一〇 一〇〇〇〇", "decimalFullWidth": "０ １ １０ １１ ２０ １０５ １０１０ １００００",
		"decimalZero": "00 01 10 11 20 105 1010 10000", "upperRoman": "0 I X XI XX CV MX 10000", "lowerLetter": " a j k t aaaaa vvvvvvvvvvvvvvvvvvvv pppppppppppppppppppp",
		"decimalEnclosedCircle": "0 ① ⑩ ⑪ ⑳ 105 1010 10000", "ideographTraditional": "0 甲 癸 11 20 105 1010 10000", "of a later Word": "0 1 10 11 20 105 1010 10000",
	} {
		var got []string
		for _, n := range []int{0, 1, 10, 11, 20, 105, 1010, 10000} {
			got = append(got, numeral(n, format))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: %s, want %s", format, got, want)
		}
	}
}

// Names that the text has as well are the office's own.
func TestAuthors(t *testing.T) {
	for names, want := range map[string]string{
		`<dc:creator>老王</dc:creator><cp:lastModifiedBy>小李</cp:lastModifiedBy>`: "文件属性里留着人名：老王、小李",
		`<dc:creator>老王</dc:creator><cp:lastModifiedBy>老王</cp:lastModifiedBy>`: "文件属性里留着人名：老王\n",
		`<dc:creator>甲县</dc:creator><cp:lastModifiedBy/>`:                      "",
	} {
		m := read(t, map[string]string{"body": p(r("甲县2022年")),
			"docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` + names + `</cp:coreProperties>`})
		if got := dump(m); !strings.Contains(got, want) || strings.Contains(got, "import.author") != (want != "") {
			t.Error(got)
		}
	}
}

func TestData(t *testing.T) {
	m := read(t, map[string]string{
		"body":                p(r("甲")),
		"customXml/item1.xml": `<report xmlns="x"/>`,
		"customXml/item2.xml": `<report xmlns="urn:nianbao:report">{"agency": "甲&amp;乙"}</report>`,
		"customXml/item3.xml": `<broken`,
	})
	if string(m.Marks) != `{"agency": "甲&乙"}` {
		t.Errorf("%q", m.Marks)
	}
}
