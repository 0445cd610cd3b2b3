package word

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"nianbao/manuscript"
	"nianbao/manuscript/ooxml"
)

// ErrWorkbook: the file is a spreadsheet, whatever it is called.
var ErrWorkbook = errors.New("这是 Excel 表格，不是 Word 文件")

var errNotWord = errors.New("这不是 Word 文件；请用报告的 .docx 文件")

// refuse says of a file that is no zip what it is.
func refuse(r io.ReaderAt, size int64) error {
	head := make([]byte, manuscript.HeadSize)
	n, err := r.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return fmt.Errorf("读文件时中断：%w", err)
	}
	head = head[:n]
	if len(bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n")) == 0 && size <= int64(n) {
		return errors.New("文件是空的，" + ooxml.FetchAgain)
	}
	switch k := manuscript.Recognise(head, ""); {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return nil
	case k == manuscript.OldOffice:
		return compound(r, head)
	case k.Refusal != "":
		return &manuscript.Refused{Kind: k}
	case k == manuscript.Page:
		return errors.New("这是网页，不是 Word 文件；请把扩展名改成 .html 再试，或者用 Word、WPS 打开后另存为 .docx")
	case k == manuscript.Data:
		return errNotWord
	default:
		return otherFile(k)
	}
}

// mainPart finds the document itself, and refuses files of other kinds.
func mainPart(p *ooxml.Package, top ooxml.Relations) (string, error) {
	main := top.First("officeDocument")
	if main == "" {
		return "", errNotWord
	}
	switch folder, _, _ := strings.Cut(main, "/"); {
	case folder == "xl":
		return "", ErrWorkbook
	case folder == "ppt":
		return "", &manuscript.Refused{Kind: manuscript.ByName(".pptx")}
	case !p.Has(main):
		return "", ooxml.Missing(path.Clean(main))
	}
	return main, nil
}

// otherKind is what a zip is that has no relations at its top.
func otherKind(p *ooxml.Package) error {
	named := ""
	switch {
	case p.Has("OFD.xml"):
		return errors.New("这是版式文件 OFD，不是 Word 文件；把文件名的结尾改成 .ofd 再读")
	case p.Has("mimetype") && p.Has("content.xml"):
		named = ".odt"
	case p.Has("[Content_Types].xml"):
		return ooxml.Missing("_rels/.rels")
	default:
		named = ".zip"
	}
	k := manuscript.ByName(named)
	if k.Refusal == "" { // read, but not by this package
		return otherFile(k)
	}
	return &manuscript.Refused{Kind: k}
}

func otherFile(k *manuscript.Kind) error {
	return errors.New("这是" + k.Name + "，不是 Word 文件；请用报告的 .docx 文件")
}
