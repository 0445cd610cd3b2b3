package pdf

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
)

// runAll does independent jobs on all processors and returns their errors.
// Each job keeps its result to itself, so the order they end in does not show.
func runAll(jobs []func() error) error {
	errs := make([]error, len(jobs))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(jobs) {
					return
				}
				errs[i] = jobs[i]()
			}
		})
	}
	workers.Wait()
	return errors.Join(errs...)
}
