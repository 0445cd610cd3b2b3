// Package laying lays the files of reports into a folder, as `nianbao build` does.
package laying

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
	"nianbao/filing/disk"
	"nianbao/render"
)

// Findings is the folder within the folder in which there is a JSON file for each
// report, of what is to be said of it.
const Findings = "核对结果"

// A Folder is one that reports are laid into.
type Folder struct {
	Path  string
	Flat  bool // all files side by side, whatever folders the reports lay in
	Force bool // over what somebody has worked on

	place string                 // by which it is known again
	from  map[string]*queue.File // path, in small letters → whose file lies there
	named map[string]string      // name of a source, in small letters → its content's key; "": there are several
}

// Open looks which files lie in a folder already, from those that were put in.
func Open(folder, place string, files []*queue.File) *Folder {
	f := &Folder{Path: folder, place: place, from: map[string]*queue.File{}, named: map[string]string{}}
	f.Know(files)
	for _, file := range files {
		if file.Laid == nil || file.Laid.Folder != place {
			continue
		}
		for _, path := range file.Laid.Paths {
			f.from[strings.ToLower(path)] = file
		}
	}
	return f
}

// Know is told of all that may be laid, before any of it is: what is called alike is told
// apart by name, whichever comes first.
func (f *Folder) Know(files []*queue.File) {
	for _, file := range files {
		if file.Laid != nil && file.Laid.Folder != f.place {
			continue
		}
		name := strings.ToLower(file.Name)
		if key, known := f.named[name]; !known {
			f.named[name] = file.Key
		} else if key != file.Key {
			f.named[name] = ""
		}
	}
}

// findings is where those of a file go. They keep the source's folders with Flat too,
// for sources are often all called alike.
func (f *Folder) findings(file *queue.File) string {
	named := path.Clean("/" + file.Name)[1:]
	if f.named[strings.ToLower(file.Name)] != file.Key {
		named += "." + file.Key[:min(8, len(file.Key))]
	}
	return path.Join(Findings, named+".json")
}

// A Ready report is written beside its place. Either Lay or Discard must be called.
type Ready struct {
	laid   queue.Laid
	staged *disk.Staged
	err    error
}

// Prepare does of laying all that takes long, and of many reports may be done at once.
func (f *Folder) Prepare(file *queue.File, r *job.Result) *Ready {
	below := path.Dir(path.Clean("/" + file.Name))[1:] // whoever put it in, it stays within the folder
	if f.Flat {
		below = ""
	}
	outputs := []disk.Output{{
		Path:    f.findings(file),
		Content: job.Named(r.Findings, file.Key, file.Name),
		Edited:  func([]byte) bool { return false }, // nobody works on it
	}}
	for _, one := range r.Files {
		outputs = append(outputs, disk.Output{Path: path.Join(below, path.Base(one.Name)), Content: one.Content, Edited: editedOf(one.Name)})
	}
	ready := &Ready{laid: queue.Laid{Folder: f.place}}
	for i, o := range outputs {
		ready.laid.Paths = append(ready.laid.Paths, o.Path)
		ready.laid.Sums = append(ready.laid.Sums, sum(o.Content))
		outputs[i].Path = filepath.Join(f.Path, filepath.FromSlash(o.Path))
		if _, ready.err = disk.OpenFolder(filepath.Dir(outputs[i].Path)); ready.err != nil {
			return ready
		}
	}
	ready.staged, ready.err = disk.Stage(outputs, f.Force)
	return ready
}

// Discard removes what was written beside its place.
func (r *Ready) Discard() {
	if r.staged != nil {
		r.staged.Discard()
	}
}

// Lay puts in place what came of a report for a file that was put in, all or nothing,
// one file after the other. Two whose Word or PDF want the same place both have it if they
// are of one content; else the second is refused. What an older content of the file left goes.
// Its errors are sentences.
func (f *Folder) Lay(file *queue.File, r *Ready) (queue.Laid, Old, error) {
	for _, path := range r.laid.Paths[1:] { // the first are the findings
		if first := f.from[strings.ToLower(path)]; first != nil && first.Source != file.Source && first.Key != file.Key {
			r.Discard()
			return r.laid, Old{}, fmt.Errorf("与“%s”写出的文件同名（%s），没有写。请核对机关名称和年份，或者取到另一个文件夹", first.Source, path)
		}
	}
	if r.err != nil {
		return r.laid, Old{}, r.err
	}
	if _, err := r.staged.Commit(); err != nil {
		return r.laid, Old{}, err
	}
	for _, path := range r.laid.Paths {
		f.from[strings.ToLower(path)] = file
	}
	return r.laid, f.removeOld(file, r.laid.Paths), nil
}

// editedOf tells whether somebody has worked on a file of a format.
func editedOf(name string) func([]byte) bool {
	for _, format := range render.Formats {
		for _, file := range format.Files() {
			if strings.HasSuffix(name, file.Extension) {
				return file.Edited
			}
		}
	}
	return nil
}
