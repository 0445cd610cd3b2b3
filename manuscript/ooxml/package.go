package ooxml

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"

	"nianbao/render/archive"
)

// MaxUnpacked bounds the bytes of all the parts of a file that are read. A
// published report has 2 MB of them; pictures are never unpacked.
const MaxUnpacked = 64 << 20

// A Package is the zip of parts that an office file is (ISO/IEC 29500-2).
type Package struct {
	parts  map[string]*zip.File // by name in small letters: names differ in more than case
	twice  map[string]bool      // names that two parts have
	spaces map[string]string
	room   int64 // bytes that may still be unpacked
}

// Open lists the parts of a file. Spaces are the short names that New takes.
func Open(r io.ReaderAt, size int64, spaces map[string]string) (*Package, error) {
	opened, err := archive.Open(r, size)
	switch {
	case err == archive.ErrTooMany:
		return nil, ErrTooMany
	case err != nil:
		return nil, ErrCut
	}
	opened.RegisterDecompressor(zip.Deflate, inflate)
	p := &Package{parts: make(map[string]*zip.File, len(opened.File)), twice: map[string]bool{}, spaces: spaces, room: MaxUnpacked}
	for _, f := range opened.File {
		name := partName(strings.ReplaceAll(f.Name, `\`, "/"))
		if p.parts[name] != nil {
			p.twice[name] = true
			continue
		}
		p.parts[name] = f
	}
	return p, nil
}

// Has reports whether the file has a part.
func (p *Package) Has(name string) bool { return p.parts[partName(name)] != nil }

func partName(name string) string { return strings.ToLower(strings.TrimLeft(name, "/")) }

// Read walks through a part's markup. The reader may leave the end unread.
func (p *Package) Read(name string, walk func(*Scanner)) error {
	f := p.parts[partName(name)]
	if f == nil {
		return Missing(name)
	}
	if p.twice[partName(name)] { // programs differ in which of the two they show
		return Twice(name)
	}
	if f.Flags&1 != 0 { // APPNOTE 4.4.4: encrypted
		return ErrLocked
	}
	src, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return errors.New("文件的压缩方式不认得，请用 Word 或 WPS 打开后重新保存")
	} else if err != nil {
		return ErrCut
	}
	defer src.Close()
	x := New(&budget{src, &p.room}, p.spaces)
	walk(x)
	if err := x.Err(); err != nil {
		return &damage{name, err}
	}
	return nil
}

// ReadWhole is Read for a part of which every byte must be there: what the walk
// leaves is read too, with its checksum.
func (p *Package) ReadWhole(name string, walk func(*Scanner)) error {
	return p.Read(name, func(x *Scanner) {
		walk(x)
		x.rest()
	})
}

// Content is a part that is no markup, as a whole.
func (p *Package) Content(name string) ([]byte, error) {
	f := p.parts[partName(name)]
	switch {
	case f == nil:
		return nil, Missing(name)
	case p.twice[partName(name)]:
		return nil, Twice(name)
	}
	src, err := f.Open()
	if err != nil {
		return nil, ErrCut
	}
	defer src.Close()
	data, err := io.ReadAll(&budget{src, &p.room})
	if err != nil {
		return nil, &damage{name, err}
	}
	return data, nil
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
		return 0, ErrUnpacked
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

// Relations are the parts that a part names, by the last word of their type:
// styles, numbering, customXml.
type Relations map[string][]string

// First is the first part of a type; "" where there is none.
func (r Relations) First(kind string) string {
	if len(r[kind]) == 0 {
		return ""
	}
	return r[kind][0]
}

// maxRelations bounds what one part names; a file with many links has thousands.
const maxRelations = 20_000

// Identified is the parts that a part names, by their ids.
func (p *Package) Identified(part string) (map[string]string, error) {
	out := map[string]string{}
	err := p.relations(part, func(id, _, target string) { out[id] = target })
	return out, err
}

// Related reads the relations of a part, of the whole file for "".
func (p *Package) Related(part string) (Relations, error) {
	out := Relations{}
	err := p.relations(part, func(_, kind, target string) { out[kind] = append(out[kind], target) })
	return out, err
}

func (p *Package) relations(part string, take func(id, kind, target string)) error {
	folder, name := path.Split(part)
	list := folder + "_rels/" + name + ".rels"
	if p.parts[partName(list)] == nil {
		return nil
	}
	n := 0
	return p.Read(list, func(x *Scanner) {
		x.Root()
		for name := range x.Children() {
			if !strings.HasSuffix(name, ":Relationship") || x.Attribute("TargetMode") == "External" {
				continue
			}
			if n++; n > maxRelations {
				x.Fail(ErrTooMany)
			}
			kind := path.Base(x.Attribute("Type"))
			target := strings.ReplaceAll(x.Attribute("Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(folder, target)
			}
			take(x.Attribute("Id"), kind, strings.TrimLeft(path.Clean(target), "/"))
		}
	})
}
