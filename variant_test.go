package nianbao

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// A province's variant of the form is one file in templates. The program with
// that file offers it to nobody unasked and does with every report what it did
// without; asked for by name, it prints the variant and reads it from paper.
func TestProvincesVariant(t *testing.T) {
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{
		filepath.Join(root, "templates", "2021-province.json"): filepath.Join(root, "templates", "testdata", "2021-province.json"),
	}})
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	plain, more := filepath.Join(dir, "plain.exe"), filepath.Join(dir, "more.exe")
	command(t, 0, "go", "build", "-o", plain, "./cmd/nianbao")
	command(t, 0, "go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "-o", more, "./cmd/nianbao")

	reports, err := filepath.Glob("fixtures/*/report.json")
	if err != nil {
		t.Fatal(err)
	}
	var good []string
	for _, report := range reports {
		if !strings.Contains(report, "draft-") && !strings.Contains(report, "-long-name") {
			good = append(good, report)
		}
	}
	if len(good) < 10 {
		t.Fatalf("only %d reports", len(good))
	}
	work := func(program string) string {
		into := filepath.Join(dir, "out")
		var said strings.Builder
		said.WriteString(command(t, -1, program, append([]string{"build", "-faces", "embedded", "-o", into}, good...)...))
		words, err := filepath.Glob(filepath.Join(into, "*.docx"))
		if err != nil || len(words) < len(good)/2 {
			t.Fatalf("%d Word files of %d reports, %v", len(words), len(good), err)
		}
		for _, word := range words {
			savedAgain(t, word)
		}
		said.WriteString(command(t, -1, program, append([]string{"import", "-o", into}, words...)...))
		said.WriteString(command(t, -1, program, append([]string{"check", "-json", "-faces", "embedded"}, good...)...))
		said.WriteString(command(t, 0, program, "new", "-agency", "甲县", "-year", "2025"))
		said.WriteString(command(t, 0, program, "help", "new"))
		err = filepath.WalkDir(into, func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			said.WriteString(path + "\n")
			said.Write(data)
			return err
		})
		if err == nil {
			err = os.RemoveAll(into)
		}
		if err != nil {
			t.Fatal(err)
		}
		return said.String()
	}
	if a, b := work(plain), work(more); a != b {
		at := 0
		for a[at] == b[at] {
			at++
		}
		t.Errorf("a file more in templates changed what the program does:\n%q\n%q", a[max(0, at-200):min(len(a), at+200)], b[max(0, at-200):min(len(b), at+200)])
	}

	blank := command(t, 0, more, "new", "-agency", "甲县", "-year", "2025", "-edition", "2021-province")
	filled := strings.Replace(blank, `"blank_as": ""`, `"blank_as": "0"`, 1)
	filled = regexp.MustCompile(`("(preamble|overview|problems|other_matters)": )(null|"")`).ReplaceAllString(filled, `$1"主动公开、依申请公开、政府信息管理、平台建设、监督保障。"`)
	for cell, count := range map[string]string{"received": "7", "transferred": "7"} {
		row := regexp.MustCompile(`("` + cell + `": \{[^{}]*"research": )null`)
		if !row.MatchString(filled) {
			t.Fatalf("no row %q in\n%s", cell, blank)
		}
		filled = row.ReplaceAllString(filled, "${1}"+count)
	}
	report := filepath.Join(dir, "report.json")
	if err := os.WriteFile(report, []byte(filled), 0o644); err != nil {
		t.Fatal(err)
	}
	command(t, 0, more, "build", "-faces", "embedded", "-o", dir, report)
	words, _ := filepath.Glob(filepath.Join(dir, "*.docx"))
	if len(words) != 1 {
		t.Fatalf("%d Word files", len(words))
	}
	savedAgain(t, words[0])
	told := command(t, -1, more, "import", "-o", filepath.Join(dir, "read"), words[0])
	if !strings.Contains(told, "2021 年起的国家格式的地方变体（") || !strings.Contains(told, "科研院所") {
		t.Errorf("import says\n%s", told)
	}
	read, _ := filepath.Glob(filepath.Join(dir, "read", "*.json"))
	if len(read) != 1 {
		t.Fatalf("import wrote %d files: %s", len(read), told)
	}
	data, err := os.ReadFile(read[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"edition": ?"2021-province"`, `"transferred": ?\{[^}]*"research": ?7`, `"other": ?\{[^}]*"research": ?0`} {
		if !regexp.MustCompile(want).Match(data) {
			t.Errorf("no %s in what was read:\n%s", want, data)
		}
	}
}

// command runs a program and returns what it says; a status below 0 is any.
func command(t *testing.T, status int, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if exit, ok := err.(*exec.ExitError); err != nil && (!ok || status >= 0 && exit.ExitCode() != status) {
		t.Fatalf("%s %s: %v\n%s", filepath.Base(name), args[0], err, out)
	}
	return string(out)
}

// savedAgain has a Word file read by what it shows, as one that Word has saved is.
func savedAgain(t *testing.T, name string) {
	t.Helper()
	file, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, fixtures.SavedAgain(t, file, func(_, content string) string { return content }), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
