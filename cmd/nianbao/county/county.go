// Package county has the subcommands of whoever collects the reports of many units.
package county

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"nianbao/collecting/steps"
)

// A Console is where a subcommand writes.
type Console struct {
	Out   *bufio.Writer
	Err   io.Writer
	Reach *Reach // nil: nobody asks
}

// Exit codes.
const (
	Fine       = 0
	Wrong      = 1 // somebody is missing, or has errors
	Impossible = 2 // something could not be read or written
)

// only is the one argument of a call.
func only(args []string, what string) (string, error) {
	switch len(args) {
	case 1:
		return args[0], nil
	case 0:
		return "", errors.New("没有写" + what)
	}
	return "", fmt.Errorf("只能写一个%s，这里写了 %d 个", what, len(args))
}

// day is a date as it is printed; "" where none was given.
func day(text, flag string) (string, error) {
	day, err := steps.Day(text)
	if err != nil {
		return "", fmt.Errorf("-%s 后面%w", flag, err)
	}
	return day, nil
}

// year checks -year.
func year(n int) error {
	if !steps.IsYear(n) {
		return errors.New("要写报告的年份，如 -year 2025")
	}
	return nil
}

// failed says why the work could not be done.
func (c Console) failed(err error) int {
	fmt.Fprintf(c.Err, "%v。\n", err)
	return Impossible
}
