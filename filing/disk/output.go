// Package disk puts a report's files in place: whole or not at all, never over
// what somebody else wrote, and with nothing left beside them.
package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"nianbao/manuscript"
)

// OpenFolder makes sure that there is a folder to write into; made says that it
// had to be created. Its errors are sentences.
func OpenFolder(folder string) (made bool, err error) {
	info, err := os.Stat(folder)
	switch {
	case err == nil && info.IsDir():
		return false, nil
	case err == nil:
		return false, &Advised{Why: fmt.Sprintf("“%s”是文件，不是文件夹，", folder), AtCommand: "请用 -o 另写一个文件夹", OnPage: "请另写一个文件夹"}
	case !errors.Is(err, fs.ErrNotExist):
		return false, fmt.Errorf("不能用文件夹“%s”：%s", folder, Reason(err))
	}
	if looksLikeFile(folder) {
		return false, &Advised{AtCommand: fmt.Sprintf("-o 后面要写文件夹，“%s”像是文件的名字；文件的名字由报告的标题来定", folder), OnPage: fmt.Sprintf("这里要写文件夹，“%s”像是文件的名字", folder)}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return false, fmt.Errorf("不能新建文件夹“%s”：%s", folder, Reason(err))
	}
	return true, nil
}

// looksLikeFile: who writes -o 年报.docx means a file.
func looksLikeFile(folder string) bool {
	return manuscript.ByName(folder) != nil
}

// Write puts the files of one report in place, all or none. A file that has the
// content already is left alone; changed says that one had not. Its errors are
// sentences.
func Write(outputs []Output, force bool) (changed bool, err error) {
	staged, err := Stage(outputs, force)
	if err != nil {
		return false, err
	}
	return staged.Commit()
}

// look finds what stands where the output is to go: the same content, or a file
// that must not be replaced unasked.
func (o *Output) look(force bool) (same bool, err error) {
	if err := o.follow(); err != nil {
		return false, err
	}
	o.old, err = os.Stat(o.place)
	if errors.Is(err, fs.ErrNotExist) {
		o.old = nil
		return false, nil
	}
	switch {
	case err != nil:
		return false, fmt.Errorf("不能写“%s”：%s", o.Path, Reason(err))
	case o.old.IsDir():
		return false, fmt.Errorf("不能写“%s”：有一个文件夹正好叫这个名字，请先给它改名", o.Path)
	case !o.old.Mode().IsRegular():
		return false, fmt.Errorf("不能写“%s”：它不是普通文件", o.Path)
	}
	content, err := o.existing()
	if err == nil && bytes.Equal(content, o.Content) {
		return true, nil
	}
	if force {
		return false, nil
	}
	return false, o.refusal(content, err)
}

// follow finds where the output really goes: a link is written through, so that
// it goes on leading where somebody had it lead.
func (o *Output) follow() error {
	o.place = o.Path
	info, err := os.Lstat(o.Path)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return nil // look says what is wrong
	}
	if o.place, err = filepath.EvalSymlinks(o.Path); err != nil {
		return fmt.Errorf("不能写“%s”：它是一个链接，通到的地方没有文件；请先把链接删去", o.Path)
	}
	return nil
}

// existing is the old file's content as far as it can be ours.
func (o *Output) existing() ([]byte, error) {
	const most = 64 << 20 // far above any report
	if o.old.Size() > most {
		return nil, nil
	}
	return os.ReadFile(o.place)
}

// refusal says why the old file must not be replaced; nil: it may.
func (o *Output) refusal(content []byte, unread error) error {
	if lock := lockOf(o.place); lock != "" {
		by, then := "Word", "请关闭后再试"
		if manuscript.ByName(o.Path) == manuscript.Workbook {
			by, then = "Excel", "请先保存、关闭，再运行一次"
		}
		return replaceable("“%s”看来正在 %s、WPS 或 LibreOffice 中打开（旁边有“%s”），%s；确已关闭的，", o.Path, by, lock, then)
	}
	if o.old.Mode().Perm()&0o200 == 0 {
		return replaceable("“%s”是只读文件，没有改动；要换成新的，请先取消只读，或者", o.Path)
	}
	if unread != nil {
		return fmt.Errorf("不能读已有的“%s”：%s", o.Path, Reason(unread))
	}
	if (o.Edited == nil || o.Edited(content)) && o.Keeping != "" {
		return replaceable("“%s”%s", o.Path, o.Keeping)
	}
	if o.Edited == nil || o.Edited(content) {
		return replaceable("“%s”在生成以后有人改过（或者是别处来的），没有覆盖。请先把它改名另存；改动要留下的，抄进生成它的那份报告；都不要的，", o.Path)
	}
	return nil
}

// replaceable is a refusal that the user may overrule.
func replaceable(why string, values ...any) error {
	return &Advised{Why: fmt.Sprintf(why, values...), AtCommand: "加上 -force 再运行", OnPage: "用新的覆盖", Replaces: true}
}
