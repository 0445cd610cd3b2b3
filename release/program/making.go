package program

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// A Source is a file that says or shows how the faces were made. Name has its
// folder, with slashes: the scripts look for one another and for their list of
// characters where the repository has them.
type Source struct {
	Name    string
	Mode    fs.FileMode
	Content []byte
}

// scripts are what make.sh runs, and what that reads.
var scripts = []string{"faces/README.md", "faces/make.sh", "faces/faces.py", "faces/characters.py", "faces/outlines.py", "faces/curves.py", "standard.txt"}

// MakingOfFaces is what the terms of the embedded 仿宋 (GPL-3, clauses 1 and 6) ask
// for beside it: where the original face is and the scripts that make ours of it.
func MakingOfFaces() (making []Source, err error) {
	folder, err := output("", "go", "list", "-f", "{{.Dir}}", "nianbao/render/font")
	if err != nil {
		return nil, err
	}
	from := os.DirFS(filepath.FromSlash(strings.TrimSpace(folder)))
	terms, err := fs.Glob(from, "faces/LICENSES/*.txt") // in the order of their names
	if err != nil {
		return nil, err
	}
	for _, name := range append(terms, scripts...) {
		content, err := fs.ReadFile(from, name)
		if err != nil {
			return nil, err
		}
		mode := fs.FileMode(0o644)
		if path.Ext(name) == ".sh" { // not as the disk has it: Windows keeps no such right
			mode = 0o755
		}
		making = append(making, Source{name, mode, content})
	}
	return making, nil
}
