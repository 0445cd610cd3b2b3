package facechoice

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/render/font"
	"nianbao/render/style"
)

// roleNames are what people call the faces, and what each is for (GB/T 9704-2012).
var roleNames = [...]struct{ name, use string }{
	style.Title: {"小标宋", "标题"},
	style.Hei:   {"黑体", "一级标题"},
	style.Kai:   {"楷体", "二级标题"},
	style.Fang:  {"仿宋", "正文"},
	style.Song:  {"宋体", "表格和页码"},
	style.Latin: {"西文", "字母和数字"},
}

// Notes are what a clerk would wonder about: the face that should have been
// used is there, and was not.
func (f *Choice) Notes(found *font.Found) []string {
	var notes []string
	if f.folder != "" && found.Places[0].Used == 0 {
		notes = append(notes, fmt.Sprintf("文件夹“%s”里没有能用的字体，详见 nianbao fonts -fonts %s", f.folder, source.Quoted(string(f.folder))))
	}
	if note := f.spareNote(found); note != "" {
		notes = append(notes, note)
	}
	for _, r := range found.Refused {
		if r.Preferred && !f.assignedTo(r.Role) {
			notes = append(notes, fmt.Sprintf("%s 没有用 %s，用的是 %s：%s",
				roleNames[r.Role].name, refusedName(r), found.Set.Chains[r.Role][0].Family(), refusalReason(r.Err)))
		}
	}
	return notes
}

// ChosenNotes are the notes where a call chooses faces, though nothing is printed.
func (f *Choice) ChosenNotes(found *font.Found) []string {
	if f.folder == "" && len(f.assigned) == 0 {
		return nil
	}
	return f.Notes(found)
}

// assignedTo reports whether the call names a file for the role.
func (f *Choice) assignedTo(role style.Role) bool {
	return slices.ContainsFunc(f.assigned, func(a font.Assignment) bool { return a.Role == role })
}

func refusedName(r font.Refusal) string {
	if r.Family == "" {
		return r.File
	}
	return fmt.Sprintf("%s（%s）", r.Family, r.File)
}

func refusalReason(err error) string {
	var opening *fs.PathError
	switch {
	case errors.Is(err, font.ErrPostScript):
		return "轮廓是 CFF（PostScript）的，程序只能用 TrueType 轮廓的字体"
	case errors.Is(err, font.ErrVariable):
		return "是可变字体，程序只能用笔画粗细固定的字体"
	case errors.Is(err, font.ErrLicence):
		return "字体的授权不允许嵌入文件（fsType）"
	case errors.Is(err, font.ErrNoCharacters):
		return "没有能用的 Unicode 字符表，查不到字"
	case errors.Is(err, font.ErrFolder):
		return "是文件夹，要写的是文件"
	case errors.Is(err, font.ErrIrregular):
		return "不是文件，是管道或者设备"
	case errors.Is(err, font.ErrChanged):
		return "读的时候文件被改动了"
	case errors.As(err, &opening):
		return "打不开，" + disk.Reason(err)
	}
	return "文件坏了（" + strings.TrimPrefix(err.Error(), "font: ") + "）"
}

// Unprintable says why a format could not be written; "" where that is a fault
// of the program.
func Unprintable(err error) string {
	var damaged *font.GlyphError
	if !errors.As(err, &damaged) || damaged.Face.File() == "" {
		return ""
	}
	return fmt.Sprintf("字体 %s（%s）里有坏的字形，请换一份这个字体，或者加上 -faces embedded 用程序自带的字体（%s）",
		damaged.Face.Family(), damaged.Face.File(), damaged.Err)
}
