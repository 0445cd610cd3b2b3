package program

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	project "nianbao"
	"nianbao/render/font"
)

// Licences are the terms of everything in the program: its own, the faces', and
// those of the libraries that are compiled in, on any system.
func Licences() (string, error) {
	texts := []string{"nianbao\n\n" + project.Licence}
	faces, err := font.Licences()
	if err != nil {
		return "", err
	}
	texts = append(texts, faces...)
	root, err := root()
	if err != nil {
		return "", err
	}
	goRoot, err := output(root, "go", "env", "GOROOT")
	if err != nil {
		return "", err
	}
	folders := []string{"Go\t" + strings.TrimSpace(goRoot)}
	for _, t := range Targets {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/nianbao")
		list.Dir = root
		if list.Env, err = t.environment(root, os.Environ()); err != nil {
			return "", err
		}
		listed, err := list.Output()
		if err != nil {
			return "", err
		}
		folders = append(folders, strings.Split(strings.TrimSpace(string(listed)), "\n")...)
	}
	slices.Sort(folders)
	for _, line := range slices.Compact(folders) {
		name, folder, ok := strings.Cut(line, "\t")
		if !ok {
			continue // a package of Go's own
		}
		terms, err := licenceIn(folder)
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		texts = append(texts, name+"\n\n"+terms)
	}
	return strings.Join(texts, "\n"+strings.Repeat("=", 70)+"\n\n"), nil
}

// licenceIn is the text of the licence in a library's folder.
func licenceIn(folder string) (string, error) {
	for _, name := range []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "COPYING"} {
		if text, err := os.ReadFile(filepath.Join(folder, name)); err == nil {
			return string(text), nil
		}
	}
	return "", errors.New("no licence found in " + folder)
}
