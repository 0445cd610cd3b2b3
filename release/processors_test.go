package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"nianbao/fixtures"
	"nianbao/release/program"
)

const filed = "涞源县2022年政府信息公开工作年度报告"

// What the zips for other processors hold runs there, and writes what this
// machine's program writes.
func TestOtherProcessors(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the emulators of single programs are Linux's")
	}
	want := filedBy(t, program.Target{System: "linux", Processor: runtime.GOARCH})
	for processor, emulator := range map[string]string{"arm64": "qemu-aarch64-static", "loong64": "qemu-loongarch64-static"} {
		t.Run(processor, func(t *testing.T) {
			if _, err := exec.LookPath(emulator); err != nil {
				t.Skip("no " + emulator + " on this machine")
			}
			for name, content := range filedBy(t, program.Target{System: "linux", Processor: processor}, emulator) {
				if content != want[name] {
					t.Errorf("%s has other bytes than this machine's program writes", name)
				}
			}
		})
	}
}

// filedBy are the files that a target's program writes of a report, by their names.
func filedBy(t *testing.T, on program.Target, emulator ...string) map[string]string {
	t.Helper()
	folder := t.TempDir()
	if _, err := on.Build(folder); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(folder, on.File())
	report := filepath.Join(folder, "report.json")
	put(t, report, string(fixtures.Named(t, "laiyuan-2022").JSON), 0o644)
	words := append(emulator, binary, "build", "-faces", "embedded", "-o", filepath.Join(folder, "out"), report)
	if said, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return filedIn(t, filepath.Join(folder, "out"))
}

// filedIn are the two files of the report in a folder.
func filedIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	written := map[string]string{}
	for _, ending := range []string{".docx", ".pdf"} {
		content, err := os.ReadFile(filepath.Join(folder, filed+ending))
		if err != nil {
			t.Fatal(err)
		}
		written[ending] = string(content)
	}
	return written
}

func put(t *testing.T, name, content string, mode os.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), mode); err != nil {
		t.Fatal(err)
	}
}
