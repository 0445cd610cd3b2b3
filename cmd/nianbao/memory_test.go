package main

import (
	"fmt"
	"os"
	"regexp"
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

// check keeps nothing of a file that it has reported.
func TestMemoryOfManyFiles(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("no /proc here")
	}
	inFolder(t)
	report := string(fixtures.Named(t, "laiyuan-2022").JSON)
	for i := range 150 {
		one := strings.Replace(report, `"agency": "涞源县"`, fmt.Sprintf(`"agency": "第%d县"`, i), 1)
		put(t, fmt.Sprintf("many/%d.json", i), one)
		if i < 30 {
			put(t, fmt.Sprintf("few/%d.json", i), one)
		}
	}
	few, many := peak(t, "check", "few"), peak(t, "check", "many")
	t.Logf("30 files: %d KB, 150 files: %d KB", few, many)
	if many-few > 10<<10 {
		t.Errorf("120 files more take %d KB more", many-few)
	}
}
