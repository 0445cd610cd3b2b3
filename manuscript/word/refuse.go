package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"nianbao/manuscript/word/markup"
)

const (
	saveAsDocx = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”"
	fetchAgain = "请重新拷贝或者下载一次"
	tooMuch    = "，不像是一份报告，没有读；请看看是不是拿错了文件"
)

var (
	errCut      = errors.New("文件不完整或者已经损坏，" + fetchAgain)
	errLocked   = errors.New("文件加了密码，读不了；请在 Word 或 WPS 里去掉打开密码后再试")
	errTooMany  = errors.New("文件里的零件太多" + tooMuch)
	errUnpacked = fmt.Errorf("文件解开后超过 %d MB"+tooMuch, MaxUnpacked>>20)
	errNotWord  = errors.New("这不是 Word 文件；请用报告的 .docx 文件")
)

func missing(part string) error {
	return fmt.Errorf("文件里缺少 %s，不是完整的 Word 文件；请用 Word 或 WPS 打开后重新保存", part)
}

// A damage is a part that cannot be read, and why.
type damage struct {
	part string
	err  error
}

func damaged(part string, err error) error { return &damage{part, err} }

func (d *damage) Error() string { return d.part + ": " + d.err.Error() }
func (d *damage) Unwrap() error { return d.err }

// explain is an error as people read it.
func explain(err error) error {
	var d *damage
	switch {
	case !errors.As(err, &d):
		return err
	case errors.Is(err, markup.ErrDoctype):
		return fmt.Errorf("文件的 %s 里有实体声明（DOCTYPE），Word 不写这样的内容，没有读", d.part)
	case errors.Is(err, markup.ErrDepth):
		return fmt.Errorf("文件里层层相套得太深（超过 %d 层）"+tooMuch, markup.MaxDepth)
	case errors.Is(err, markup.ErrTag), errors.Is(err, markup.ErrText):
		return fmt.Errorf("文件的 %s 里有一处太长"+tooMuch, d.part)
	case errors.Is(err, markup.ErrEncoding):
		return fmt.Errorf("文件的 %s 不是用 UTF-8 或 UTF-16 写的；请用 Word 或 WPS 打开后重新保存", d.part)
	case errors.Is(err, markup.ErrSyntax):
		return fmt.Errorf("文件的 %s 已经损坏；请用 Word 或 WPS 打开修复后重新保存", d.part)
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), corrupt(err):
		return errCut
	}
	return d.err
}

// corrupt: the compressed data itself is wrong.
func corrupt(err error) bool {
	return strings.HasPrefix(err.Error(), "flate:") || strings.Contains(err.Error(), ": flate:")
}

// refuse says of a file that is no zip what it is.
func refuse(r io.ReaderAt, size int64) error {
	head := make([]byte, 1024)
	n, err := r.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return fmt.Errorf("读文件时中断：%w", err)
	}
	head = head[:n]
	start := bytes.ToLower(bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n"))
	begins := func(marks ...string) bool {
		for _, m := range marks {
			if bytes.HasPrefix(start, []byte(m)) {
				return true
			}
		}
		return false
	}
	switch {
	case len(start) == 0 && size <= int64(n):
		return errors.New("文件是空的，" + fetchAgain)
	case begins("pk\x03\x04"):
		return nil
	case bytes.HasPrefix(head, []byte(compoundMark)):
		return compound(r, head)
	case begins("%pdf"):
		return errors.New("这是 PDF，不是 Word 文件；请用报告的 .docx 文件")
	case begins(`{\rtf`):
		return errors.New("这是 RTF 文件，读不了；" + saveAsDocx)
	case begins("mime-version:"):
		return errors.New("这是网页存档（.mht），不是 Word 文件；" + saveAsDocx)
	case begins("<?xml", "<w:worddocument", "<pkg:package") && bytes.Contains(start, []byte("office")):
		return errors.New("这是 XML 格式的 Office 文件，读不了；" + saveAsDocx)
	case begins("<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<p", "<?xml", "<!--"):
		return errors.New("这是网页，不是 Word 文件；请把扩展名改成 .html 再试，或者用 Word、WPS 打开后另存为 .docx")
	}
	return errNotWord
}

// mainPart finds the document itself, and refuses files of other kinds.
func (p *pack) mainPart(top relations) (string, error) {
	main := top.first("officeDocument")
	if main == "" {
		return "", errNotWord
	}
	switch folder, _, _ := strings.Cut(main, "/"); {
	case folder == "xl":
		return "", errors.New("这是 Excel 表格，不是 Word 文件；请用报告的 .docx 文件")
	case folder == "ppt":
		return "", errors.New("这是演示文稿，不是 Word 文件；请用报告的 .docx 文件")
	case p.parts[partName(main)] == nil:
		return "", missing(path.Clean(main))
	}
	return main, nil
}

// otherKind is what a zip is that has no relations at its top.
func (p *pack) otherKind() error {
	switch {
	case p.parts["ofd.xml"] != nil:
		return errors.New("这是 OFD 版式文件，读不了；请用报告的 .docx 文件")
	case p.parts["mimetype"] != nil && p.parts["content.xml"] != nil:
		return errors.New("这是 OpenDocument 文件（.odt），读不了；" + saveAsDocx)
	case p.parts["[content_types].xml"] != nil:
		return missing("_rels/.rels")
	}
	return errors.New("这是压缩包，不是 Word 文件；请解开后用里面的 .docx 文件")
}
