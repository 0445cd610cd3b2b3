package html_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	writer "nianbao/render/html"
)

// The Nu Html Checker finds nothing in the pages, and in the fragments only the
// border, without which some editors show no rules.
func TestNuHtmlChecker(t *testing.T) {
	if _, err := exec.LookPath("java"); err != nil {
		t.Skip("no java on this machine: pages were not validated")
	}
	root, err := exec.Command("npm", "root", "-g").Output()
	jar := filepath.Join(strings.TrimSpace(string(root)), "vnu-jar", "build", "dist", "vnu.jar")
	if _, missing := os.Stat(jar); err != nil || missing != nil {
		t.Skip("no Nu Html Checker on this machine (npm install -g vnu-jar)")
	}
	folder := t.TempDir()
	args := []string{"-jar", jar, "--format", "json", "--exit-zero-always"}
	for file, content := range others() {
		path := filepath.Join(folder, file)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	for name, d := range documents(t) {
		for file, content := range map[string]string{
			name + ".html": string(writer.Page(d, writer.Link{File: "报 告.docx", Text: "Word"})),
			name + ".fragment.html": `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title></head><body><h1>x</h1>` +
				string(writer.Fragment(d)) + `</body></html>`,
		} {
			path := filepath.Join(folder, file)
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
		}
	}
	cmd := exec.Command("java", args...)
	var out strings.Builder
	cmd.Stderr = &out
	if err := cmd.Run(); err != nil {
		t.Fatal(err, out.String())
	}
	var found struct {
		Messages []struct{ URL, Type, SubType, Message, Extract string }
	}
	if err := json.Unmarshal([]byte(out.String()), &found); err != nil {
		t.Fatal(err, out.String())
	}
	borders := 0
	for _, m := range found.Messages {
		if strings.HasSuffix(m.URL, ".fragment.html") && strings.Contains(m.Message, "“border” attribute") {
			borders++
			continue
		}
		t.Errorf("%s: %s %s: %s\n%s", filepath.Base(m.URL), m.Type, m.SubType, m.Message, m.Extract)
	}
	if borders == 0 {
		t.Error("the checker has looked at nothing")
	}
}
