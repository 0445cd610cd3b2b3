package nianbao

import (
	"os"
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
