package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// A pack is the zip file with its parts.
type pack struct {
	parts map[string]*zip.File // by name without a leading stroke, in small letters
	order []string
}

// open finds the parts of a file, or says what the file is instead.
func open(r io.ReaderAt, size int64) (*pack, error) {
	head := make([]byte, min(size, 4096))
	if n, err := r.ReadAt(head, 0); err != nil && !(errors.Is(err, io.EOF) && n == len(head)) {
		return nil, err
	}
	if why := otherwise(r, size, head); why != "" {
		return nil, errors.New(why)
	}
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.New("Word 文件不完整，多半没有存全或者没有下载完；请重新取一份")
	}
	if len(archive.File) > maxEntries {
		return nil, errors.New("这个文件里的部件多得不像 Word 文件，没有读")
	}
	p := &pack{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if _, twice := p.parts[name]; !twice {
			p.parts[name] = f
			p.order = append(p.order, name)
		}
	}
	return p, nil
}

// otherwise says what a file is that is no zip file; "" for one.
func otherwise(r io.ReaderAt, size int64, head []byte) string {
	text := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	switch {
	case size == 0:
		return "文件是空的"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return ""
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		if encrypted(r, size) {
			return "文件加了密码，读不了；请在 Word 或 WPS 里打开，取消密码后另存一份"
		}
		return "这是旧版的 Word 文件（.doc），读不了；请在 Word 或 WPS 里打开，另存为 .docx"
	case bytes.HasPrefix(text, []byte(`{\rtf`)):
		return "这是 RTF 文件，读不了；请在 Word 或 WPS 里打开，另存为 .docx"
	case bytes.HasPrefix(text, []byte("<!doctype html")), bytes.HasPrefix(text, []byte("<html")):
		return "这是网页，只是名字像 Word 文件；请把扩展名改成 .html"
	case bytes.HasPrefix(text, []byte("<?xml")):
		return "这是 XML 文件，读不了；请在 Word 或 WPS 里打开，另存为 .docx"
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "这是 PDF 文件，只是名字像 Word 文件"
	}
	return ErrNotWord.Error() + "，或者已经损坏"
}

// encrypted: an old container that holds an encrypted package names it in
// UTF-16 in its folder ([MS-OFFCRYPTO], 2.3.4).
func encrypted(r io.ReaderAt, size int64) bool {
	want := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	const step = 1 << 20
	buffer := make([]byte, step+len(want))
	for at := int64(0); at < min(size, 64<<20); at += step {
		n, _ := r.ReadAt(buffer, at)
		if bytes.Contains(buffer[:n], want) {
			return true
		}
	}
	return false
}

// main is the name of the document part, which the package's relations give.
func (p *pack) main() (string, error) {
	target, err := p.relation("_rels/.rels", "", "officeDocument")
	if err != nil {
		return "", err
	}
	if target == "" || p.parts[target] == nil {
		target = "word/document.xml"
	}
	switch {
	case p.parts[target] == nil && p.parts["ofd.xml"] != nil:
		return "", errors.New("这是 OFD 文件，读不了；请用报告的 Word 文件或者网页")
	case p.parts[target] == nil && p.parts["content.xml"] != nil:
		return "", errors.New("这是 ODF 文件（.odt），读不了；请另存为 .docx")
	case p.parts[target] == nil:
		return "", errors.New("文件里没有正文，不是 Word 文件，或者已经损坏")
	case strings.HasPrefix(target, "xl/"):
		return "", errors.New("这是 Excel 表格，不是 Word 文件")
	case strings.HasPrefix(target, "ppt/"):
		return "", errors.New("这是演示文稿，不是 Word 文件")
	}
	return target, nil
}

// beside is the name of a part that the document part relates to; "" for none.
func (p *pack) beside(main, kind string) string {
	folder, base := path.Split(main)
	target, err := p.relation(folder+"_rels/"+base+".rels", folder, kind)
	if err != nil || p.parts[target] == nil {
		return ""
	}
	return target
}

// relation is the target of the first relation of a kind, by the last word of
// its type; "" for none.
func (p *pack) relation(rels, folder, kind string) (target string, err error) {
	if p.parts[rels] == nil {
		return "", nil
	}
	err = p.parse(rels, func(x *part) error {
		return x.children(func(e element) error {
			return x.children(func(e element) error {
				if target == "" && e.name == "Relationship" && strings.HasSuffix(e.value("Type"), "/"+kind) && e.value("TargetMode") != "External" {
					target = resolve(folder, e.value("Target"))
				}
				return x.skip()
			})
		})
	})
	return target, err
}

// resolve makes a part's name of a relation's target.
func resolve(folder, target string) string {
	if !strings.HasPrefix(target, "/") {
		target = folder + target
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+target), "/"))
}
