package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long work may take before it is shown how far it is.
const patience = 2 * time.Second

// A progress tells a terminal how far work is; pipes are told nothing.
type progress struct {
	out   io.Writer // nil: there is no terminal
	what  string
	began time.Time
	bar   *progressbar.ProgressBar
}

func progressOf(c console, what string) *progress {
	p := &progress{what: what, began: time.Now()}
	if isTerminal(c.err) {
		p.out = c.err
	}
	return p
}

// show says that so many of all are done, and beside the bar what else there is to say.
func (p *progress) show(done, all int, beside string) {
	if p.out == nil || p.bar == nil && (time.Since(p.began) < patience || done == all) {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(all, progressbar.OptionSetWriter(p.out), progressbar.OptionSetWidth(20), progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	if p.bar.GetMax() != all {
		p.bar.ChangeMax(all)
	}
	p.bar.Describe(p.what + beside)
	p.bar.Set(done)
	if done == all {
		p.bar.Finish()
		p.bar = nil
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
