package main

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"nianbao/fixtures"
	"nianbao/release/program"
)

// The program of the Windows zip runs, and does what Windows asks of it alone.
func TestOnWindows(t *testing.T) {
	w := windows(t)
	report := string(fixtures.Named(t, "laiyuan-2022").JSON)
	put(t, filepath.Join(w.folder, "report.json"), report, 0o644)

	w.want(t, 0, "windows/amd64", "version")
	w.want(t, 0, "年报仿宋", "fonts", "-faces", "embedded")
	w.want(t, 0, "", "check", "report.json")
	w.want(t, 0, `out\`+filed+".docx", "build", "-faces", "embedded", "-o", "out", "report.json")
	want := filedBy(t, program.Target{System: "linux", Processor: runtime.GOARCH})
	for ending, content := range filedIn(t, filepath.Join(w.folder, "out")) {
		if content != want[ending] {
			t.Errorf("%s has other bytes than on Linux", ending)
		}
	}

	deep := strings.TrimSuffix(strings.Repeat(`很长的文件夹名字一二三四五六七八九十\`, 16), `\`) // 303 letters, where 260 end a path of old
	w.want(t, 0, filed+".pdf", "build", "-faces", "embedded", "-o", deep, "report.json")
	for _, name := range []string{`不行?*`, `con`} {
		w.want(t, 2, "Windows 不许用这样的名字", "build", "-faces", "embedded", "-o", name, "report.json")
	}
	put(t, filepath.Join(w.folder, "odd.json"), strings.Replace(report, `"涞源县"`, `"涞源县:甲?*"`, 1), 0o644)
	w.want(t, 0, `odd\涞源县：甲？＊2022年`, "build", "-faces", "embedded", "-o", "odd", "odd.json")

	// A folder in which nobody may write, a disk for reading alone where /sys is one.
	if err := os.Symlink("/sys", filepath.Join(w.folder, "prefix", "dosdevices", "r:")); err != nil {
		t.Fatal(err)
	}
	w.want(t, 2, `不能写“r:\kernel\`+filed, "build", "-faces", "embedded", "-o", `r:\kernel`, "report.json")
	w.want(t, 2, "换", "build", "-faces", "embedded", "-o", `r:\kernel`, "report.json") // it says what to do

	put(t, filepath.Join(w.folder, "报告.json"), report, 0o644)
	t.Run("double-click", w.doubleClicked)
	t.Run("code page 936", w.inCodePage936)
	t.Run("Ctrl+C", func(t *testing.T) { w.interrupted(t, report) })

	// A file that is open in Word stays as it is, and so does the one beside it.
	put(t, filepath.Join(w.folder, "report.json"), strings.Replace(report, "2022年，", "2022年内，", 1), 0o644)
	for _, ending := range []string{".docx", ".pdf"} {
		letGo := w.hold(t, `out\`+filed+ending)
		w.want(t, 2, "被 Word 或其他程序打开", "build", "-faces", "embedded", "-o", "out", "report.json")
		letGo()
		for ending, content := range filedIn(t, filepath.Join(w.folder, "out")) {
			if content != want[ending] {
				t.Errorf("%s was written although a file was held open", ending)
			}
		}
	}
	w.want(t, 0, "已写出", "build", "-faces", "embedded", "-o", "out", "report.json")
}

// A wine is a Windows in a folder of its own, with the program in it.
type wine struct {
	folder    string
	env       []string
	addresses string // a file of those that a browser was asked for
}

func windows(t *testing.T) wine {
	t.Helper()
	for _, tool := range []string{"wine", "x86_64-w64-mingw32-gcc", "script"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("no " + tool + " on this machine")
		}
	}
	folder := t.TempDir()
	w := wine{folder: folder, env: append(os.Environ(), "WINEPREFIX="+filepath.Join(folder, "prefix"), "WINEDEBUG=-all", "WINEDLLOVERRIDES=bcryptprimitives=n;mscoree,mshtml=")}
	w.browser(t)
	exe, err := program.Target{System: "windows", Processor: "amd64"}.Build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(folder, "nianbao.exe"), string(exe), 0o755)
	t.Cleanup(func() { w.command("wineboot", "--kill").Run() })
	w.must(t, "wine", "wineboot", "--init")
	w.must(t, "x86_64-w64-mingw32-gcc", "-shared", "-o", "prefix/drive_c/windows/system32/bcryptprimitives.dll", testdata(t, "prng.c"), "-ladvapi32")
	w.must(t, "x86_64-w64-mingw32-gcc", "-municode", "-o", "hold.exe", testdata(t, "hold.c"))
	return w
}

func testdata(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func (w wine) command(words ...string) *exec.Cmd {
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir, cmd.Env = w.folder, w.env
	return cmd
}

func (w wine) must(t *testing.T, words ...string) {
	t.Helper()
	if said, err := w.command(words...).CombinedOutput(); err != nil {
		t.Fatalf("%q: %v\n%s", words, err, said)
	}
}

// want calls the program and wants its exit code and what it says.
func (w wine) want(t *testing.T, status int, says string, args ...string) {
	t.Helper()
	out, err := w.command(append([]string{"wine", "nianbao.exe"}, args...)...).CombinedOutput()
	got := 0
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		got = ended.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	if got != status || !strings.Contains(string(out), says) {
		t.Errorf("%q ends with %d, want %d, and says %q:\n%s", args, got, status, says, out)
	}
}

// hold has another program hold a file open until it is let go.
func (w wine) hold(t *testing.T, path string) (letGo func()) {
	t.Helper()
	cmd := w.command("wine", "hold.exe", path)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(out).ReadString('\n'); strings.TrimSpace(said) != "held" {
		t.Fatalf("%q, %v", said, err)
	}
	return func() {
		in.Close()
		cmd.Wait()
	}
}
