package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite LICENSES-libraries.txt")

// LICENSES-libraries.txt has the licence of every module that is linked into this
// program and not into nianbao, whose list has the others; and the modules of both have
// one version, since the same bytes are to come out.
func TestLibraries(t *testing.T) {
	modules := func(folder, format string) []string {
		c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if and (not .Main) (ne .Path \"nianbao\")}}"+format+"{{end}}{{end}}", ".")
		c.Dir = folder
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		slices.Sort(lines)
		return slices.Compact(lines)
	}
	const named = "{{.Path}} {{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}"
	ours, theirs := modules(".", named), modules("../nianbao", named)
	main := map[string]string{}
	for _, line := range theirs {
		name, version, _ := strings.Cut(line, " ")
		main[name] = version
	}
	for _, line := range ours {
		name, version, _ := strings.Cut(line, " ")
		// These two put no byte into a file; NATS wants later ones.
		if want := main[name]; want != "" && want != version && name != "golang.org/x/sys" && name != "golang.org/x/crypto" {
			t.Errorf("%s is %s here and %s in nianbao, which writes other bytes perhaps", name, version, want)
		}
	}
	var b strings.Builder
	for _, line := range modules(".", "{{.Path}} {{.Dir}}") {
		name, dir, _ := strings.Cut(line, " ")
		if main[name] != "" {
			continue
		}
		found, _ := filepath.Glob(filepath.Join(dir, "LICENSE*"))
		if len(found) == 0 {
			t.Fatalf("%s has no licence", name)
		}
		b.WriteString(name + "\n\n" + strings.TrimSpace(string(read(t, found[0]))) + "\n\n" + strings.Repeat("=", 70) + "\n\n")
	}
	if *update {
		if err := os.WriteFile("LICENSES-libraries.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if string(read(t, "LICENSES-libraries.txt")) != b.String() {
		t.Error("LICENSES-libraries.txt is not that of the modules; go test . -run Libraries -update")
	}
}
