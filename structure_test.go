package nianbao

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// docs/architecture.md lists the packages in an order; each imports only those
// before it, and the README's one sentence names their folders in that order.
func TestImportsGoOneWay(t *testing.T) {
	order := listed(t, "docs/architecture.md", "(?m)^\\| `([a-z/-]+)` \\|")
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		names := strings.Fields(line)
		name, ours := strings.CutPrefix(names[0], "nianbao/")
		if !ours {
			continue // the root only holds licences
		}
		seen[name] = true
		at := slices.Index(order, name)
		if at < 0 {
			t.Errorf("docs/architecture.md does not list %s", name)
			continue
		}
		for _, imported := range names[1:] {
			imported, ours := strings.CutPrefix(imported, "nianbao/")
			if ours && !slices.Contains(order[:at], imported) {
				t.Errorf("%s imports %s, which does not stand before it in docs/architecture.md", name, imported)
			}
		}
	}
	for _, name := range order {
		if !seen[name] {
			t.Errorf("docs/architecture.md lists %s, which is no package", name)
		}
	}
	var folders []string
	for _, name := range order {
		folder, _, _ := strings.Cut(name, "/")
		if !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	if sentence := listed(t, "README.md", `\*\*([a-z]+)\*\*`); !slices.Equal(sentence, folders) {
		t.Errorf("the README's order is\n%s\nthat of docs/architecture.md\n%s", strings.Join(sentence, ", "), strings.Join(folders, ", "))
	}
}

// mostFiles is how many files a package may have without its tests: as many as
// somebody who is new can look through. What grows beyond it has a unit in it that
// is a package of its own.
const mostFiles = 29

func TestNoPackageIsCrowded(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{len .GoFiles}} {{len .IgnoredGoFiles}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := 0
	for line := range strings.Lines(string(out)) {
		var name string
		var files, others int // those of other systems
		if _, err := fmt.Sscan(line, &name, &files, &others); err != nil {
			t.Fatal(err)
		}
		packages++
		if files+others > mostFiles {
			t.Errorf("%s has %d files; find the package that is in it", name, files+others)
		}
	}
	if packages < 20 {
		t.Errorf("only %d packages are counted", packages)
	}
}

// What docs/architecture.md sends people to is there.
func TestFilesOfTheArchitecture(t *testing.T) {
	text, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	files := regexp.MustCompile("`([a-z0-9/-]+/[A-Za-z0-9_*.-]+)`").FindAllSubmatch(text, -1)
	if len(files) < 40 {
		t.Fatalf("it names %d files", len(files))
	}
	for _, file := range files {
		if found, err := filepath.Glob(string(file[1])); err != nil || len(found) == 0 {
			t.Errorf("docs/architecture.md names %s, which is not there", file[1])
		}
	}
}

// listed are the names that a pattern finds in a file, of the README in the one
// sentence that is the architecture.
func listed(t *testing.T, file, pattern string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if file == "README.md" {
		_, text, _ = strings.Cut(text, "\n> **templates**")
		text, _, _ = strings.Cut("**templates**"+text, "\n\n")
	}
	var names []string
	for _, name := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		names = append(names, name[1])
	}
	if len(names) < 10 {
		t.Fatalf("%s names only %v", file, names)
	}
	return names
}
