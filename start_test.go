package nianbao

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// What our own packages may set up before main, each: a table or two. Patterns,
// editions, faces and files of the page wait until they are asked for, for every
// command pays for what is made at start.
const (
	bytesAtStart       = 12 << 10
	allocationsAtStart = 80
)

// Libraries that set up more than that, and what for.
var heavyLibraries = map[string]string{
	"github.com/go-playground/validator/v10":                    "patterns of its checks",
	"github.com/gabriel-vasile/mimetype":                        "kinds of file, for the validator",
	"github.com/klauspost/compress/flate":                       "code tables",
	"github.com/prometheus/client_golang/prometheus/collectors": "the names of those metrics",
	"github.com/prometheus/client_golang/prometheus":            "metrics of Go itself, for /metrics",
	"github.com/prometheus/client_model/go":                     "its messages, for /metrics",
	"github.com/prometheus/procfs":                              "patterns of the files below /proc, for /metrics",
	"github.com/shopspring/decimal":                             "powers",
	"github.com/schollz/progressbar/v3":                         "its kinds of bars",
	"github.com/xuri/excelize/v2":                               "tables of its formulas and formats: 1.3 ms",
	"golang.org/x/text/encoding/htmlindex":                      "names of encodings, for excelize",
	"golang.org/x/net/html":                                     "entities",
}

// The runtime counts what every package allocates at start; the same program
// counts the same on every machine, however busy. It also says how often it
// collected garbage, which one report must never make it do.
func TestLittleIsMadeAtStart(t *testing.T) {
	program := filepath.Join(t.TempDir(), "nianbao.exe")
	command(t, 0, "go", "build", "-o", program, "./cmd/nianbao")
	traced := func(what string, args ...string) string {
		run := exec.Command(program, args...)
		run.Env = append(os.Environ(), "GODEBUG="+what+"=1")
		said, err := run.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		return string(said)
	}
	built := traced("gctrace", "build", "-faces", "embedded", "-o", t.TempDir(), "fixtures/laiyuan-2022/report.json")
	// What the libraries make before main, 2.4 MB, is now and then enough for a collection.
	for _, gc := range regexp.MustCompile(`(?m)^gc .* (\d+)->\d+->\d+ MB`).FindAllStringSubmatch(built, -1) {
		if megabytes, err := strconv.Atoi(gc[1]); err != nil || megabytes > 4 {
			t.Errorf("garbage is collected while one report is built: %s", gc[0])
		}
	}
	said := traced("inittrace", "help")
	own := 0
	for _, line := range regexp.MustCompile(`(?m)^init (\S+) @.*, (\d+) bytes, (\d+) allocs$`).FindAllStringSubmatch(said, -1) {
		name := line[1]
		bytes, err := strconv.Atoi(line[2])
		if err != nil {
			t.Fatal(err)
		}
		allocations, err := strconv.Atoi(line[3])
		if err != nil {
			t.Fatal(err)
		}
		ours := name == "main" || strings.HasPrefix(name, "nianbao")
		if ours {
			own++
			t.Logf("%s: %d bytes, %d allocations", name, bytes, allocations)
		}
		if host, _, _ := strings.Cut(name, "/"); !ours && !strings.Contains(host, ".") || heavyLibraries[name] != "" {
			continue // the standard library, or known
		}
		if bytes > bytesAtStart || allocations > allocationsAtStart {
			t.Errorf("%s makes %d bytes in %d allocations before main, and %d in %d are allowed", name, bytes, allocations, bytesAtStart, allocationsAtStart)
		}
	}
	if own < 3 {
		t.Errorf("only %d packages were looked at:\n%s", own, said)
	}
}
