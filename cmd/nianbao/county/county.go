// Package county has the subcommands of whoever collects the reports of many units.
package county

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"nianbao/filing/disk"
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
	if text == "" {
		return "", nil
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return "", fmt.Errorf("-%s 后面写日期，如 2026-01-20，这里写的是“%s”", flag, text)
	}
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day()), nil
}

// year checks -year.
func year(n int) error {
	if n < 2019 || n > 2100 {
		return errors.New("要写报告的年份，如 -year 2025")
	}
	return nil
}

// failed says why the work could not be done.
func (c Console) failed(err error) int {
	fmt.Fprintf(c.Err, "%v。\n", err)
	return Impossible
}

// write puts the results in place, all or none, in folders that are made for them.
func write(out string, outputs []disk.Output, force bool) (changed bool, err error) {
	if _, err := disk.OpenFolder(out); err != nil {
		return false, err
	}
	for _, o := range outputs {
		if err := os.MkdirAll(filepath.Dir(o.Path), 0o755); err != nil {
			return false, fmt.Errorf("不能新建文件夹“%s”：%s", filepath.Dir(o.Path), disk.Reason(err))
		}
	}
	return disk.Write(outputs, force)
}
