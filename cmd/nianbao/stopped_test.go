package main

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"nianbao/cmd/nianbao/process"
)

// manyUnits puts so many reports of 2025 and their roster into the current folder.
func manyUnits(t *testing.T, n int) {
	t.Helper()
	list := "单位\n"
	for i := range n {
		name := fmt.Sprintf("定山县第%02d局", i)
		put(t, fmt.Sprintf("收件/%02d.json", i), minimal(t, "2025年", "2026年", "2024", "2025", agency, name))
		list += name + "\n"
	}
	put(t, "名单.csv", list)
}

// Whenever work on many files is asked to end, by whichever signal, it finishes what is
// at hand, says what was done, and leaves whole files alone; run again it does the rest.
func TestAskedToEndWhileWorkingOnMany(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows sends no signals to one process")
	}
	const units, ends, most = 24, 4, 40
	random := rand.New(rand.NewSource(1))
	for name, args := range map[string][]string{
		"build":   {"build", "收件", "-o", "out"},
		"book":    {"build", "收件", "-book", "out/book.pdf"},
		"check":   {"check", "收件"},
		"import":  {"import", "页", "-o", "out"},
		"collect": {"collect", "收件", "-list", "名单.csv", "-year", "2025", "-o", "out"},
		"sum":     {"sum", "收件", "-list", "名单.csv", "-year", "2025", "-agency", "定山县", "-o", "out/县.json"},
		"roster":  {"roster", "收件", "-o", "out/名单.xlsx"},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t)
			manyUnits(t, units)
			for i := range units {
				put(t, fmt.Sprintf("页/%02d.html", i), webPage(t, get(t, fmt.Sprintf("收件/%02d.json", i))))
			}
			os.Mkdir("out", 0o755)
			began := time.Now()
			all := program("program", args...)
			all.Run()
			if all.ProcessState.ExitCode() == impossible {
				t.Fatal("it does not work at all")
			}
			took := time.Since(began)
			whole := tree(t, "out")
			midway := 0
			for done := 0; done < ends || midway == 0 && done < most; done++ {
				if err := os.RemoveAll("out"); err != nil {
					t.Fatal(err)
				}
				os.Mkdir("out", 0o755)
				endings := process.Endings()
				asked := endings[done%len(endings)]
				cmd := program("program", args...)
				var said bytes.Buffer
				cmd.Stdout, cmd.Stderr = &said, &said
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Duration(random.Int63n(int64(took))))
				cmd.Process.Signal(asked)
				cmd.Wait()
				how := cmd.ProcessState.Sys().(syscall.WaitStatus)
				if !how.Signaled() && how.ExitStatus() != all.ProcessState.ExitCode() || how.Signaled() && how.Signal() != asked {
					t.Fatalf("%v ended it with %v:\n%s", asked, cmd.ProcessState, said.String())
				}
				found := tree(t, "out")
				for file, content := range found {
					if whole[file] != content {
						t.Fatalf("%s is not as it would be without an end, or has no business there:\n%s", file, said.String())
					}
				}
				if n, ok := stoppedAfter(said.String()); ok {
					midway++
					if files := filesOf(name, n); files >= 0 && len(found) != files {
						t.Errorf("%d files of %d reports:\n%s", len(found), n, said.String())
					}
				}
			}
			if midway == 0 {
				t.Error("no wish came in the middle of the work: the test shows nothing")
			}
			program("program", args...).Run()
			if !maps.Equal(tree(t, "out"), whole) {
				t.Errorf("run again it leaves %q", slices.Sorted(maps.Keys(tree(t, "out"))))
			}
		})
	}
}

// stoppedAfter is what a program that was stopped in the middle says of what it did.
func stoppedAfter(said string) (n int, ok bool) {
	found := regexp.MustCompile(`已停下：\D*(\d+) .*?其余 (\d+) `).FindStringSubmatch(said)
	if found == nil {
		return 0, false
	}
	n, _ = strconv.Atoi(found[1])
	return n, true
}

// filesOf is how many files a command that was stopped leaves; -1: it may have none or all.
func filesOf(command string, reports int) int {
	switch command {
	case "build":
		return 2 * reports
	case "import":
		return reports
	}
	return 0
}
