package ooxml

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// What there is to say of a file that cannot be read, in Chinese, without a full stop.
var (
	ErrCut      = errors.New("文件不完整或者已经损坏，" + FetchAgain)
	ErrLocked   = errors.New("文件加了密码，读不了；请在 Word 或 WPS 里去掉打开密码后再试")
	ErrTooMany  = errors.New("文件里的零件太多" + TooMuch)
	ErrUnpacked = fmt.Errorf("文件解开后超过 %d MB"+TooMuch, MaxUnpacked>>20)
)

// Parts of what is said of a file.
const (
	FetchAgain = "请重新拷贝或者下载一次"
	TooMuch    = "，不像是一份报告，没有读；请看看是不是拿错了文件"
)

// Missing says that a part is not there.
func Missing(part string) error {
	return fmt.Errorf("文件里缺少 %s，文件不完整；请用 Word 或 WPS 打开后重新保存", part)
}

// Twice says that two parts have one name.
func Twice(part string) error {
	return fmt.Errorf("文件里有两份 %s，说不准以哪一份为准；请用 Word、Excel 或 WPS 打开，核对后另存", part)
}

// A damage is a part that cannot be read, and why.
type damage struct {
	part string
	err  error
}

func (d *damage) Error() string { return d.part + ": " + d.err.Error() }
func (d *damage) Unwrap() error { return d.err }

// Explain is an error as people read it.
func Explain(err error) error {
	var d *damage
	switch {
	case !errors.As(err, &d):
		return err
	case errors.Is(err, ErrDoctype):
		return fmt.Errorf("文件的 %s 里有实体声明（DOCTYPE），Office 不写这样的内容，没有读", d.part)
	case errors.Is(err, ErrDepth):
		return fmt.Errorf("文件里层层相套得太深（超过 %d 层）"+TooMuch, MaxDepth)
	case errors.Is(err, ErrTag), errors.Is(err, ErrText):
		return fmt.Errorf("文件的 %s 里有一处太长"+TooMuch, d.part)
	case errors.Is(err, ErrEncoding):
		return fmt.Errorf("文件的 %s 不是用 UTF-8 或 UTF-16 写的；请用 Word 或 WPS 打开后重新保存", d.part)
	case errors.Is(err, ErrSyntax):
		return fmt.Errorf("文件的 %s 已经损坏；请用 Word 或 WPS 打开修复后重新保存", d.part)
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), corrupt(err):
		return ErrCut
	}
	return d.err
}

// corrupt: the compressed data itself is wrong.
func corrupt(err error) bool {
	return strings.HasPrefix(err.Error(), "flate:") || strings.Contains(err.Error(), ": flate:")
}
