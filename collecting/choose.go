package collecting

import (
	"path"
	"slices"
	"strings"
)

// choose takes the only report, or what people chose of several that differ. Files
// that print the same are one: of them the best source counts.
func (s *State) choose(right []*File, chosen string) {
	differ := slices.ContainsFunc(right, func(f *File) bool { return f.digest != right[0].digest || f.Report.Broken })
	if differ && len(right) > 1 {
		s.Choice = right
	}
	if chosen != "" {
		switch meant := called(right, chosen); len(meant) {
		case 1:
			s.File = meant[0]
			s.passedOver(right)
			return
		case 0:
			s.note("采用文件写的是“%s”，没有这个文件", chosen)
		default:
			s.note("采用文件写的是“%s”，有 %d 个文件叫这个名字，请连文件夹一起写", chosen, len(meant))
		}
	}
	if s.Choice != nil {
		var names []string
		for _, f := range right {
			names = append(names, f.Path)
		}
		s.note("有几份内容不同的报告，请在“采用文件”里写明用哪一份：%s", strings.Join(names, "、"))
		return
	}
	if len(right) > 0 {
		s.File = right[0]
	}
}

// passedOver names the reports that differ from the one that people chose: one of them
// may have come since.
func (s *State) passedOver(right []*File) {
	var names []string
	for _, f := range right {
		if f != s.File && (f.digest != s.File.digest || f.Report.Broken) {
			names = append(names, f.Path)
		}
	}
	if len(names) > 0 {
		s.note("照“采用文件”用的是“%s”，没有用内容不同的%s", s.File.Path, strings.Join(names, "、"))
	}
}

// called are the files that people mean by a name: a path, or a name with or without
// its extension.
func called(files []*File, name string) []*File {
	name = strings.ReplaceAll(strings.TrimSpace(name), `\`, "/")
	for _, f := range files {
		if f.Path == name {
			return []*File{f}
		}
	}
	return slices.DeleteFunc(slices.Clone(files), func(f *File) bool {
		base := path.Base(f.Path)
		return name != base && name != strings.TrimSuffix(base, path.Ext(base)) && name != strings.TrimSuffix(f.Path, path.Ext(f.Path))
	})
}
