package word

import (
	"fmt"
	"strings"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
	"nianbao/problem"
)

// remarks are what there is to say of a file besides its text.
type remarks struct {
	insertions, deletions, moves int // tracked changes
	comments, footnotes          int
	hidden, hiddenRows           int // characters, rows of tables
	inCell                       int // cells that are open
	struck                       int // pieces struck out by hand, or raised in a cell
	faint                        int // characters that nobody sees, and that were read
	boxes, pictures, embedded    int
	signs                        int // of faces of signs, which no one knows
	insertedFiles, prompts       int
	authors                      []string
	tooLarge                     error
	places                       int // of the grids
}

func (r *remarks) notes(m *manuscript.Manuscript) []manuscript.Note {
	var notes []manuscript.Note
	note := func(code, fix, format string, values ...any) {
		notes = append(notes, manuscript.Note{Code: code, Message: fmt.Sprintf(format, values...), Fix: fix})
	}
	if n := r.insertions + r.deletions + r.moves; n > 0 {
		note(problem.CodeImportTrackedChanges, "请领导定稿后，在 Word 的“审阅”里接受或者拒绝所有修订",
			"文件里有 %d 处修订（插入 %d、删除 %d、移动 %d），按全部接受以后的文字读", n, r.insertions, r.deletions, r.moves)
	}
	if r.comments > 0 {
		note(problem.CodeImportComments, "对外公开前请删除批注", "文件里有 %d 条批注，没有读", r.comments)
	}
	if r.hidden > 0 {
		note(problem.CodeImportHiddenText, "", "文件里有 %d 个字是不显示的，没有读", r.hidden)
	}
	if r.faint > 0 {
		note(problem.CodeImportHiddenText, "要的改成看得见的，不要的删去", "文件里有 %d 个字是白色的或者极小，读者看不见，也读了", r.faint)
	}
	if r.hiddenRows > 0 {
		note(problem.CodeImportHiddenRows, "", "表格里有 %d 行是隐藏的，没有读", r.hiddenRows)
	}
	if r.struck > 0 {
		note(problem.CodeImportStruckText, "用删除线划掉的请真正删去，表格里的上标、下标也请删去", "文件里有 %d 处划了删除线的文字，或者表格里的上标、下标和看不见的字：正文里划掉的没有读，表格里的加了〔〕", r.struck)
	}
	if r.boxes > 0 {
		note(problem.CodeImportTextBoxes, "核对这些文字应当在的位置", "文件里有 %d 个文本框，里面的文字接在它所在的段落后面", r.boxes)
	}
	if r.signs > 0 {
		note(problem.CodeImportSymbols, "请在 Word 里改成普通的字", "文件里有 %d 个用符号字体打的字，没有读", r.signs)
	}
	if r.footnotes > 0 {
		note(problem.CodeImportFootnotes, "需要的内容请写进正文", "文件里有 %d 个脚注或者尾注，没有读", r.footnotes)
	}
	if r.pictures > 0 {
		note(problem.CodeImportPicture, "看看图片里是不是报告的表格；是的话，请照着填", "文件里有 %d 张图片或者图表，里面的文字和数读不出来", r.pictures)
	}
	if r.embedded > 0 {
		note(problem.CodeImportEmbedded, "看看它们是不是报告的表格；是的话，请照着填", "文件里嵌入了 %d 个别的文件（例如 Excel 表格），没有读", r.embedded)
	}
	if r.insertedFiles > 0 {
		note(problem.CodeImportInsertedFile, "请用 Word 打开后重新保存，再读", "文件里有 %d 处整篇插入的别的文件，没有读", r.insertedFiles)
	}
	if r.prompts > 0 {
		note(problem.CodeImportPrompt, "", "文件里有 %d 处没有填的提示文字（单击此处输入……），当作空白", r.prompts)
	}
	if names := r.authorsUnprinted(m); len(names) > 0 {
		note(problem.CodeImportAuthor, "对外公开前，可以在 Word 的“文件—信息—检查文档”里去掉", "文件属性里留着人名：%s", strings.Join(names, "、"))
	}
	return notes
}

// read reads the part of properties: who wrote the file and who saved it last.
func (r *remarks) readProperties(x *ooxml.Scanner) {
	x.Root()
	for name := range x.Children() {
		if name != "dc:creator" && name != "cp:lastModifiedBy" {
			continue
		}
		author := strings.Join(strings.Fields(x.Text(maxText)), " ")
		if short := []rune(author); len(short) > 40 {
			author = string(short[:40]) + "…"
		}
		if author != "" && (len(r.authors) == 0 || r.authors[0] != author) {
			r.authors = append(r.authors, author)
		}
	}
}

// authorsUnprinted leaves out names that the text has as well, such as the
// office's own.
func (r *remarks) authorsUnprinted(m *manuscript.Manuscript) []string {
	var names []string
	for _, name := range r.authors {
		printed := false
		for _, block := range m.Blocks {
			printed = printed || block.Paragraph != nil && strings.Contains(strings.ReplaceAll(block.Paragraph.Text, "\n", ""), name)
		}
		if !printed {
			names = append(names, name)
		}
	}
	return names
}
