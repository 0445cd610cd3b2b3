// Command nianbao checks an office's yearly report on the disclosure of
// government information and writes it as Word and PDF.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"nianbao/cmd/nianbao/process"
)

func main() {
	process.CollectLate()
	// A reader that goes away (nianbao build … | head) must not stop the reports
	// that are still to be written; run returns 2 then.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
