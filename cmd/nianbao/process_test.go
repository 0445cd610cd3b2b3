package main

import (
	"bytes"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/cmd/nianbao/process"
)

// program is the test binary in the program's place.
func program(as string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], withEmbedded(args)...)
	cmd.Env = append(os.Environ(), "NIANBAO_TEST_AS="+as)
	return cmd
}

// underWay is a process that has said that it has begun.
func underWay(t *testing.T, as string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := program(as, args...)
	ready, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := ready.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// buildForever builds its files in turn until it is killed, and says when it
// has built each once.
func buildForever(files []string) {
	for round := 0; ; round++ {
		if round == 1 {
			os.Stdout.WriteString("\n")
		}
		for _, file := range files {
			if run([]string{"build", "-faces", "embedded", "-o", "out", file}, nil, io.Discard, os.Stderr) != fine {
				os.Exit(impossible)
			}
		}
	}
}

// Whenever the program is killed, each file is the old one or the new one.
func TestKilledAtAnyMoment(t *testing.T) {
	const kills, most = 60, 600
	inFolder(t, "a.json", minimal(t), "b.json", minimal(t, "6条", "7条"))
	files := []string{filepath.Join("out", title+".docx"), filepath.Join("out", title+".pdf")}
	whole := map[string]bool{}
	for _, report := range []string{"a.json", "b.json"} {
		nianbao(t, "build", report, "-o", "out").want(t, fine)
		for _, file := range files {
			whole[get(t, file)] = true
		}
	}
	if len(whole) != 4 {
		t.Fatal("the two reports give the same files")
	}
	random, midway, done := rand.New(rand.NewSource(1)), 0, 0
	for ; done < kills || midway == 0 && done < most; done++ {
		cmd := underWay(t, "forever", "a.json", "b.json")
		time.Sleep(time.Duration(random.Intn(20_000)) * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal("the program had ended by itself: ", err)
		}
		cmd.Wait()
		for _, file := range files {
			if !whole[get(t, file)] {
				t.Fatalf("%s is neither the old file nor the new one", file)
			}
		}
		midway += min(1, len(leftovers(t)))
		// The next run sweeps what this one left.
		if said, err := program("program", "build", "a.json", "-o", "out").CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		sweepAsLater(t)
		wantFiles(t, "out", title+".docx", title+".pdf")
	}
	t.Logf("%d of %d kills came in the middle of writing", midway, done)
	if midway == 0 {
		t.Error("no kill came in the middle of writing: the test shows nothing")
	}
}

// leftovers are the temporary files in the folder out.
func leftovers(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("out/.nianbao-*.tmp")
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// sweepAsLater removes what a run an hour later would, where one at once does not.
func sweepAsLater(t *testing.T) {
	t.Helper()
	if runtime.GOOS != "windows" {
		return
	}
	for _, left := range leftovers(t) {
		if err := os.Remove(left); err != nil {
			t.Fatal(err)
		}
	}
}

// Who is asked to end leaves nothing behind.
func TestAskedToEndAtAnyMoment(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows sends no signals to one process")
	}
	inFolder(t, "a.json", minimal(t), "b.json", minimal(t, "6条", "7条"))
	random := rand.New(rand.NewSource(1))
	endings := process.Endings() // not SIGHUP, where nohup began the tests
	for i := range 60 {
		asked := endings[i%len(endings)]
		cmd := underWay(t, "forever", "a.json", "b.json")
		time.Sleep(time.Duration(random.Intn(20_000)) * time.Microsecond)
		cmd.Process.Signal(asked)
		cmd.Wait()
		if how := cmd.ProcessState.Sys().(syscall.WaitStatus); !how.Signaled() || how.Signal() != asked {
			t.Errorf("%v ended it with %v", asked, cmd.ProcessState)
		}
		if left := leftovers(t); len(left) > 0 {
			t.Fatalf("%v leaves %q", asked, left)
		}
		wantFiles(t, "out", title+".docx", title+".pdf")
	}
}

// Neither the folder, the time zone, the language nor the clock of a build
// server shows in the files.
func TestSameBytesEverywhere(t *testing.T) {
	var first [2]string
	for i, env := range [][]string{
		{"TZ=Asia/Shanghai", "LANG=zh_CN.GB18030"},
		{"TZ=America/Adak", "LANG=C", "SOURCE_DATE_EPOCH=1", "HOME=/nowhere", "GOMAXPROCS=1"},
	} {
		inFolder(t, "a.json", minimal(t))
		cmd := program("program", "build", "a.json")
		cmd.Env = append(cmd.Env, env...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		files := [2]string{get(t, title+".docx"), get(t, title+".pdf")}
		if i == 0 {
			first = files
		} else if files != first {
			t.Error("the bytes differ")
		}
	}
}

// A second build, a second later, gives the same bytes.
func TestSameBytesLater(t *testing.T) {
	inFolder(t, "a.json", minimal(t))
	nianbao(t, "build", "a.json", "-o", "one").want(t, fine)
	time.Sleep(1100 * time.Millisecond) // PDF and zip dates count seconds
	nianbao(t, "build", "a.json", "-o", "two").want(t, fine)
	for _, name := range []string{title + ".docx", title + ".pdf"} {
		if get(t, "one/"+name) != get(t, "two/"+name) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestNewFilesHaveTheUsersRights(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no umask")
	}
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no shell to set the umask")
	}
	inFolder(t, "a.json", minimal(t))
	for mask, want := range map[string]os.FileMode{"022": 0o644, "077": 0o600} {
		cmd := exec.Command("sh", "-c", "umask "+mask+" && exec \"$0\" build -faces embedded a.json -o "+mask, os.Args[0])
		cmd.Env = append(os.Environ(), "NIANBAO_TEST_AS=program")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		info, err := os.Stat(filepath.Join(mask, title+".pdf"))
		if err != nil || info.Mode() != want {
			t.Errorf("umask %s: %v", mask, info.Mode())
		}
	}
}

// A reader that closes its end must not stop the reports that follow.
func TestBrokenPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no SIGPIPE")
	}
	inFolder(t, "a.json", minimal(t, agency, "甲局"), "b.json", minimal(t, agency, "乙局"))
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	reader.Close()
	cmd := program("program", "build", "a.json", "b.json", "-o", "out")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = writer, &said
	if cmd.Run(); cmd.ProcessState.ExitCode() != impossible || said.Len() > 0 {
		t.Errorf("ended with %v and said %q", cmd.ProcessState, said.String())
	}
	if entries, err := os.ReadDir("out"); err != nil || len(entries) != 4 || !strings.HasSuffix(entries[0].Name(), ".docx") {
		t.Errorf("written: %v %v", entries, err)
	}
}
