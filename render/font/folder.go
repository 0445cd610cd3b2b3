package font

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Bounds of a walk through a folder, far above what any machine has: somebody
// may name a whole disk.
const (
	deepest     = 8 // folders in folders
	mostFolders = 4000
	mostFiles   = 10000
)

// A walk lists the files of faces in folders, in the order of their names.
// What lies in two of them is listed once.
type walk struct {
	seen    map[string]bool // folders by their real names: links may lead in circles
	files   []string
	folders int
	cut     bool // a bound was met
}

// list is the files below a folder; cut says that it has more than are looked for.
func (w *walk) list(path string) (files []string, cut bool) {
	w.files, w.folders, w.cut = nil, 0, false
	w.folder(path, 0)
	return w.files, w.cut
}

func (w *walk) folder(path string, depth int) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		real = path // some drives of Windows; depth bounds the walk all the same
	}
	if w.seen[real] {
		return
	}
	if depth > deepest || w.folders >= mostFolders {
		w.cut = true
		return
	}
	w.seen[real] = true
	w.folders++
	entries, _ := os.ReadDir(path) // as far as it can be read
	for _, entry := range entries {
		name := filepath.Join(path, entry.Name())
		kind := entry.Type()
		if kind&fs.ModeSymlink != 0 {
			info, err := os.Stat(name)
			if err != nil {
				continue
			}
			kind = info.Mode().Type()
		}
		switch {
		case kind.IsDir():
			w.folder(name, depth+1)
		case kind.IsRegular() && isFontName(entry.Name()):
			if len(w.files) >= mostFiles {
				w.cut = true
				return
			}
			w.files = append(w.files, name)
		}
	}
}

func isFontName(name string) bool {
	return slices.Contains([]string{".ttf", ".ttc", ".otf", ".otc"}, strings.ToLower(filepath.Ext(name)))
}
