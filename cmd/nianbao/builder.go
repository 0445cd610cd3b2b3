package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/problem"
	"nianbao/render"
	"nianbao/render/pdf"
)

// A builder writes the reports of one call.
type builder struct {
	folder  string
	formats []render.Format
	filing.Measures
	force bool
	pdfa  pdf.Conformance
	lasts *source.LastYears
	from  map[string]string // name of what was written, in small letters → the report's file

	faceNotes []string // what a clerk would wonder about in the choice of faces
}

// A result is what became of one report.
type result struct {
	status  int
	failure error         // why the program could not do its work
	paper   *filing.Paper // nil: the file could not be read
	paths   []string
	changed bool     // false: the files were there already, the same
	notes   []string // what a clerk would wonder about
	content []byte   // for standard output; nil: files were written
}

// one checks a report and writes its files.
func (b *builder) one(file string, c console) (r result) {
	s, err := source.Read(file, c.in)
	if err == nil {
		err = source.Guarded(file, func() { r = b.build(file, s) })
	}
	if err != nil {
		return result{status: impossible, failure: err}
	}
	return r
}

func (b *builder) build(file string, s source.Source) (r result) {
	m := b.Measures
	var missing []problem.Problem
	m.Last, missing = b.lasts.Of(s.Report)
	r.paper = s.Lay(m, missing...)
	if !r.paper.Fileable(b.Measures) {
		r.status = wrong
		return r
	}
	if err := b.write(file, &r); err != nil {
		r.status, r.failure = impossible, err
	}
	return r
}

func (b *builder) write(file string, r *result) error {
	name, notes := filing.Name(r.paper.Document)
	// Windows and macOS take names that differ in capitals for one.
	if first, ok := b.from[strings.ToLower(name)]; ok {
		return fmt.Errorf("与“%s”写出的文件同名（%s），没有写。请核对机关名称和年份，或者分两次写到不同的文件夹", source.Name(first), name)
	}
	var outputs []disk.Output
	for _, format := range b.formats {
		content, err := format.Write(r.paper.Print(b.pdfa))
		if why := unprintable(err); why != "" {
			return errors.New(why)
		}
		if err != nil {
			return fmt.Errorf("程序排不出 %s 文件，请把这份报告发给开发者：%w", format.Name, err)
		}
		outputs = append(outputs, disk.Output{Path: filepath.Join(b.folder, name+format.Extension), Content: content, Edited: format.Edited})
	}
	if b.folder == standardOutput {
		r.content, r.paths, r.notes, r.changed = outputs[0].Content, []string{name + b.formats[0].Extension}, notes, true
		return nil
	}
	made, err := disk.OpenFolder(b.folder)
	if err != nil {
		return err
	}
	if made {
		notes = append(notes, fmt.Sprintf("新建了文件夹“%s”", b.folder))
	}
	if r.changed, err = disk.Write(outputs, b.force); err != nil {
		return err
	}
	b.from[strings.ToLower(name)] = file
	for _, o := range outputs {
		r.paths = append(r.paths, o.Path)
	}
	r.notes = notes
	return nil
}
