package word

import (
	"fmt"

	"nianbao/manuscript"
)

// notes tell what a reader of the file would not see, or not see as it is. Who
// wrote a file of the program's own is the office.
func (s *story) notes(p *pack, main string, ours bool) ([]manuscript.Note, error) {
	var notes []manuscript.Note
	add := func(n int, code, message, fix string) {
		if n > 0 {
			notes = append(notes, manuscript.Note{Code: code, Message: fmt.Sprintf(message, n), Fix: fix})
		}
	}
	add(s.seen.insertions+s.seen.deletions, "import.tracked_changes", "文件里有 %d 处修订，按接受修订以后的样子读", "请核对这些修订都要接受；报送前在 Word 里接受全部修订")
	comments, err := p.comments(main)
	if err != nil {
		return nil, err
	}
	add(comments, "import.comments", "文件里有 %d 条批注，没有读", "请核对批注里的意见；报送前删去批注")
	add(s.seen.hidden, "import.hidden_text", "文件里有 %d 处隐藏的文字，没有读", "在 Word 里显示隐藏文字，核对有没有要紧的内容")
	add(s.seen.notes, "import.footnotes", "文件里有 %d 处脚注或尾注，没有读", "报告里一般没有注；要紧的请写进正文")
	add(s.seen.boxes, "import.text_boxes", "文件里有 %d 个文本框，其中的文字接在所在段落之后读", "核对这些文字的位置")
	add(s.seen.symbols, "import.symbols", "文件里有 %d 个用符号字体打的字，没有读", "在 Word 里改成普通文字")
	if !ours {
		author, err := p.author()
		if err != nil {
			return nil, err
		}
		if author != "" {
			notes = append(notes, manuscript.Note{Code: "import.author", Message: "文件属性里留有作者“" + author + "”", Fix: "原文件要报送或者上网的，先在“文件—信息—检查文档”里删去"})
		}
	}
	return notes, nil
}

// comments counts the comments of a file.
func (p *pack) comments(main string) (n int, err error) {
	name := p.beside(main, "comments")
	if name == "" {
		return 0, nil
	}
	err = p.parse(name, func(x *part) error {
		return x.children(func(element) error {
			return x.children(func(e element) error {
				n++
				return x.skip()
			})
		})
	})
	return n, err
}

// author is who made a file, or who saved it last; "" where it does not say.
func (p *pack) author() (author string, err error) {
	const name = "docprops/core.xml"
	if p.parts[name] == nil {
		return "", nil
	}
	err = p.parse(name, func(x *part) error {
		return x.children(func(element) error {
			return x.children(func(e element) error {
				if e.name != "creator" && e.name != "lastModifiedBy" {
					return x.skip()
				}
				text, err := x.text()
				if author == "" {
					author = text
				}
				return err
			})
		})
	})
	if runes := []rune(author); len(runes) > 30 {
		author = string(runes[:30]) + "…"
	}
	return author, err
}
