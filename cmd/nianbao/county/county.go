// Package county has the subcommands of whoever collects the reports of many units.
package county

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"nianbao/cmd/nianbao/process"
	"nianbao/cmd/nianbao/progress"
	"nianbao/collecting"
	"nianbao/collecting/steps"
)

// A Console is where a subcommand writes.
type Console struct {
	Out *bufio.Writer
	Err io.Writer
	End *process.End // nil: nobody can ask
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

// A work is how far the reading of a folder is.
type work struct {
	bar       *progress.Bar
	done, all int
}

// watch tells a terminal how far the reading is, and ends it where somebody asks.
func (c Console) watch() (*work, steps.Watch) {
	w, ctx := &work{}, c.End.Gently()
	return w, steps.Watch{Context: ctx, Begin: func(all int) {
		w.all, w.bar = all, progress.Of(c.Err, "读报告", "读不了", all, ctx.Done())
	}, Done: func(done, _ int, f *collecting.File) {
		w.done = done
		w.bar.Step(f.Failure != "")
	}}
}

// failed says why the work could not be done, or how far it was when somebody ended it.
func (c Console) failed(err error, w *work) int {
	if errors.Is(err, context.Canceled) {
		err = fmt.Errorf("已停下：读了 %d 个文件，其余 %d 个没有读；结果没有写，放报告的文件夹没有动；再运行一次即可", w.done, w.all-w.done)
	}
	fmt.Fprintf(c.Err, "%v。\n", err)
	return Impossible
}
