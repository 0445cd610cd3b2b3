package nianbao

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// LICENSES-libraries.txt has the licence of every module that is linked into
// the program, as the module itself has it, and that of the list of words.
func TestLibraries(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}", "./cmd/nianbao").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := strings.Split(strings.TrimSpace(string(out)), "\n")
	slices.Sort(modules)
	modules = slices.Compact(modules)
	root, err := exec.Command("go", "env", "GOROOT").Output() // of the running go: -trimpath cuts the compiler's
	if err != nil {
		t.Fatal(err)
	}
	modules = append(modules, "Go "+strings.TrimSpace(string(root)))
	var b strings.Builder
	for _, module := range modules {
		name, dir, ok := strings.Cut(module, " ")
		if !ok {
			continue
		}
		found, _ := filepath.Glob(filepath.Join(dir, "LICENSE*"))
		if len(found) == 0 {
			t.Fatalf("%s has no licence", name)
		}
		text, err := os.ReadFile(found[0])
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(name + "\n\n" + strings.TrimSpace(string(text)) + "\n\n" + strings.Repeat("=", 70) + "\n\n")
	}
	words, err := os.ReadFile(filepath.Join("render", "style", "words-LICENSE.txt"))
	if err != nil {
		t.Fatal(err)
	}
	b.WriteString("The list of words (render/style/words.txt), from cppjieba's dictionary\n\n" + strings.TrimSpace(string(words)) + "\n\n" + strings.Repeat("=", 70) + "\n\n")
	fixtures.Golden(t, "LICENSES-libraries.txt", []byte(b.String()))
}
