package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/cmd/nianbao-work/laying"
)

// batch is a folder of reports of every kind that there is an example of.
func batch(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	found, err := filepath.Glob("../../fixtures/*/report.json")
	if err != nil || len(found) < 10 {
		t.Fatalf("%d fixtures, %v", len(found), err)
	}
	for _, file := range found {
		name := filepath.Base(filepath.Dir(file))
		if !strings.HasPrefix(name, "signature-") { // they are all of one agency, and build writes the first
			write(t, filepath.Join(folder, name+".json"), read(t, file))
		}
	}
	write(t, filepath.Join(folder, "坏 “引号”.json"), []byte("{"))
	write(t, filepath.Join(folder, "空.json"), nil)
	write(t, filepath.Join(folder, "扫描件.doc"), []byte("scanned"))
	return folder
}

// What comes out of the queue is what `nianbao build` and `nianbao check -json` say.
func TestBatchIsWhatBuildWrites(t *testing.T) {
	program, in, store := nianbao(t), batch(t), t.TempDir()
	word := filepath.Join(t.TempDir(), "word")
	out, err := exec.Command(program, "build", filepath.Join(in, "minimal.json"), "-o", word, "-faces", "embedded").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	made, err := filepath.Glob(filepath.Join(word, "*.docx"))
	if err != nil || len(made) != 1 {
		t.Fatal(made, err)
	}
	content := read(t, made[0])
	if err := os.Remove(filepath.Join(in, "minimal.json")); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(in, "一份.docx"), content)

	call(t, fine, "submit", in, "-store", store)
	call(t, fine, "work", "-until-empty", "-store", store)
	laid := t.TempDir()
	call(t, impossible, "fetch", laid, "-store", store)

	built := t.TempDir()
	exec.Command(program, "build", in, "-o", built, "-faces", "embedded").Run() // some have errors
	want, got := tree(t, built), tree(t, laid)
	if len(want) < 20 {
		t.Fatalf("build writes only %d files", len(want))
	}
	for name, content := range want {
		if got[name] != content {
			t.Errorf("%s is not what build writes", name)
		}
		delete(got, name)
	}
	found := 0
	for name, content := range got {
		source, ok := strings.CutPrefix(name, laying.Findings+"/")
		if !ok {
			t.Errorf("build does not write %s", name)
			continue
		}
		found++
		source = strings.TrimSuffix(source, ".json")
		check := exec.Command(program, "check", source, "-json", "-faces", "embedded")
		check.Dir = in
		said, _ := check.Output()
		if a, b := unversioned(t, []byte(content)), unversioned(t, said); a != b {
			t.Errorf("%s: the findings are\n%s\nand check says\n%s", source, a, b)
		}
	}
	if n := len(tree(t, in)); found != n {
		t.Errorf("%d findings of %d files", found, n)
	}
	if s := stateOf(t, "-store", store); s.Files != s.Laid || s.Built+s.Waiting+s.InHand != 0 {
		t.Errorf("after everything was taken out: %+v", s)
	}
}

func unversioned(t *testing.T, findings []byte) string {
	t.Helper()
	var v map[string]json.RawMessage
	if err := json.Unmarshal(findings, &v); err != nil {
		t.Fatalf("%v\n%s", err, findings)
	}
	delete(v, "version")
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Each call starts the server anew, which then knows nothing of messages it has seen
// before; one content is built once all the same, whatever its files are called.
func TestOneResultForOneContent(t *testing.T) {
	store, in := t.TempDir(), t.TempDir()
	report := read(t, "../../fixtures/minimal/report.json")
	write(t, filepath.Join(in, "县A", "一.json"), report)
	write(t, filepath.Join(in, "县A", "二.json"), report)
	write(t, filepath.Join(in, "县B", "三.json"), report)
	says := func(out, part string) {
		t.Helper()
		if !strings.Contains(out, part) {
			t.Errorf("it does not say %q:\n%s", part, out)
		}
	}
	says(call(t, fine, "submit", in, "-store", store), "新放入 1 份，队列里已有相同的 2 份")
	says(call(t, fine, "submit", in, "-store", store), "新放入 0 份，队列里已有相同的 3 份")
	says(call(t, fine, "work", "-until-empty", "-store", store), "做了 1 份：写出文件 1 份")
	says(call(t, fine, "submit", in, "-store", store), "新放入 0 份，已经做好、等着取的 3 份")
	laid := t.TempDir()
	says(call(t, fine, "fetch", laid, "-store", store), "取出 3 份")
	files := tree(t, laid)
	for _, county := range []string{"县A", "县B"} {
		n := 0
		for name := range files {
			if strings.HasPrefix(name, county+"/") {
				n++
			}
		}
		if n != 2 {
			t.Errorf("%s has %d files, not a pair", county, n)
		}
	}
	says(call(t, fine, "submit", in, "-store", store), "新放入 0 份，以前取走了的 3 份")
	says(call(t, fine, "fetch", laid, "-store", store), "取出 0 份")

	// Its files are gone by now, so that one of another name has them built again.
	write(t, filepath.Join(in, "县C", "四.json"), report)
	says(call(t, fine, "submit", in, "-store", store), "新放入 1 份，以前取走了的 3 份")
	call(t, fine, "work", "-until-empty", "-store", store)
	says(call(t, fine, "fetch", laid, "-store", store), "取出 1 份")
	says(call(t, fine, "submit", in, "-again", "-store", store), "新放入 1 份，队列里已有相同的 3 份")
	call(t, fine, "work", "-until-empty", "-store", store)
	says(call(t, fine, "fetch", laid, "-store", store), "取出 4 份")
}

// many are reports that differ.
func many(t *testing.T, n int) string {
	t.Helper()
	folder := t.TempDir()
	report := string(read(t, "../../fixtures/laiyuan-2022/report.json"))
	for i := range n {
		unit := fmt.Sprintf("涞源县第%d局", i)
		write(t, filepath.Join(folder, fmt.Sprintf("%04d.json", i)), []byte(strings.Replace(report, `"agency": "涞源县"`, `"agency": "`+unit+`"`, 1)))
	}
	return folder
}

// A worker that is killed loses what it has in hand to another; nothing is lost.
func TestKilledWorker(t *testing.T) {
	store, in := t.TempDir(), many(t, 150)
	url, stop := serve(t, store)
	defer stop()
	call(t, fine, "submit", in, "-store", store)
	first := process(t, "work", "-store", store, "-ack-wait", "2s")
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the worker is at work", func() bool { s := stateOf(t, "-store", store); return s.Built > 5 && s.InHand > 0 })
	first.Process.Kill()
	first.Wait()
	s := stateOf(t, "-store", store)
	if s.InHand == 0 || s.Waiting == 0 {
		t.Fatalf("it was killed too late: %+v", s)
	}
	t.Logf("%s: killed with %d in hand, %d built, %d waiting", url, s.InHand, s.Built, s.Waiting)
	out := call(t, fine, "work", "-until-empty", "-store", store, "-ack-wait", "2s")
	if s = stateOf(t, "-store", store); s.Built != 150 {
		t.Errorf("%d of 150 are built\n%s", s.Built, out)
	}
	laid := t.TempDir()
	call(t, fine, "fetch", laid, "-store", store)
	if n := len(tree(t, laid)); n != 150*3 {
		t.Errorf("%d files of 150 reports", n)
	}
}
