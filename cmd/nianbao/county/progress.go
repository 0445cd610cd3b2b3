package county

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"nianbao/collecting"
	"nianbao/collecting/steps"
)

// patience is how long work may take before it is shown how far it is.
const patience = 2 * time.Second

// A Reach is how far the reading is, for whoever ends the program meanwhile.
type Reach struct{ done, all atomic.Int64 }

// String is a line that says so while files are read, before anything is written.
func (r *Reach) String() string {
	done, all := r.done.Load(), r.all.Load()
	if done == all {
		return ""
	}
	return fmt.Sprintf("\n读了 %d 个文件，共 %d 个；结果还没有写，放报告的文件夹没有动。\n", done, all)
}

// watch follows the reading.
func (c Console) watch() steps.Watch {
	show := c.bar()
	return steps.Watch{Done: func(done, all int, f *collecting.File) {
		if c.Reach != nil {
			c.Reach.all.Store(int64(all))
			c.Reach.done.Store(int64(done))
		}
		if show != nil {
			show(done, all, f)
		}
	}}
}

// bar tells a terminal how far the reading is, how long it will take and what
// failed so far. The library writes into pipes as well, so that it is asked only for
// a terminal; nil: there is none.
func (c Console) bar() func(done, all int, f *collecting.File) {
	if !isTerminal(c.Err) {
		return nil
	}
	began := time.Now()
	var bar *progressbar.ProgressBar
	failed := 0
	return func(done, all int, f *collecting.File) {
		if f.Failure != "" {
			failed++
		}
		if bar == nil && (time.Since(began) < patience || done == all) {
			return
		}
		if bar == nil {
			bar = progressbar.NewOptions(all, progressbar.OptionSetWriter(c.Err), progressbar.OptionSetWidth(20), progressbar.OptionShowCount(),
				progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish())
		}
		bar.Describe(fmt.Sprintf("读报告（读不了 %d）", failed))
		bar.Set(done)
		if done == all {
			bar.Finish()
		}
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
