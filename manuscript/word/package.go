package word

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"

	"nianbao/manuscript/word/markup"
)

// A pack is the zip of parts that a Word file is (ISO/IEC 29500-2).
type pack struct {
	parts map[string]*zip.File // by name in small letters: names differ in more than case
	room  int64                // bytes that may still be unpacked
}

// open looks at what the file is, and lists its parts.
func open(r io.ReaderAt, size int64) (*pack, error) {
	if err := refuse(r, size); err != nil {
		return nil, err
	}
	meter := &meter{r, maxDirectory}
	archive, err := zip.NewReader(meter, size)
	switch {
	case meter.left < 0:
		return nil, errTooMany
	case err != nil:
		return nil, errCut
	}
	archive.RegisterDecompressor(zip.Deflate, inflate)
	p := &pack{parts: make(map[string]*zip.File, len(archive.File)), room: MaxUnpacked}
	for _, f := range archive.File {
		name := partName(strings.ReplaceAll(f.Name, `\`, "/"))
		if p.parts[name] == nil {
			p.parts[name] = f
		}
	}
	return p, nil
}

func partName(name string) string { return strings.ToLower(strings.TrimLeft(name, "/")) }

// A meter stops the reading of a list of parts that is larger than any Word
// file's: the list is held in memory as a whole.
type meter struct {
	r    io.ReaderAt
	left int64
}

func (m *meter) ReadAt(p []byte, at int64) (int, error) {
	if m.left < 0 {
		return 0, errTooMany
	}
	n, err := m.r.ReadAt(p, at)
	m.left -= int64(n)
	return n, err
}

// read walks through a part's markup. The reader may leave the end unread.
func (p *pack) read(name string, walk func(*markup.Scanner)) error {
	f := p.parts[partName(name)]
	if f == nil {
		return missing(name)
	}
	if f.Flags&1 != 0 { // APPNOTE 4.4.4: encrypted
		return errLocked
	}
	src, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return errors.New("文件的压缩方式不认得，请用 Word 或 WPS 打开后重新保存")
	} else if err != nil {
		return errCut
	}
	defer src.Close()
	x := markup.New(&budget{src, &p.room}, spaces)
	walk(x)
	if err := x.Err(); err != nil {
		return damaged(name, err)
	}
	return nil
}

// A budget counts the bytes that really come out of the zip; what its headers
// say of sizes is not believed.
type budget struct {
	src  io.Reader
	room *int64
}

func (b *budget) Read(p []byte) (int, error) {
	n, err := b.src.Read(p)
	if *b.room -= int64(n); *b.room < 0 {
		return 0, errUnpacked
	}
	return n, err
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

func inflate(r io.Reader) io.ReadCloser {
	f := inflaters.Get().(io.ReadCloser)
	f.(flate.Resetter).Reset(r, nil)
	return &inflater{f}
}

type inflater struct{ io.ReadCloser }

func (i *inflater) Close() error {
	if i.ReadCloser != nil {
		inflaters.Put(i.ReadCloser)
		i.ReadCloser = nil
	}
	return nil
}

// relations are the parts that a part names, by the last word of their type:
// styles, numbering, customXml.
type relations map[string][]string

func (r relations) first(kind string) string {
	if len(r[kind]) == 0 {
		return ""
	}
	return r[kind][0]
}

// maxRelations bounds what one part names; a file with many links has thousands.
const maxRelations = 20_000

// related reads the relations of a part, of the whole file for "".
func (p *pack) related(part string) (relations, error) {
	folder, name := path.Split(part)
	list := folder + "_rels/" + name + ".rels"
	out := relations{}
	if p.parts[partName(list)] == nil {
		if part == "" {
			return nil, p.otherKind()
		}
		return out, nil
	}
	n := 0
	err := p.read(list, func(x *markup.Scanner) {
		x.Root()
		for name := range x.Children() {
			if name != "rel:Relationship" || x.Attribute("TargetMode") == "External" {
				continue
			}
			if n++; n > maxRelations {
				x.Fail(errTooMany)
			}
			kind := path.Base(x.Attribute("Type"))
			target := strings.ReplaceAll(x.Attribute("Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(folder, target)
			}
			out[kind] = append(out[kind], strings.TrimLeft(path.Clean(target), "/"))
		}
	})
	return out, err
}
