package main

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nianbao/release/program"
)

// Laid out as in the zip, the scripts find one another and their characters, and
// whatever file the text beside them names or leads to is there.
func TestMakingOfFaces(t *testing.T) {
	making, err := program.MakingOfFaces()
	if err != nil {
		t.Fatal(err)
	}
	linux := target{program.Target{System: "linux", Processor: "amd64"}}
	packed, err := linux.pack(nil, "", making)
	if err != nil {
		t.Fatal(err)
	}
	files := unzip(t, packed)
	folder := t.TempDir()
	for name, file := range files {
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(file.text), file.mode); err != nil {
			t.Fatal(err)
		}
	}
	faces := "nianbao/字体/faces"
	if files[faces+"/make.sh"].mode&0o111 == 0 {
		t.Error("make.sh cannot be run")
	}

	named := regexp.MustCompile("\\]\\(([^)]+)\\)|`([^` ]+\\.(?:py|sh|txt))`")
	links := 0
	for _, name := range named.FindAllStringSubmatch(files[faces+"/README.md"].text, -1) {
		to := name[1] + name[2]
		if strings.Contains(to, "://") {
			continue
		}
		links++
		if _, ok := files[path.Join(faces, to)]; !ok {
			t.Errorf("README.md leads to %s, which is not packed", to)
		}
	}
	if links < 10 {
		t.Errorf("only %d files were looked for", links)
	}

	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here to run the scripts with")
	}
	run := exec.Command(python, "-B", "-c", "import characters; print(len(characters.standard()))")
	run.Dir = filepath.Join(folder, filepath.FromSlash(faces))
	if said, err := run.CombinedOutput(); err != nil || strings.TrimSpace(string(said)) != "8105" {
		t.Errorf("the scripts do not run where they are packed: %v\n%s", err, said)
	}
}
