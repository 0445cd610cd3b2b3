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
	// Keeping is what is said where the file is not as the program left it, up to how to
	// overwrite it; "": the words for what is printed of a report.
	Keeping string
	place   string      // where it really goes; Path may be a link
	old     fs.FileInfo // the file that it replaces; nil: none
	temp    string      // the whole content, ready to be renamed
	backup  string      // the old file under a second name
}

// replace puts outputs that are staged in place or, where one cannot be, none.
// Whatever stops the program on the way, every path holds its old file or its new
// one: contents are whole and synced under other names, and a rename is atomic. A
// program that is killed leaves such names behind until the next one sweeps them.
func replace(outputs []Output) (failed string, err error) {
	// Whoever interrupts the program waits until all stand in place.
	renaming.Lock()
	defer renaming.Unlock()
	for i := range outputs {
		if err := os.Rename(outputs[i].temp, outputs[i].place); err != nil {
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
	folder := filepath.Dir(o.place)
	rights := fs.FileMode(0o644)
	if o.old != nil {
		rights = o.old.Mode().Perm()&rights | 0o200
	}
	if o.temp, err = writeTemp(folder, o.Content, rights); err != nil || o.old == nil {
		return err
	}
	// Colleagues keep the file and the rights they had. Some drives know no rights,
	// and that is no reason to write nothing.
	keepOwner(o.temp, o.old)
	os.Chmod(o.temp, o.old.Mode().Perm())
	if o.backup, err = linkTemp(folder, o.place); err != nil {
		// A memory stick (FAT) and some network drives have no links.
		if o.backup, err = copyTemp(folder, o.place); err == nil {
			keepOwner(o.backup, o.old)
			os.Chmod(o.backup, o.old.Mode().Perm())
		}
	}
	return err
}

// undo puts the old files back.
func undo(outputs []Output) error {
	var errs []error
	for i := range outputs {
		o := &outputs[i]
		if o.old == nil {
			errs = append(errs, os.Remove(o.place))
			continue
		}
		err := os.Rename(o.backup, o.place)
		if err != nil {
			err = &stranded{o.place, keepBeside(o.backup, o.place), err}
		}
		errs = append(errs, err)
		forget(o.backup)
		o.backup = ""
	}
	return errors.Join(errs...)
}
