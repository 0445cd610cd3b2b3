// Command nianbao-work builds batches of reports from a queue, on as many machines as
// there are.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a reader that goes away does not end what is in hand
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
