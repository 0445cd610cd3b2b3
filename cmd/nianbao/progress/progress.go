// Package progress tells a terminal how far work on many files is.
package progress

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/rivo/uniseg"
	"github.com/schollz/progressbar/v3"

	"nianbao/cmd/nianbao/listing"
)

// patience is how long work may take before it is shown how far it is.
var patience = 2 * time.Second

// refresh is how often that is drawn anew: a file may take long.
const refresh = 500 * time.Millisecond

// A Bar is the line at the bottom: 核对报告 18/40，有错误 3，约剩 5 秒. A nil one shows nothing.
type Bar struct {
	sync.Mutex
	w            io.Writer
	what, bad    string
	all          int
	done, failed int
	began        time.Time
	line         *progressbar.ProgressBar
	shown        int // columns of the terminal that the line takes
	over         chan struct{}
	stop         <-chan struct{}
}

// Of shows work on so many files, where there is a terminal: what is done, and how
// those are called that fail. From when stop is closed it shows nothing any more.
// The library writes into pipes as well, so that it is asked only for a terminal.
func Of(w io.Writer, what, bad string, all int, stop <-chan struct{}) *Bar {
	terminal := listing.Terminal(w)
	if terminal == nil || all < 1 {
		return nil
	}
	b := &Bar{w: terminal, what: what, bad: bad, all: all, began: time.Now(), over: make(chan struct{}), stop: stop}
	// It is made to draw nothing itself: it would clear no line on Windows.
	b.line = progressbar.NewOptions(all, progressbar.OptionSetWriter(io.Discard), progressbar.OptionSetWidth(20), progressbar.OptionThrottle(0),
		progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false))
	go b.tick()
	return b
}

// Step is told of every file that is done.
func (b *Bar) Step(failed bool) {
	if b == nil {
		return
	}
	b.Lock()
	defer b.Unlock()
	b.done++
	if failed {
		b.failed++
	}
}

// Aside has something printed above the line.
func (b *Bar) Aside(print func()) {
	if b == nil {
		print()
		return
	}
	b.Lock()
	defer b.Unlock()
	b.clear()
	print()
	b.draw()
}

// End takes the line away.
func (b *Bar) End() {
	if b == nil {
		return
	}
	close(b.over)
	b.Lock()
	defer b.Unlock()
	b.clear()
}

func (b *Bar) tick() {
	for {
		select {
		case <-b.over:
			return
		case <-b.stop:
			return
		case <-time.After(refresh):
		}
		b.Lock()
		b.draw()
		b.Unlock()
	}
}

func (b *Bar) clear() {
	if b.shown > 0 {
		fmt.Fprintf(b.w, "\r%*s\r", b.shown, "")
		b.shown = 0
	}
}

func (b *Bar) draw() {
	select {
	case <-b.over:
		return
	case <-b.stop:
		b.shown = 0 // what is said of stopping stands there
		return
	default:
	}
	if time.Since(b.began) < patience || b.done == b.all {
		return
	}
	b.line.Set(b.done)
	b.line.Describe(b.text(time.Since(b.began)))
	line := strings.Trim(b.line.String(), "\r ")
	width := uniseg.StringWidth(line)
	fmt.Fprintf(b.w, "\r%s%*s", line, max(0, b.shown-width), "")
	b.shown = max(b.shown, width)
}

// text is the line without the bar.
func (b *Bar) text(took time.Duration) string {
	text := fmt.Sprintf("%s %d/%d", b.what, b.done, b.all)
	if b.failed > 0 {
		text += fmt.Sprintf("，%s %d", b.bad, b.failed)
	}
	if b.done > 0 && b.done < b.all {
		text += "，约剩" + spoken(took*time.Duration(b.all-b.done)/time.Duration(b.done))
	}
	return text
}

func spoken(d time.Duration) string {
	if d < 90*time.Second {
		return fmt.Sprintf(" %d 秒", max(1, int(d.Round(time.Second)/time.Second)))
	}
	return fmt.Sprintf(" %d 分钟", int(d.Round(time.Minute)/time.Minute))
}
