package filing

import (
	"slices"
	"strings"

	"nianbao/document"
	"nianbao/problem"
	"nianbao/render/style"
)

// rareCharacters is one notice of the characters that the GB/T 2312 faces of title and
// text lack, or nil: an office machine may draw them otherwise than their neighbours.
func rareCharacters(d *document.Document) *problem.Problem {
	var rare []rune
	look := func(texts ...string) {
		for _, text := range texts {
			for _, r := range text {
				if style.Rare(r) && !slices.Contains(rare, r) && len(rare) <= mostRare {
					rare = append(rare, r)
				}
			}
		}
	}
	look(d.Agency, d.Heading)
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case document.Heading:
			look(block.Text)
		case document.Paragraph:
			look(block.Lead, block.Text)
		case document.Signature:
			look(block.Signatory, block.Date)
		}
	}
	if len(rare) == 0 {
		return nil
	}
	more := ""
	if len(rare) > mostRare {
		rare, more = rare[:mostRare], "等"
	}
	return &problem.Problem{
		Severity: problem.Notice, Code: problem.CodeGlyphRare, Place: "全文",
		Message: "“" + strings.Join(strings.Split(string(rare), ""), "、") + "”" + more + "是生僻字，仿宋_GB2312、楷体_GB2312 和方正小标宋简体里没有；Word 文件里换用仿宋、楷体和华文中宋",
		Fix:     "请在要打印的电脑上看一看这些字的样子",
	}
}

// mostRare are the characters that the notice names.
const mostRare = 12
