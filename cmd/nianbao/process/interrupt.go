package process

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"nianbao/filing/disk"
	"nianbao/filing/office"
)

// Stoppable has nothing half written left behind when the user (Ctrl+C), the
// system, or a terminal that is closed ends the program. done ends that. reached
// tells how far the work was; nil: there is nothing to tell.
func Stoppable(stderr io.Writer, reached fmt.Stringer) (done func()) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, Endings()...)
	go func() {
		s, ok := <-asked
		if !ok {
			return
		}
		disk.CleanUp()
		office.CleanUp()
		if reached != nil {
			fmt.Fprint(stderr, reached)
		}
		fmt.Fprintln(stderr, "已中止。写好的文件都是完整的，没有写完的已经清除。")
		dieOf(s)
	}()
	return func() {
		signal.Stop(asked)
		close(asked)
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
	os.Exit(2) // on Windows: the program could not do its work
}
