package job

import (
	"bytes"
	"errors"
	"fmt"

	"nianbao/cmd/nianbao/facechoice"
	"nianbao/filing"
	"nianbao/filing/source"
	"nianbao/render"
	"nianbao/render/font"
	"nianbao/render/pdf"
)

// A Builder builds reports; it holds the faces, which are opened once.
type Builder struct {
	Faces   *font.Set
	Version string // of the program, for the findings
}

// Build does with a report what `nianbao build` does and what `nianbao check -json`
// says. key stands for the file's name, since files of several names may have the
// content. Faults of the program are errors; what is wrong with the report, or that
// it cannot be read, is a result.
func (b *Builder) Build(key, name string, o Order, content []byte) (*Result, error) {
	file := key + Extension(name)
	s, err := source.ReadStream(bytes.NewReader(content), file)
	if fault := (*source.Fault)(nil); errors.As(err, &fault) {
		return nil, err
	}
	if err != nil {
		return packed(b.Version, finding{File: file, Failure: err.Error()}, nil)
	}
	var r *Result
	fault := source.Guarded(file, func() { r, err = b.print(file, o, s) })
	return r, errors.Join(err, fault)
}

func (b *Builder) print(file string, o Order, s source.Source) (*Result, error) {
	if o.BlankAs != "" {
		blanksAsZero(s)
	}
	options := filing.Options{Faces: b.Faces, Strict: o.Strict}
	paper := s.Lay(options)
	found := findingOf(file, paper)
	if !paper.Fileable(options) {
		return packed(b.Version, found, nil)
	}
	conformance, known := pdf.Named(o.PDFA)
	if o.PDFA == "" {
		conformance, known = pdf.PDFA2a, true
	}
	if !known {
		return nil, fmt.Errorf("没有“%s”这一种 PDF，做这份报告的程序可能太旧", o.PDFA)
	}
	print := paper.Print(conformance)
	name, _ := filing.Name(paper.Document)
	var files []File
	for _, format := range render.Unasked() {
		for _, file := range format.Files() {
			content, err := file.Write(print)
			if why := facechoice.Unprintable(err); why != "" {
				return nil, errors.New(why)
			}
			if err != nil {
				return nil, fmt.Errorf("程序排不出 %s 文件：%w", format.Name, err)
			}
			files = append(files, File{name + file.Extension, content})
		}
	}
	return packed(b.Version, found, files)
}

// blanksAsZero is what -blank-as 0 asks for.
func blanksAsZero(s source.Source) {
	switch {
	case s.Report == nil || s.Report.Template == nil:
	case s.Reading != nil:
		s.Reading.BlanksAsZero()
	default:
		s.Report.BlankAs = "0"
		s.Report.Complete()
	}
}
