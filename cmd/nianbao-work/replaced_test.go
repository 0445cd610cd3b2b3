package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A report that has errors now leaves no Word and PDF of its older version, which look valid.
func TestOldVersionGoes(t *testing.T) {
	store, in, laid := t.TempDir(), many(t, 2), t.TempDir()
	round := func(status int) string {
		t.Helper()
		call(t, fine, "submit", in, "-store", store)
		call(t, fine, "work", "-until-empty", "-store", store)
		return call(t, status, "fetch", laid, "-store", store)
	}
	round(fine)
	if n := len(tree(t, laid)); n != 2*3 {
		t.Fatalf("%d files of 2 reports", n)
	}
	write(t, filepath.Join(in, "0001.json"), []byte("{"))
	out := round(wrong)
	if strings.Count(out, "删去旧版  0001.json") != 2 {
		t.Errorf("fetch says\n%s", out)
	}
	var left []string
	for name := range tree(t, laid) {
		left = append(left, name)
	}
	if len(left) != 4 || slices.ContainsFunc(left, func(name string) bool { return strings.Contains(name, "第1局") }) {
		t.Errorf("there are %q", left)
	}
}
