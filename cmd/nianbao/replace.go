package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// An output is one file to be written.
type output struct {
	path    string
	content []byte
	edited  func(file []byte) bool // whether a file is not as the program left it
	old     fs.FileInfo            // the file that it replaces; nil: none
	temp    string                 // the whole content, ready to be renamed
	backup  string                 // the old file under a second name
}

// replace puts all outputs in place or, where one cannot be, none. Whatever
// stops the program on the way, every path holds its old file or its new one:
// contents are completed and synced under other names, and a rename is atomic.
// A program that is killed may leave such a name, .nianbao-*.tmp, behind.
func replace(outputs []output) (failed string, err error) {
	defer func() {
		for _, o := range outputs {
			discard(o.temp)
			discard(o.backup)
		}
	}()
	for i := range outputs {
		if err := outputs[i].stage(); err != nil {
			return outputs[i].path, err
		}
	}
	for i := range outputs {
		if err := os.Rename(outputs[i].temp, outputs[i].path); err != nil {
			return outputs[i].path, errors.Join(err, undo(outputs[:i]))
		}
		outputs[i].temp = ""
	}
	return "", nil
}

// stage writes the content beside its place, and gives the old file a second
// name to come back by.
func (o *output) stage() (err error) {
	folder := filepath.Dir(o.path)
	if o.temp, err = writeTemp(folder, o.content); err != nil || o.old == nil {
		return err
	}
	// Colleagues keep the rights they had. Some drives know no rights, and that
	// is no reason to write nothing.
	os.Chmod(o.temp, o.old.Mode().Perm())
	if o.backup, err = linkTemp(folder, o.path); err != nil {
		// A memory stick (FAT) and some network drives have no links.
		o.backup, err = copyTemp(folder, o.path)
	}
	return err
}

// undo puts the old files back.
func undo(outputs []output) error {
	var errs []error
	for i := range outputs {
		o := &outputs[i]
		if o.old == nil {
			errs = append(errs, os.Remove(o.path))
			continue
		}
		errs = append(errs, os.Rename(o.backup, o.path))
		o.backup = ""
	}
	return errors.Join(errs...)
}

// writeTemp writes a new file with a name that nobody else has, to disk.
func writeTemp(folder string, content []byte) (string, error) {
	var f *os.File
	name, err := freeName(folder, func(name string) (err error) {
		f, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		return err
	})
	if err != nil {
		return "", err
	}
	_, err = f.Write(content)
	return name, errors.Join(err, f.Sync(), f.Close())
}

// linkTemp gives a file a second name.
func linkTemp(folder, path string) (string, error) {
	return freeName(folder, func(name string) error { return os.Link(path, name) })
}

// copyTemp is linkTemp where there are no links.
func copyTemp(folder, path string) (string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	return writeTemp(folder, content)
}

// freeName tries names until create does not find a file there. The process
// number keeps two runs apart; create must fail where a file exists.
func freeName(folder string, create func(name string) error) (string, error) {
	for i := 0; ; i++ {
		name := filepath.Join(folder, fmt.Sprintf(".nianbao-%d-%d.tmp", os.Getpid(), i))
		err := create(name)
		if err == nil {
			return name, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
	}
}

func discard(temp string) {
	if temp != "" {
		os.Remove(temp) // what cannot be removed is harmless
	}
}
