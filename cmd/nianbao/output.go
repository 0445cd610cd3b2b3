package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// openFolder makes sure that there is a folder to write into; made says that it
// had to be created. Its errors are sentences.
func openFolder(folder string) (made bool, err error) {
	info, err := os.Stat(folder)
	switch {
	case err == nil && info.IsDir():
		return false, nil
	case err == nil:
		return false, fmt.Errorf("“%s”是文件，不是文件夹，请用 -o 另写一个文件夹", folder)
	case !errors.Is(err, fs.ErrNotExist):
		return false, fmt.Errorf("不能用文件夹“%s”：%s", folder, reason(err))
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return false, fmt.Errorf("不能新建文件夹“%s”：%s", folder, reason(err))
	}
	return true, nil
}

// write puts the files of one report in place, all or none. A file that has the
// content already is left alone; changed says that one had not. Its errors are
// sentences.
func write(outputs []output, force bool) (changed bool, err error) {
	var todo []output
	for _, o := range outputs {
		same, err := o.look(force)
		if err != nil {
			return false, err
		}
		if !same {
			todo = append(todo, o)
		}
	}
	if path, err := replace(todo); err != nil {
		return false, fmt.Errorf("不能写“%s”：%s", path, reason(err))
	}
	return len(todo) > 0, nil
}

// look finds what stands where the output is to go: the same content, or a file
// that must not be replaced unasked.
func (o *output) look(force bool) (same bool, err error) {
	o.old, err = os.Stat(o.path)
	if errors.Is(err, fs.ErrNotExist) {
		o.old = nil
		return false, nil
	}
	switch {
	case err != nil:
		return false, fmt.Errorf("不能写“%s”：%s", o.path, reason(err))
	case o.old.IsDir():
		return false, fmt.Errorf("不能写“%s”：有一个文件夹正好叫这个名字，请先给它改名", o.path)
	case !o.old.Mode().IsRegular():
		return false, fmt.Errorf("不能写“%s”：它不是普通文件", o.path)
	}
	content, err := o.existing()
	if err == nil && bytes.Equal(content, o.content) {
		return true, nil
	}
	if force {
		return false, nil
	}
	return false, o.refusal(content, err)
}

// existing is the old file's content as far as it can be ours.
func (o *output) existing() ([]byte, error) {
	const most = 64 << 20 // far above any report
	if o.old.Size() > most {
		return nil, nil
	}
	return os.ReadFile(o.path)
}

// refusal says why the old file must not be replaced; nil: it may.
func (o *output) refusal(content []byte, unread error) error {
	if lock := lockOf(o.path); lock != "" {
		return fmt.Errorf("“%s”看来正在 Word、WPS 或 LibreOffice 中打开（旁边有“%s”），请关闭后再试；确已关闭的，加上 -force 再运行", o.path, lock)
	}
	if o.old.Mode().Perm()&0o200 == 0 {
		return fmt.Errorf("“%s”是只读文件，没有改动；要换成新的，请先取消只读，或者加上 -force", o.path)
	}
	if unread != nil {
		return fmt.Errorf("不能读已有的“%s”：%s", o.path, reason(unread))
	}
	if o.edited(content) {
		return fmt.Errorf("“%s”在生成以后有人改过（或者是别处来的），没有覆盖。请先把它改名另存；改动要留下的，抄进报告的 JSON 文件；都不要的，加上 -force 再运行", o.path)
	}
	return nil
}
