// Package facechoice is what a call says of the faces to print with (-fonts, -face,
// -faces), and what there is to say of those that were found.
package facechoice

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"nianbao/cmd/nianbao/flags"
	"nianbao/filing/disk"
	"nianbao/render/font"
)

// Help stands in the help of every command that prints.
const Help = `  -fonts 文件夹      先用这个文件夹里的字体；没有的用本机的公文字体，再没有的用程序自带的
  -face 角色=文件    不管字体叫什么，某个角色就用这个文件，例如 -face 仿宋=我的仿宋.ttf；可以写几次，角色见 nianbao fonts
  -faces embedded    只用程序自带的字体，在哪台机器上写出的 PDF 都一样；不写这一项就是 system
`

// A Choice is what a call says of the faces to print with.
type Choice struct {
	folder   flags.Text
	kind     flags.Text
	assigned assigned
}

// Flags adds the flags to those of a subcommand.
func (f *Choice) Flags(set *flag.FlagSet) {
	f.kind = "system"
	set.Var(&f.folder, "fonts", "")
	set.Var(&f.kind, "faces", "")
	set.Var(&f.assigned, "face", "")
}

func (f *Choice) embedded() bool { return strings.ToLower(string(f.kind)) == "embedded" }

// Find looks for the faces. Its errors are sentences.
func (f *Choice) Find() (*font.Found, error) {
	switch kind := strings.ToLower(string(f.kind)); {
	case kind != "embedded" && kind != "system":
		return nil, fmt.Errorf("没有“%s”这一种，-faces 后面可以写 embedded（只用程序自带的字体）、system（先用本机的公文字体）", f.kind)
	case f.embedded() && f.folder != "":
		return nil, errors.New("-faces embedded 只用程序自带的字体，不能和 -fonts 一起写")
	case f.embedded() && len(f.assigned) > 0:
		return nil, errors.New("-faces embedded 只用程序自带的字体，不能和 -face 一起写")
	}
	if f.folder != "" {
		if err := readableFolder(string(f.folder)); err != nil {
			return nil, err
		}
	}
	found, err := new(font.Found), error(nil)
	if f.embedded() {
		found.Set, err = font.Embedded()
	} else {
		found, err = font.System(string(f.folder), f.assigned...)
	}
	if refused := new(font.AssignmentError); errors.As(err, &refused) {
		return nil, unassignable(refused)
	}
	if err != nil {
		return nil, fmt.Errorf("程序自带的字体坏了，请重新安装程序（%w）", err)
	}
	return found, nil
}

// sameFile: two names may lead to one file.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

func readableFolder(folder string) error {
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("找不到放字体的文件夹“%s”", folder)
	case err == nil && !info.IsDir():
		return fmt.Errorf("“%s”是文件，-fonts 后面要写文件夹", folder)
	case err == nil:
		_, err = os.ReadDir(folder)
	}
	if err != nil {
		return fmt.Errorf("不能读文件夹“%s”：%s", folder, disk.Reason(err))
	}
	return nil
}
