package pdf

import (
	"bytes"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"
)

// An effort is a level of compress/zlib. Level 5 gives the size of the standard
// library's 6 in half the time. Outlines of glyphs hardly repeat: in a face of many,
// level 3 takes half of the time of 6 and nine thousandths more room; in a small one
// the time is little and the room four times as much.
type effort int

const (
	usual    effort = 5
	outlines effort = 6
	many     effort = 3
	manyFrom        = 96 << 10 // bytes of a face
)

// effortFor is the effort for a face's program.
func effortFor(program []byte) effort {
	if len(program) < manyFrom {
		return outlines
	}
	return many
}

var deflaters = map[effort]*sync.Pool{
	usual:    {New: func() any { return newDeflater(usual) }},
	outlines: {New: func() any { return newDeflater(outlines) }},
	many:     {New: func() any { return newDeflater(many) }},
}

func newDeflater(e effort) *zlib.Writer {
	w, err := zlib.NewWriterLevel(nil, int(e))
	if err != nil {
		panic(err) // there is no such level
	}
	return w
}

// deflate returns data as a FlateDecode stream.
func deflate(data []byte, e effort) []byte {
	w := deflaters[e].Get().(*zlib.Writer)
	defer deflaters[e].Put(w)
	var b bytes.Buffer
	b.Grow(len(data)*3/4 + 64)
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
