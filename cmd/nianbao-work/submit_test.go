package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Two machines of one name put in files at one place: what the second replaces is told
// of, and nothing is where they have names of their own.
func TestReplacedBeforeItIsTakenOut(t *testing.T) {
	store, in := t.TempDir(), t.TempDir()
	first, second := read(t, "../../fixtures/minimal/report.json"), read(t, "../../fixtures/laiyuan-2022/report.json")
	submit := func(content []byte, args ...string) string {
		write(t, filepath.Join(in, "a.json"), content)
		return call(t, fine, append([]string{"submit", in, "-store", store}, args...)...)
	}
	submit(first)
	if out := submit(first); strings.Contains(out, "替换") {
		t.Errorf("what is the same is said to replace it:\n%s", out)
	}
	if out := submit(second, "-from", "县B"); strings.Contains(out, "替换") {
		t.Errorf("what is another machine's is said to replace it:\n%s", out)
	}
	if out := submit(second); !strings.Contains(out, "替换了还没有取走的 1 份") || !strings.Contains(out, "-from") {
		t.Errorf("it is not said that a file was replaced:\n%s", out)
	}
	if s := stateOf(t, "-store", store); s.Files != 2 {
		t.Errorf("%+v", s)
	}
}

// What is no file could keep the program for ever.
func TestDevicesAreNotRead(t *testing.T) {
	if _, err := os.Stat("/dev/null"); err != nil {
		t.Skip("there is no /dev/null")
	}
	out := call(t, impossible, "submit", "/dev/null", "-store", t.TempDir())
	if !strings.Contains(out, "设备") {
		t.Errorf("it says\n%s", out)
	}
}

// The options of how a report is built are those of `nianbao build`.
func TestOptionsAreThoseOfBuild(t *testing.T) {
	program, in, store := nianbao(t), batch(t), t.TempDir()
	options := []string{"-blank-as", "0", "-strict", "-pdfa", "3a"}
	call(t, fine, append([]string{"submit", in, "-store", store}, options...)...)
	call(t, fine, "work", "-until-empty", "-store", store, "-sync", "-parallel", "3", "-limit", "10m")
	laid, built := t.TempDir(), t.TempDir()
	call(t, impossible, "fetch", laid, "-store", store)
	exec.Command(program, append([]string{"build", in, "-o", built, "-faces", "embedded"}, options...)...).Run() // some have errors
	want, got := tree(t, built), tree(t, laid)
	if len(want) < 4 {
		t.Fatalf("build writes only %d files", len(want))
	}
	for name, content := range want {
		if got[name] != content {
			t.Errorf("%s is not what build writes", name)
		}
	}
	for name := range got {
		if want[name] == "" && !strings.Contains(name, "/") {
			t.Errorf("build does not write %s", name)
		}
	}
}

func TestHelp(t *testing.T) {
	for _, command := range commands() {
		if command.brief == "" {
			continue
		}
		if out := call(t, fine, command.name, "-h"); out != command.help || !strings.HasPrefix(out, "用法：nianbao-work "+command.name) {
			t.Errorf("%s -h prints\n%s", command.name, out)
		}
	}
	refused(t, "parallel", "-parallel", "3")
	for _, args := range [][]string{{"work", "-parallel", "0"}, {"work", "-limit", "10ms"}, {"submit", ".", "-blank-as", "1"}, {"submit", ".", "-pdfa", "5"}} {
		if out := call(t, impossible, args...); !strings.Contains(out, args[len(args)-2]) {
			t.Errorf("%v: it says\n%s", args, out)
		}
	}
}
