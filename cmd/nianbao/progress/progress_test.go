package progress

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rivo/uniseg"
)

// TestMain lets the test binary stand in for a program that works on a terminal.
func TestMain(m *testing.M) {
	if os.Getenv("NIANBAO_TEST_AS") == "work" {
		patience = 600 * time.Millisecond
		work()
		return
	}
	os.Exit(m.Run())
}

// work has files that fail, a file that takes long, and says something of some.
func work() {
	stop := make(chan struct{})
	b := Of(os.Stderr, "核对报告", "有错误", 40, stop)
	for i := range 40 {
		if i == 5 {
			time.Sleep(1200 * time.Millisecond)
		}
		time.Sleep(20 * time.Millisecond)
		b.Step(i%10 == 0)
		b.Aside(func() { os.Stdout.WriteString("说\n") })
	}
	b.End()
	os.Stdout.WriteString("完了\n")
}

// On a terminal the line says how far, how much has failed and how long it will take;
// whatever else is printed begins on a line of its own, and nothing of it is left.
func TestOnATerminal(t *testing.T) {
	script, err := exec.LookPath("script")
	if err != nil {
		t.Skip("script (bsdutils) is not installed: there is no terminal to show it on")
	}
	cmd := exec.Command(script, "-qec", os.Args[0], os.DevNull)
	cmd.Env = append(os.Environ(), "NIANBAO_TEST_AS=work")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`\r核对报告 5/40，有错误 1，约剩 \d+ 秒 +12% +\|██ +\|`).Match(out) {
		t.Errorf("the long file shows nothing:\n%q", out)
	}
	screen := shown(string(out))
	if want := strings.Repeat("说\n", 40) + "完了\n"; screen != want {
		t.Errorf("there stands\n%s", screen)
	}
}

// shown is what stands on a terminal in the end: what is written over is gone.
func shown(out string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.ReplaceAll(out, "\r\n", "\n"), "\n") {
		var cells []string // a wide character has two, the second of them empty
		for piece := range strings.SplitSeq(line, "\r") {
			at := 0
			for g := uniseg.NewGraphemes(piece); g.Next(); {
				for i := range g.Width() {
					if at == len(cells) {
						cells = append(cells, "")
					}
					if cells[at] = ""; i == 0 {
						cells[at] = g.Str()
					}
					at++
				}
			}
		}
		lines = append(lines, strings.TrimRight(strings.Join(cells, ""), " "))
	}
	return strings.Join(lines, "\n")
}

// Nothing of progress goes into a pipe, a file or a buffer.
func TestForTerminalsAlone(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	f, err := os.Create(t.TempDir() + "/a")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if Of(new(bytes.Buffer), "", "", 9, nil) != nil || Of(w, "", "", 9, nil) != nil || Of(f, "", "", 9, nil) != nil {
		t.Error("what is no terminal would be told")
	}
	said := false
	var none *Bar
	none.Step(true)
	none.Aside(func() { said = true })
	none.End()
	if !said {
		t.Error("without a terminal nothing is said at all")
	}
}

func TestText(t *testing.T) {
	b := &Bar{what: "读报告", bad: "读不了", all: 1000}
	for _, c := range []struct {
		done, failed int
		took         time.Duration
		want         string
	}{
		{0, 0, time.Minute, "读报告 0/1000"}, {500, 0, time.Second, "读报告 500/1000，约剩 1 秒"},
		{100, 2, 30 * time.Second, "读报告 100/1000，读不了 2，约剩 5 分钟"}, {1000, 2, time.Minute, "读报告 1000/1000，读不了 2"},
	} {
		b.done, b.failed = c.done, c.failed
		if got := b.text(c.took); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
