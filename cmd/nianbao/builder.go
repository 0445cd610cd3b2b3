package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"nianbao/cmd/nianbao/facechoice"
	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/problem"
	"nianbao/render"
	"nianbao/render/html"
	"nianbao/render/pdf"
)

// A builder writes the reports of one call.
type builder struct {
	folder  string
	formats []render.Format
	filing.Options
	force  bool
	pdfa   pdf.Conformance
	ofdA   bool
	lasts  *source.LastYears
	blanks blankAs
	batch  *source.Batch
	listed []html.Entry      // what was written, for an index
	from   map[string]origin // name of what was written, in small letters → what it is
	open   sync.Once
	made   bool  // open made the folder, and nobody has been told
	barred error // why the folder cannot be used

	faceNotes []string // what a clerk would wonder about in the choice of faces
}

// An origin is what a name was written for.
type origin struct {
	file, title string
	digest      filing.Digest
}

// A result is what became of one report.
type result struct {
	status  int
	failure error         // why the program could not do its work
	paper   *filing.Paper // nil: the file could not be read
	same    string        // the file that is worked on instead, which prints the same; "": this one is
	name    string        // of its files; "": it is not to be written
	staged  *disk.Staged  // its files, ready to be put in place
	paths   []string
	changed bool     // false: the files were there already, the same
	notes   []string // what a clerk would wonder about
	content []byte   // for standard output; nil: files were written
}

// one checks a report and writes its files.
func (b *builder) one(file string, c console) result {
	r := b.prepare(file, c, &source.Claims{}, b.build)
	b.finish(file, &r)
	return r
}

// prepare does all that takes long: of many reports, several at once. Nothing
// stands in place after it, and what it says depends on no other report.
func (b *builder) prepare(file string, c console, claims *source.Claims, build func(source.Source) result) (r result) {
	if same := claims.Same(file); same != "" {
		return result{same: same}
	}
	if err := claims.Rival(file); err != nil {
		return result{status: wrong, failure: err}
	}
	s, err := b.batch.Read(file, c.in)
	if err == nil {
		b.blanks.fill(&s)
		err = source.Guarded(file, func() { r = build(s) })
	}
	if err != nil {
		return result{status: impossible, failure: err}
	}
	return r
}

func (b *builder) build(s source.Source) result {
	r := b.lay(s)
	if r.name == "" {
		return r
	}
	if err := b.stage(&r); err != nil {
		r.status, r.failure = impossible, err
	}
	return r
}

// lay checks a report and sets it on pages; it has a name if it may be written.
func (b *builder) lay(s source.Source) (r result) {
	o := b.Options
	var missing []problem.Problem
	o.Last, missing = b.lasts.Of(s.Report)
	r.paper = s.Lay(o, missing...)
	if !r.paper.Fileable(b.Options) {
		r.status = wrong
		return r
	}
	r.name, r.notes = filing.Name(r.paper.Document)
	return r
}

// stage prints the report and has its files ready beside their place.
func (b *builder) stage(r *result) error {
	var outputs []disk.Output
	print := b.print(r.paper)
	for _, format := range b.formats {
		print.Beside = render.Beside(b.formats, format, r.name)
		if b.folder == standardOutput {
			content, err := format.Write(print)
			if err != nil {
				return unmade(format, err)
			}
			r.content, r.paths, r.changed = content, []string{r.name + format.Extension}, true
			return nil
		}
		for _, file := range format.Files() {
			content, err := file.Write(print)
			if err != nil {
				return unmade(format, err)
			}
			outputs = append(outputs, disk.Output{Path: filepath.Join(b.folder, r.name+file.Extension), Content: content, Edited: file.Edited})
		}
	}
	b.open.Do(func() { b.made, b.barred = disk.OpenFolder(b.folder) })
	if b.barred != nil {
		return b.barred
	}
	var err error
	if r.staged, err = disk.Stage(outputs, b.force); err != nil {
		return err
	}
	for _, o := range outputs {
		r.paths = append(r.paths, o.Path)
	}
	return nil
}

// unmade says why a file could not be made.
func unmade(format render.Format, err error) error {
	if why := facechoice.Unprintable(err); why != "" {
		return errors.New(why)
	}
	return fmt.Errorf("程序排不出 %s 文件，请把这份报告发给开发者：%w", format.Name, err)
}

func (b *builder) print(p *filing.Paper) render.Print {
	if b.ofdA {
		return p.ForArchive(p.Print(b.pdfa))
	}
	return p.Print(b.pdfa)
}

// finish puts the files of a report in place, one report after the other in the
// order of the call: of two that would write one name, the first given does.
func (b *builder) finish(file string, r *result) {
	if r.name == "" {
		return // it is not to be written
	}
	// Windows and macOS take names that differ in capitals for one.
	name := strings.ToLower(r.name)
	first, taken := b.from[name]
	this := origin{file, r.paper.Document.Agency + r.paper.Document.Heading, filing.DigestOf(r.paper.Document)}
	switch {
	case taken && first.title == this.title && first.digest == this.digest: // what it prints is written, whatever kept it
		r.fail(nil)
		r.status, r.same = fine, first.file
		return
	case taken && first.title == this.title:
		r.fail(fmt.Errorf("%w。已照“%s”写出", source.Differ(first.file, file), source.Name(first.file)))
	case taken:
		r.fail(fmt.Errorf("与“%s”写出的文件同名（%s），没有写。请核对机关名称和年份，或者分两次写到不同的文件夹", source.Name(first.file), r.name))
	case r.failure == nil && r.staged != nil:
		var err error
		if r.changed, err = r.staged.Commit(); err != nil {
			r.fail(err)
		}
	}
	if r.failure != nil {
		return
	}
	b.from[name] = this
	b.list(r.paper.Document, r.name)
	if r.content == nil {
		if path, other := filing.ApartFromAny(r.paths); other != "" { // where not all formats were written
			r.notes = append(r.notes, apart(path, other))
		}
	}
	if b.made {
		b.made = false
		r.notes = append(r.notes, fmt.Sprintf("新建了文件夹“%s”", b.folder))
	}
}

// fail gives up a report that was ready to be written.
func (r *result) fail(err error) {
	if r.staged != nil {
		r.staged.Discard()
	}
	r.status, r.failure, r.paths, r.content = impossible, err, nil, nil
}
