package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// Exit codes. Of several reports the highest counts.
const (
	fine       = 0
	wrong      = 1 // a report has errors
	impossible = 2 // the program could not do its work
)

// A console is where a subcommand reads and writes. Results go to out, what
// went wrong with the call itself goes to err; files and what programs read go to
// file, as they are.
type console struct {
	in   io.Reader
	out  *bufio.Writer // flushed by run, and after every report
	err  io.Writer
	file *bufio.Writer // standard output too
}

// aside is the console for what is said while a file goes to standard output.
// say prints it.
func (c console) aside() (other console, say func()) {
	other = c
	other.out = bufio.NewWriter(c.err)
	return other, func() { other.out.Flush() }
}

// misuse reports a wrong call: what is wrong and where to read on. Where the
// call asks for help, it prints that.
func misuse(c console, name, help string, err error) int {
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(c.out, help)
		return fine
	}
	message := err.Error()
	if !strings.HasSuffix(message, "？") {
		message += "。"
	}
	fmt.Fprintf(c.err, "%s\n用法见 nianbao %s -h。\n", message, name)
	return impossible
}

// standardOutput stands for it in -o.
const standardOutput = "-"

// oneForOutput refuses several files for standard output.
func oneForOutput(folder string, reports, formats int) error {
	switch {
	case folder != standardOutput:
		return nil
	case reports != 1:
		return errors.New("-o - 是写到标准输出，一次只能写一份报告")
	case formats != 1:
		return errors.New("-o - 是写到标准输出，只能写一种文件，请加上 -format docx 或者 -format pdf")
	}
	return nil
}
