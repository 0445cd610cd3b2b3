package facechoice

import (
	"errors"
	"fmt"
	"strings"

	"nianbao/filing/source"
	"nianbao/render/font"
	"nianbao/render/style"
)

// assigned are the files that a call names for roles: -face 仿宋=FILE, any number of times.
type assigned []font.Assignment

func (a *assigned) String() string { return "" } // so that it may be given again

func (a *assigned) Set(value string) error {
	name, file, ok := strings.Cut(value, "=")
	if !ok || file == "" || name == "" {
		return errors.New("后面要写 角色=文件，例如 -face 仿宋=字体/我的仿宋.ttf")
	}
	role := roleCalled(strings.TrimSpace(name))
	if role < 0 {
		return fmt.Errorf("没有“%s”这个角色，可以写的有%s", name, strings.Join(allRoles(), "、"))
	}
	for _, other := range *a {
		if other.Role == role && other.File != file {
			return fmt.Errorf("给%s写了两个文件，看不出该用哪一个", name)
		}
	}
	*a = append(*a, font.Assignment{Role: role, File: file})
	return nil
}

func roleCalled(name string) style.Role {
	for role, n := range roleNames {
		if n.name == name {
			return style.Role(role)
		}
	}
	return -1
}

func allRoles() []string {
	var names []string
	for _, n := range roleNames {
		names = append(names, n.name)
	}
	return names
}

// unassignable says why a file that was named for a role cannot be used.
func unassignable(e *font.AssignmentError) error {
	reason := refusalReason(e.Err)
	if errors.Is(e.Err, font.ErrNoCharacters) && e.Role != style.Latin {
		reason = "里面没有汉字，或者没有能用的 Unicode 字符表"
	}
	return fmt.Errorf("-face %s=%s 不能用：%s", roleNames[e.Role].name, e.File, reason)
}

// spareNote is the one line about faces that lie in the folder of -fonts and set
// no text, since they have no official names: what to do to use them; "" without any.
func (f *Choice) spareNote(found *font.Found) string {
	var names []string
	file := ""
	for _, face := range found.Spare {
		if f.names(face.File()) {
			continue
		}
		if len(names) == 0 {
			file = face.File()
		}
		names = append(names, face.Family())
	}
	if len(names) == 0 {
		return ""
	}
	said := strings.Join(names[:min(3, len(names))], "、")
	if len(names) > 3 {
		said += fmt.Sprintf(" 等 %d 个字体", len(names))
	}
	return fmt.Sprintf("%s 不叫公文字体的名称，只用来补别的字体缺的字；要用在正文、标题里，请写明角色（%s），例如 -face 仿宋=%s",
		said, strings.Join(allRoles(), "、"), source.Quoted(file))
}

// names reports whether a file was named for a role.
func (f *Choice) names(file string) bool {
	for _, a := range f.assigned {
		if sameFile(a.File, file) {
			return true
		}
	}
	return false
}
