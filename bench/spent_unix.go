//go:build unix

package main

import (
	"syscall"
	"time"
)

// spent is the processor's time that the process has taken: unlike the clock it does not
// count what others do on a busy machine.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // not for one's own process
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
