package collecting

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"nianbao/filing/disk"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

// Keep takes over from an earlier sum what people wrote in it: texts, signature, date,
// reasons. Its error is a sentence, for a file that is no sum of this agency and year,
// or in which numbers were changed by hand; force overwrites those.
func (s *Sum) Keep(path string, force bool) error {
	content, err := disk.Read(path, jsonfile.MaxSize)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("不能读已有的“%s”：%s", path, disk.Reason(err))
	}
	old, _ := jsonfile.Decode(content)
	if old.Broken || old.Template == nil || old.Agency != s.Report.Agency || old.Year != s.Report.Year {
		return fmt.Errorf("“%s”不是%s的汇总，没有覆盖；请换一个文件名", path, s.title())
	}
	if changed := byHand(old); len(changed) > 0 && !force {
		return &disk.Advised{Why: fmt.Sprintf("“%s”里有 %d 格在汇总以后改过（%s），没有覆盖。要留下的，请那个单位改了重新报；不要的，", path, len(changed), strings.Join(changed[:min(len(changed), 5)], "、")),
			AtCommand: "加上 -force 再运行", OnPage: "用新的覆盖", Replaces: true}
	}
	n := s.Report
	n.Prose, n.Accepted, n.Contact = old.Prose, old.Accepted, old.Contact
	n.Signatory, n.Date, n.Sealed, n.TitleLines, n.AgencyLevel = old.Signatory, old.Date, old.Sealed, old.TitleLines, old.AgencyLevel
	return nil
}

// byHand are the cells of an earlier sum that are not what its units had together.
func byHand(old *report.Report) []string {
	var out []string
	for _, leaf := range old.Template.Leaves() {
		number, given := old.Numbers[leaf.Path]
		if given && number.Origin == report.Given && !number.Value.Equal(old.PartsSum(leaf.Path)) {
			out = append(out, leaf.Brief())
		}
	}
	return out
}
