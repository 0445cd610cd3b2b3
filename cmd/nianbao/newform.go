package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/render/xlsx"
	"nianbao/report/jsonfile"
)

// A blankForm is what new writes where a spreadsheet is asked for.
type blankForm struct {
	folder string
	force  bool
}

// write makes the form of a blank report and puts it into the folder.
func (f blankForm) write(blank []byte, c console) int {
	r, _ := jsonfile.Decode(blank)
	content, err := xlsx.Write(r)
	if err == nil && f.folder == standardOutput {
		c.file.Write(content)
		return fine
	}
	name, notes := filing.Name(document.Fill(r, document.Options{}))
	path := filepath.Join(f.folder, name+".xlsx")
	if err == nil {
		err = f.put(path, content)
	}
	if err != nil {
		fmt.Fprintf(c.err, "%v。\n", err)
		return impossible
	}
	fmt.Fprintf(c.out, "已写出：%s\n", path)
	for _, note := range notes {
		fmt.Fprintf(c.out, "  %s\n", note)
	}
	fmt.Fprintf(c.out, "  浅黄的格填写，灰底的格是合计，自己会算。填好以后核对：nianbao check %s\n", source.Quoted(path))
	return fine
}

func (f blankForm) put(path string, content []byte) error {
	if _, err := disk.OpenFolder(f.folder); err != nil {
		return err
	}
	_, err := disk.Write([]disk.Output{{Path: path, Content: content, Keeping: "已经有了，也许已经填过，没有覆盖；要换成空白的，"}}, f.force)
	return err
}

// formatOfNew is the value of -format: "" or json, or xlsx.
func formatOfNew(format, folder string, force bool) error {
	switch {
	case format == "xlsx":
		return nil
	case format != "" && format != "json":
		return fmt.Errorf("不能写“%s”这种文件，-format 后面可以写 json、xlsx", format)
	case folder != "" && folder != standardOutput || force:
		return errors.New("空白报告的数据（JSON）写到标准输出，-o 和 -force 用不上；要表格文件，加上 -format xlsx")
	}
	return nil
}
