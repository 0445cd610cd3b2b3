package serve_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestModulesInNode runs the page's plain functions where node is.
func TestModulesInNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node on this machine")
	}
	if out, err := exec.Command(node, "--test", "--test-reporter=dot", "pagetest/modules.test.js").CombinedOutput(); err != nil {
		t.Errorf("%v\n%.4000s", err, out)
	}
}

// TestModulesInTheBrowser runs the same cases in the browser.
func TestModulesInTheBrowser(t *testing.T) {
	v := visit(t, 800, 600)
	files := httptest.NewServer(http.FileServer(http.Dir("."))) // a page of its own: the program's lets no other in
	t.Cleanup(files.Close)
	v.do(chromedp.Navigate(files.URL + "/pagetest/"))
	wrong := script[[]string](v, `import("/pagetest/cases.js").then(async ({ cases }) => {
		const wrong = cases.length > 50 ? [] : ["the cases are gone"];
		for (const { module, call, given, want } of cases) {
			const got = (await import("/page/" + module))[call](...given);
			if (JSON.stringify(got) !== JSON.stringify(want)) wrong.push(call + JSON.stringify(given) + " is " + JSON.stringify(got) + ", want " + JSON.stringify(want));
		}
		return wrong;
	})`)
	for _, what := range wrong {
		t.Error(what)
	}
	v.mu.Lock()
	v.faults = nil // a folder has no icon
	v.mu.Unlock()
}

// TestTypes has TypeScript look at the page's script.
func TestTypes(t *testing.T) {
	tsc, err := exec.LookPath("tsc")
	if err != nil {
		t.Skip("no tsc on this machine (npm install -g typescript)")
	}
	if out, err := exec.Command(tsc, "-p", "page/jsconfig.json").CombinedOutput(); err != nil {
		t.Errorf("%v\n%.4000s", err, out)
	}
}

// TestNoCircle: no module imports itself by way of others.
func TestNoCircle(t *testing.T) {
	imports := map[string][]string{}
	files, _ := filepath.Glob("page/*.js")
	if len(files) < 10 {
		t.Fatal("the page's modules are gone")
	}
	pattern := regexp.MustCompile(`(?m)^import .*from "\./([^"]+)";`)
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range pattern.FindAllSubmatch(content, -1) {
			imports[filepath.Base(file)] = append(imports[filepath.Base(file)], string(found[1]))
		}
	}
	var walk func(way []string) error
	seen := map[string]bool{}
	walk = func(way []string) error {
		at := way[len(way)-1]
		if slices.Contains(way[:len(way)-1], at) {
			return fmt.Errorf("%s", strings.Join(way, " → "))
		}
		if seen[at] {
			return nil
		}
		for _, next := range imports[at] {
			if err := walk(append(slices.Clone(way), next)); err != nil {
				return err
			}
		}
		seen[at] = true
		return nil
	}
	for file := range imports {
		if err := walk([]string{file}); err != nil {
			t.Fatal(err)
		}
	}
}
