package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// collectLate keeps the garbage collector still until the program holds 64 MB,
// which most commands never do: collecting what ends with the process anyway took
// a fifth of a build. The first collection then puts back the usual pace, so that
// a service and a large batch run as ever. Whoever set GOGC or GOMEMLIMIT is left alone.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	usual := debug.SetGCPercent(-1)
	debug.SetMemoryLimit(64 << 20)
	runtime.AddCleanup(new([64]byte), func(percent int) {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(percent)
	}, usual)
}
