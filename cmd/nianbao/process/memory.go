// Package process is what a command asks of the system: memory, and an orderly end.
package process

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// CollectLate keeps the garbage collector still until the program holds 64 MB,
// which most commands never do: collecting what ends with the process anyway took
// a fifth of a build. The first collection then puts back the usual pace, so that
// a service and a large batch run as ever. Whoever set GOGC or GOMEMLIMIT is left alone.
func CollectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	pace.Store(int64(debug.SetGCPercent(-1)))
	debug.SetMemoryLimit(64 << 20)
	runtime.AddCleanup(new([64]byte), func(struct{}) {
		serving.Lock()
		defer serving.Unlock()
		if !serving.is {
			collectAt(pace.Load())
		}
	}, struct{}{})
}

// serving: the pace is a service's, and stays.
var serving struct {
	sync.Mutex
	is bool
}

// CollectSeldom is for a service. A report leaves megabytes behind and little stays:
// it takes a fifth off a PDF's time. Above 140 MB it collects as often as it must:
// the program, its faces and what the system gives late come to that, and 200 are promised.
// Whoever set GOGC or GOMEMLIMIT is left alone.
func CollectSeldom() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	serving.Lock()
	defer serving.Unlock()
	serving.is = true
	debug.SetGCPercent(300)
	debug.SetMemoryLimit(140 << 20)
}

// pace is the percentage by which the heap grows between two collections; 0: the
// user's, or the test's, and not to be touched.
var pace atomic.Int64

// CollectForMany has a call that works on several reports collect from the start:
// it then takes less memory, and little longer.
func CollectForMany(files int) { collectFor(files, 150) }

// CollectForAny is for a call that may have a hundred thousand files, and keeps a little
// of each: what is kept of so many counts more than the time.
func CollectForAny(files int) {
	percent := int64(75)
	if files > 10_000 {
		percent = 40
	}
	collectFor(files, percent)
}

func collectFor(files int, percent int64) {
	if files > 1 && pace.Load() != 0 {
		pace.Store(percent)
		collectAt(percent)
	}
}

func collectAt(percent int64) {
	debug.SetMemoryLimit(math.MaxInt64)
	debug.SetGCPercent(int(percent))
}
