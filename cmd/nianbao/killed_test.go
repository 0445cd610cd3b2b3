package main

import (
	"io"
	"io/fs"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func collectOn(day string) []string {
	return []string{"collect", "收件", "-list", "名单.csv", "-year", "2025", "-o", "out", "-date", day}
}

// collectForever collects on its days in turn until it is killed, and says when it
// has done so on each once.
func collectForever(days []string) {
	for round := 0; ; round++ {
		if round == 1 {
			os.Stdout.WriteString("\n")
		}
		for _, day := range days {
			if run(collectOn(day), nil, io.Discard, os.Stderr) != wrong {
				os.Exit(impossible)
			}
		}
	}
}

// tree is what the files in a folder and those in it hold.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files[path] = get(t, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Whenever collecting is killed or asked to end, each result is the old one or the
// new one, and what the units sent is as it was.
func TestCollectingEndedAtAnyMoment(t *testing.T) {
	const ends, most = 24, 300
	inFolder(t, "收件/甲.json", fixtureOf2025(t), "收件/里/乙.json", minimal(t, "2025年", "2026年", "2024", "2025", agency, "澄岭县统计局", "6条", "7条"),
		"名单.csv", "单位\n澄岭县史志办公室\n澄岭县统计局\n澄岭县公安局\n")
	sent := tree(t, "收件")
	days := []string{"2026-01-12", "2026-01-13"}
	whole := map[string]bool{}
	var names []string
	takes := time.Duration(0) // one collection, on this machine
	for _, day := range days {
		began := time.Now()
		nianbao(t, collectOn(day)...).want(t, wrong, "已写出")
		takes = max(takes, time.Since(began), 60*time.Millisecond)
		results := tree(t, "out")
		names = slices.Sorted(maps.Keys(results))
		for name, content := range results {
			whole[name+content] = true
		}
	}
	random, midway := rand.New(rand.NewSource(1)), 0
	for done := 0; done < ends || midway == 0 && done < most; done++ {
		asked := done%2 == 1 && runtime.GOOS != "windows"
		cmd := underWay(t, "collecting", days...)
		time.Sleep(time.Duration(random.Int63n(int64(takes))))
		if asked {
			cmd.Process.Signal(os.Interrupt)
		} else {
			cmd.Process.Kill()
		}
		cmd.Wait()
		left := 0
		found := tree(t, "out")
		for name, content := range found {
			switch {
			case strings.HasPrefix(filepath.Base(name), ".nianbao-"):
				left++
			case !whole[name+content]:
				t.Fatalf("%s is neither the old file nor the new one", name)
			}
		}
		if asked && left > 0 {
			t.Fatalf("who is asked to end leaves %q", slices.Sorted(maps.Keys(found)))
		}
		midway += min(1, left)
		if !maps.Equal(tree(t, "收件"), sent) {
			t.Fatal("what the units sent was touched")
		}
		// The next run sweeps what this one left.
		program("program", collectOn(days[done/2%2])...).Run()
		sweepAsLater(t)
		if now := slices.Sorted(maps.Keys(tree(t, "out"))); !slices.Equal(now, names) {
			t.Fatalf("the next run leaves %q", now)
		}
	}
	t.Logf("%d ends left something for the next run", midway)
	if midway == 0 {
		t.Error("no kill came in the middle of writing: the test shows nothing")
	}
}
