package process

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"
	"time"

	"nianbao/filing/disk"
	"nianbao/filing/office"
)

// An End is the wish of the user (Ctrl+C), of the system, or of a terminal that is
// closed, that the program end. Nobody has one with a nil End.
type End struct {
	signals chan os.Signal
	heard   chan struct{} // closed when no more is listened
	stderr  io.Writer

	sync.Mutex
	gentle context.Context // ended by the first wish; nil: that ends the program at once
	end    context.CancelFunc
	signal os.Signal // the first wish; nil: there is none
}

// Stoppable has nothing half written left behind when the program is to end, which it
// does at once; see Gently.
func Stoppable(stderr io.Writer) *End {
	e := &End{signals: make(chan os.Signal, 2), heard: make(chan struct{}), stderr: stderr}
	signal.Notify(e.signals, Endings()...)
	go e.listen()
	return e
}

func (e *End) listen() {
	defer close(e.heard)
	for s := range e.signals {
		if e.first(s) {
			fmt.Fprintln(e.stderr, "\n正在停下，做完手上的一份就停；再按一次 Ctrl+C 立即停下。")
			continue
		}
		disk.CleanUp()
		office.CleanUp()
		fmt.Fprintln(e.stderr, "已中止。写好的文件都是完整的，没有写完的已经清除。")
		dieOf(s)
	}
}

// first takes the first wish of a program that is to end gently.
func (e *End) first(s os.Signal) bool {
	e.Lock()
	defer e.Unlock()
	if e.gentle == nil || e.signal != nil {
		return false
	}
	e.signal = s
	e.end()
	return true
}

// Gently has the first wish end a context, so that the file at hand is finished and
// no other begun. The second still ends the program at once.
func (e *End) Gently() context.Context {
	if e == nil {
		return context.Background()
	}
	e.Lock()
	defer e.Unlock()
	if e.gentle == nil {
		e.gentle, e.end = context.WithCancel(context.Background())
	}
	return e.gentle
}

// Done listens no more. Who was asked to end has ended what was at hand, shows what
// was said, and ends as the signal does: with status 130 after Ctrl+C.
func (e *End) Done(flush func() error) {
	signal.Stop(e.signals)
	close(e.signals)
	<-e.heard
	if e.signal != nil { // who listened has ended
		flush() // who reads no more is asked nothing
		dieOf(e.signal)
	}
}

// Endings are the signals that end the program, without those that whoever
// started it has it ignore, as nohup does.
func Endings() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
}

// dieOf ends the program as the signal does, so that a script that runs it in a
// loop ends too.
func dieOf(s os.Signal) {
	self, err := os.FindProcess(os.Getpid())
	for err == nil {
		signal.Reset(s)
		if err = self.Signal(s); err == nil {
			time.Sleep(10 * time.Millisecond) // still here where somebody began to listen in between
		}
	}
	os.Exit(interrupted) // on Windows
}

// interrupted is the status that shells give a program that Ctrl+C ended.
const interrupted = 130
