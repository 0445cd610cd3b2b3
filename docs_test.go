package nianbao

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// The files that the guides for developers send a reader to are there.
func TestGuidesNameWhatIsThere(t *testing.T) {
	path := regexp.MustCompile("`([a-z][a-zA-Z0-9_/.-]*/[a-zA-Z0-9_.-]+\\.(?:go|json|md|txt|js)|(?:[a-z_]+/)+[a-z_]+)`")
	for _, guide := range []string{"README.md", "CONTRIBUTING.md", "docs/architecture.md"} {
		text, err := os.ReadFile(guide)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, name := range path.FindAllSubmatch(text, -1) {
			found++
			if _, err := os.Stat(string(name[1])); err != nil {
				t.Errorf("%s names %s, which is not there", guide, name[1])
			}
		}
		if found < 2 {
			t.Errorf("%s: only %d files were looked for", guide, found)
		}
	}
}

// Every link of the guides to a file of the repository, and every file of deploy that
// a command in them takes, is there.
func TestGuidesLeadToWhatIsThere(t *testing.T) {
	guides, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	link := regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	taken := regexp.MustCompile(`(?:^|[\s` + "`" + `])(deploy/[a-zA-Z0-9_@./-]*[a-zA-Z0-9_@/])`)
	links, files := 0, 0
	for _, guide := range append(guides, "README.md", "CONTRIBUTING.md") {
		text, err := os.ReadFile(guide)
		if err != nil {
			t.Fatal(err)
		}
		for _, to := range link.FindAllSubmatch(text, -1) {
			links++
			if _, err := os.Stat(filepath.Join(filepath.Dir(guide), string(to[1]))); err != nil {
				t.Errorf("%s leads to %s, which is not there", guide, to[1])
			}
		}
		for _, file := range taken.FindAllSubmatch(text, -1) {
			files++
			if _, err := os.Stat(string(file[1])); err != nil {
				t.Errorf("%s takes %s, which is not there", guide, file[1])
			}
		}
	}
	if links < 30 || files < 10 {
		t.Errorf("only %d links and %d files were looked for", links, files)
	}
}
