package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"nianbao/fixtures"
)

// Every fixture's Word file, saved again by LibreOffice as a Word file, as a web
// page, and as both in turn, reads back to the report.
func TestWhatLibreOfficeSaves(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed: nothing was saved by another program")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes half a minute")
	}
	inFolder(t)
	cases := fixtures.Good(t)
	for i, c := range cases {
		put(t, "数据/report.json", string(c.JSON))
		put(t, name(i, "json"), string(c.JSON))
		nianbao(t, "build", "数据/report.json", "-format", "docx", "-o", "出").want(t, fine)
		if err := os.Rename(only(t, "出/*.docx"), name(i, "docx")); err != nil {
			t.Fatal(err)
		}
	}
	save(t, "docx", "html", "网页")
	save(t, "docx", "docx", "另存")
	save(t, "网页/html", "docx", "网页另存")
	for i, c := range cases {
		for _, saved := range []string{"网页/" + name(i, "html"), "另存/" + name(i, "docx"), "网页另存/" + name(i, "docx")} {
			if a := nianbao(t, "diff", name(i, "json"), saved); a.status != fine {
				t.Errorf("%s, %s:\n%s%s", c.Name, saved, a.out, a.err)
			}
		}
	}
}

func name(i int, extension string) string { return fmt.Sprintf("%02d.%s", i, extension) }

// save has LibreOffice save files of one kind as another, into a folder.
func save(t *testing.T, from, to, folder string) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(from), "*."+filepath.Base(from)))
	profile, err := filepath.Abs("profile")
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", to, "--outdir", folder}, files...)
	if filepath.Dir(from) != "." {
		args = append([]string{"--infilter=HTML (StarWriter)"}, args...)
	}
	if said, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
}
