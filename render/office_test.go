package render_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/fixtures"
	"nianbao/render/font"
)

// An office program is given the Word file and the embedded faces under the
// names that the file asks for, and must come to the same pages as the layout:
// as many of them, with the same words on each.
func TestPagesAsInAnOfficeProgram(t *testing.T) {
	faces, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	documents := map[string]*document.Document{}
	for _, c := range append(fixtures.Good(t), fixtures.Drafts(t)...) {
		p := filing.Lay(c.JSON, filing.Options{Faces: faces, Draft: strings.HasPrefix(c.Name, "draft-")})
		documents[c.Name] = p.Document
	}
	agreed, all := comparePages(t, documents)
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if figure := fmt.Sprintf("%s of %s lines of prose", thousands(agreed), thousands(all)); !strings.Contains(string(readme), figure) {
		t.Errorf("README.md should say: %s", figure)
	}
}

// thousands writes 1458 as 1,458.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// The same at the foot of a page, where a line more or less decides: text of
// every length before a heading, before a signature, before a table.
func TestPageEdgesAsInAnOfficeProgram(t *testing.T) {
	const sentence = "全年公开政府信息，办理政府信息公开申请，及时回应社会关切，"
	documents := map[string]*document.Document{}
	for lines := range 23 {
		d := &document.Document{Agency: "某县", Heading: "2024年报告", Language: "zh-CN"}
		for range lines {
			d.Blocks = append(d.Blocks, document.Paragraph{Text: "全年公开政府信息。"})
		}
		d.Blocks = append(d.Blocks, document.Paragraph{Text: strings.Repeat(sentence, 3)},
			document.Heading{Level: 1, Text: "一、总体情况"}, document.Heading{Level: 2, Text: "（一）主动公开"},
			document.Paragraph{Level: 2, Lead: "（二）依申请公开。", Text: strings.Repeat(sentence, 2)})
		for range lines / 2 {
			d.Blocks = append(d.Blocks, document.Paragraph{Text: strings.Repeat(sentence, 2)})
		}
		if lines%3 == 0 {
			d.Blocks = append(d.Blocks, document.Heading{Level: 1, Text: "二、表"}, smallTable(lines%5+1),
				document.Heading{Level: 1, Text: "三、其他"}, document.Paragraph{Text: strings.Repeat(sentence, lines%4+1)})
		}
		d.Blocks = append(d.Blocks, document.Signature{Signatory: "某县人民政府办公室", Date: "2025年1月18日", Sealed: lines%2 == 0})
		documents[fmt.Sprintf("edge-%02d", lines)] = d
	}
	comparePages(t, documents)
}

// Titles of every length, lists of numbered sentences before a table, and last
// paragraphs of every length before a signature.
func TestLongTextsAsInAnOfficeProgram(t *testing.T) {
	const item = "健全主动公开工作机制，明确各科室公开责任，定期检查网站栏目更新情况，发现问题及时整改，对公开不及时的予以通报。"
	name := []rune("东漪市澄江经济技术开发区管理委员会行政审批和政务服务数据管理局办公室")
	documents := map[string]*document.Document{}
	for length := 2; length <= len(name); length++ {
		documents[fmt.Sprintf("title-%02d", length)] = &document.Document{
			Agency: string(name[:length]), Heading: "2024年政府信息公开工作年度报告", Language: "zh-CN",
			Blocks: []document.Block{document.Paragraph{Text: item}},
		}
	}
	for items := 1; items <= 12; items++ {
		d := &document.Document{Agency: "某县", Heading: "2024年报告", Language: "zh-CN"}
		d.Blocks = append(d.Blocks, document.Heading{Level: 1, Text: "一、总体情况"}, document.Paragraph{Text: item},
			document.Heading{Level: 2, Text: "（一）主动公开"})
		for i := range items {
			d.Blocks = append(d.Blocks, document.Heading{Level: 3, Text: fmt.Sprintf("%d.%s", i+1, item)})
		}
		d.Blocks = append(d.Blocks, document.Heading{Level: 1, Text: "二、表"}, smallTable(14),
			document.Heading{Level: 1, Text: "六、其他"}, document.Paragraph{Text: strings.Repeat(item, items)},
			document.Signature{Signatory: "某县人民政府办公室", Date: "2025年1月18日", Sealed: items%2 == 0})
		documents[fmt.Sprintf("items-%02d", items)] = d
	}
	comparePages(t, documents)
}

func smallTable(rows int) document.Table {
	table := document.Table{Name: "表", Widths: []int{4000, 4845}}
	for i := range rows {
		table.Rows = append(table.Rows, []document.Cell{
			{Text: fmt.Sprintf("第%d项", i+1), Kind: document.RowLabel, ColSpan: 1, RowSpan: 1},
			{Text: fmt.Sprint(i), Kind: document.Number, Column: 1, ColSpan: 1, RowSpan: 1},
		})
	}
	return table
}
