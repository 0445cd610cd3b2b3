package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"nianbao/fixtures"
)

// peak is the most memory, in KB, that the program held in a run.
func peak(t *testing.T, args ...string) int {
	t.Helper()
	cmd := program("program", args...)
	cmd.Env = append(cmd.Env, "NIANBAO_TEST_PEAK=peak.txt")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out[max(0, len(out)-300):])
	}
	found := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindStringSubmatch(get(t, "peak.txt"))
	if found == nil {
		t.Fatal("the system does not say how much memory was held")
	}
	kb, _ := strconv.Atoi(found[1])
	return kb
}

// A kept writer measures what is still held when the last file is told of.
type kept struct {
	last string
	heap uint64
}

func (k *kept) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte(k.last)) {
		runtime.GC()
		runtime.GC() // what is pooled goes with the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		k.heap = m.HeapAlloc
	}
	return len(p), nil
}

// check keeps nothing of a file that it has reported but its name and whose it is: a
// hundred thousand are checked in 60 MB.
func TestMemoryOfManyFiles(t *testing.T) {
	const n, most, mostOfOne = 100, 60 << 10, 256 // files, KB, bytes
	inFolder(t)
	report := string(fixtures.Named(t, "laiyuan-2022").JSON)
	for i := range 4 * n {
		one := strings.Replace(report, `"agency": "涞源县"`, fmt.Sprintf(`"agency": "第%d县"`, i), 1)
		put(t, fmt.Sprintf("many/%04d.json", i), one)
		if i < n {
			put(t, fmt.Sprintf("few/%04d.json", i), one)
		}
	}
	held := func(folder string, files int) uint64 {
		k := kept{last: fmt.Sprintf("%04d.json", files-1)}
		if status := run(withEmbedded([]string{"check", folder}), nil, &k, &k); status != fine || k.heap == 0 {
			t.Fatalf("%d, %d bytes", status, k.heap)
		}
		return k.heap
	}
	held("few", n) // what is made once is made
	few, many := held("few", n), held("many", 4*n)
	t.Logf("after %d files %d KB are held, after %d %d KB", n, few>>10, 4*n, many>>10)
	if many > few+3*n*mostOfOne {
		t.Errorf("%d bytes are kept of a file", (many-few)/(3*n))
	}
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("no /proc here")
	}
	t.Setenv("GOMAXPROCS", "4") // as many files are in hand at once
	kb := peak(t, "check", "many")
	t.Logf("%d files: %d KB", 4*n, kb)
	if kb > most {
		t.Errorf("%d files take %d KB", 4*n, kb)
	}
}
