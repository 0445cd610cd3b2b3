package pdf

import (
	"bytes"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"
)

// level 5 gives the size of the standard library's 6 in half the time.
const level = 5

var deflaters = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, level)
	if err != nil {
		panic(err) // level is out of range
	}
	return w
}}

// deflate returns data as a FlateDecode stream.
func deflate(data []byte) []byte {
	w := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(w)
	var b bytes.Buffer
	b.Grow(len(data)/2 + 64)
	w.Reset(&b)
	w.Write(data) // a bytes.Buffer returns no errors
	w.Close()
	return b.Bytes()
}

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
