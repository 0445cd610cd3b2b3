package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

var (
	renaming sync.Mutex // held while the files of a report are being put in place

	living = struct { // the temporary files of this process
		sync.Mutex
		paths map[string]string // by name
		next  int
	}{paths: map[string]string{}}
)

// CleanUp ends all writing of this process: what is being put in place is
// finished, every temporary file removed, and nothing written any more.
func CleanUp() {
	renaming.Lock()
	living.Lock()
	for _, path := range living.paths {
		os.Remove(path)
	}
}

// writeTemp writes a new file with a name that nobody else has, to disk.
func writeTemp(folder string, content []byte, rights fs.FileMode) (string, error) {
	var f *os.File
	name, err := freeName(folder, func(name string) (err error) {
		f, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, rights)
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
	return writeTemp(folder, content, 0o600)
}

// freeName tries names until create does not find a file there; create must
// fail where one exists.
func freeName(folder string, create func(name string) error) (string, error) {
	living.Lock()
	defer living.Unlock()
	for {
		name := tempName(living.next)
		path := filepath.Join(folder, name)
		living.next++
		err := create(path)
		if err == nil {
			living.paths[name] = path
			return path, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
	}
}

// discard removes a temporary file; what cannot be removed is swept later.
func discard(temp string) {
	if temp != "" {
		os.Remove(temp)
		forget(temp)
	}
}

// forget takes a name that is no temporary file any more off the list.
func forget(temp string) {
	living.Lock()
	delete(living.paths, filepath.Base(temp))
	living.Unlock()
}

// isOurs reports whether this very process made a temporary file.
func isOurs(name string) bool {
	living.Lock()
	defer living.Unlock()
	return living.paths[name] != ""
}
