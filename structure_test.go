package nianbao

import (
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"os"
)

// The README's one sentence names the folders in an order; each imports only
// those before it.
func TestImportsGoOneWay(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, sentence, _ := strings.Cut(string(readme), "\n> **templates**")
	sentence, _, _ = strings.Cut("**templates**"+sentence, "\n\n")
	var order []string
	for _, name := range regexp.MustCompile(`\*\*([a-z]+)\*\*`).FindAllStringSubmatch(sentence, -1) {
		order = append(order, name[1])
	}
	out, err := exec.Command("go", "list", "-f", "{{range .Imports}}{{$.ImportPath}} {{.}}\n{{end}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	folder := func(path string) string {
		name, _, _ := strings.Cut(strings.TrimPrefix(path, "nianbao/"), "/")
		return name
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), " ")
		if !strings.HasPrefix(to, "nianbao/") || folder(from) == folder(to) {
			continue
		}
		seen[folder(from)] = true
		a, b := slices.Index(order, folder(from)), slices.Index(order, folder(to))
		if a < 0 || b < 0 || b >= a {
			t.Errorf("%s imports %s; the README's order is %s", from, to, strings.Join(order, ", "))
		}
	}
	if len(seen) < 6 {
		t.Errorf("only %d folders were looked at", len(seen))
	}
}
