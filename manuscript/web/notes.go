package web

import (
	"fmt"

	"nianbao/manuscript"
	"nianbao/problem"
)

func placeOfParagraph(n int) string { return fmt.Sprintf("正文第 %d 段", n) }
func placeOfTable(n int) string     { return fmt.Sprintf("第 %d 个表", n) }

// allNotes are what the page has that its reader does not see, and the other
// way round.
func (p *page) allNotes() []manuscript.Note {
	notes := p.notes
	if p.hidden > 0 {
		note := manuscript.Note{Code: problem.CodeImportHiddenText, Message: fmt.Sprintf("网页里有 %d 个字是不显示的，没有读", p.hidden)}
		if p.hidden > 200 {
			note.Fix = "在浏览器里对照一下，是不是有一部分要点开才看得到"
		}
		notes = append(notes, note)
	}
	if p.struck > 0 {
		notes = append(notes, manuscript.Note{Code: problem.CodeImportStruckText,
			Message: fmt.Sprintf("网页里有 %d 处划了删除线的文字：正文里的没有读，表格里的加了〔〕", p.struck), Fix: "用删除线划掉的请真正删去"})
	}
	if p.outside > 0 {
		notes = append(notes, manuscript.Note{Code: problem.CodeImportFurniture,
			Message: fmt.Sprintf("正文以外的栏目、链接、页脚等 %d 段没有读", p.outside)})
	}
	if p.pictures > 0 {
		notes = append(notes, manuscript.Note{Code: problem.CodeImportPicture,
			Message: fmt.Sprintf("网页里有 %d 张图片，图片里的文字和数读不出来", p.pictures),
			Fix:     "看看图片里是不是报告的表格；是的话，请照着填"})
	}
	if p.overlaps > 0 {
		notes = append(notes, manuscript.Note{Code: problem.CodeImportOverlappingCells,
			Message: fmt.Sprintf("有 %d 个表的合并单元格互相重叠，重叠的地方归先写的一格", p.overlaps),
			Fix:     "对照网页核对这几个表的数"})
	}
	return notes
}
