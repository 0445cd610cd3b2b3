package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// An Output is one file to be written.
type Output struct {
	Path    string
	Content []byte
	Edited  func(file []byte) bool // whether a file is not as the program left it
	old     fs.FileInfo            // the file that it replaces; nil: none
	temp    string                 // the whole content, ready to be renamed
	backup  string                 // the old file under a second name
}

// replace puts all outputs in place or, where one cannot be, none. Whatever
// stops the program on the way, every path holds its old file or its new one:
// contents are completed and synced under other names, and a rename is atomic.
// A program that is killed leaves such names behind until the next one sweeps them.
func replace(outputs []Output) (failed string, err error) {
	defer func() {
		for _, o := range outputs {
			discard(o.temp)
			discard(o.backup)
		}
	}()
	for i := range outputs {
		if err := outputs[i].stage(); err != nil {
			return outputs[i].Path, err
		}
	}
	// Whoever interrupts the program waits until all stand in place.
	renaming.Lock()
	defer renaming.Unlock()
	for i := range outputs {
		if err := os.Rename(outputs[i].temp, outputs[i].Path); err != nil {
			return outputs[i].Path, errors.Join(err, undo(outputs[:i]))
		}
		forget(outputs[i].temp)
		outputs[i].temp = ""
	}
	return "", nil
}

// stage writes the content beside its place, and gives the old file a second
// name to come back by.
func (o *Output) stage() (err error) {
	folder := filepath.Dir(o.Path)
	if o.temp, err = writeTemp(folder, o.Content); err != nil || o.old == nil {
		return err
	}
	// Colleagues keep the rights they had. Some drives know no rights, and that
	// is no reason to write nothing.
	os.Chmod(o.temp, o.old.Mode().Perm())
	if o.backup, err = linkTemp(folder, o.Path); err != nil {
		// A memory stick (FAT) and some network drives have no links.
		o.backup, err = copyTemp(folder, o.Path)
	}
	return err
}

// undo puts the old files back.
func undo(outputs []Output) error {
	var errs []error
	for i := range outputs {
		o := &outputs[i]
		if o.old == nil {
			errs = append(errs, os.Remove(o.Path))
			continue
		}
		errs = append(errs, os.Rename(o.backup, o.Path))
		forget(o.backup)
		o.backup = ""
	}
	return errors.Join(errs...)
}
