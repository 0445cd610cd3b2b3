package problem

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/templates"
)

// Every code stands in docs/checks.md by its whole name, and every code that
// docs/checks.md names is a constant here or a sum of a template.
func TestCodesAreDocumented(t *testing.T) {
	docs, err := os.ReadFile("../docs/checks.md")
	if err != nil {
		t.Fatal(err)
	}
	known := append(codes(t), sums(t)...)
	var named []string
	for _, place := range regexp.MustCompile("`[a-z_.]+`|(?m)^##.*$").FindAllString(string(docs), -1) { // in headings without quotes
		for _, code := range regexp.MustCompile(`\b[a-z_]+\.[a-z_]+\b`).FindAllString(place, -1) {
			named = append(named, code)
			if !slices.Contains(known, code) {
				t.Errorf("docs/checks.md names %s, which is no code", code)
			}
		}
	}
	for _, code := range known {
		if !slices.Contains(named, code) {
			t.Errorf("docs/checks.md says nothing of %s", code)
		}
	}
}

// No other package spells a code.
func TestCodesAreSpelledHere(t *testing.T) {
	known := codes(t)
	slices.Sort(known)
	if unique := slices.Compact(slices.Clone(known)); len(unique) != len(known) || len(known) < 80 {
		t.Errorf("%d codes, %d different ones", len(known), len(unique))
	}
	known = append(known, sums(t)...)
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "problem" || e.Name() == "testdata" || e.Name() == "bench"):
			return fs.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, _ := strconv.Unquote(literal.Value); slices.Contains(known, text) {
					t.Errorf("%s spells %s", files.Position(n.Pos()), text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// codes are the values of the constants that begin with Code.
func codes(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "Code") {
			code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, code)
		}
		return true
	})
	return out
}

func sums(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, edition := range templates.Editions() {
		form, err := templates.Load(edition)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range form.Equations() {
			if !slices.Contains(out, e.Sum.Code) {
				out = append(out, e.Sum.Code)
			}
		}
	}
	return out
}
