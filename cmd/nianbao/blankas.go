package main

import (
	"errors"
	"fmt"
	"strings"

	"nianbao/filing/source"
)

const blankAsHelp = `  -blank-as 0        读进来的文件里空着的格按 0 计（网上公布的年报常有上百个）；没有找到的格仍然空着
`

// blankAs is the value of -blank-as: what blank cells of the files stand for.
type blankAs string

func (b *blankAs) String() string { return string(*b) }

func (b *blankAs) Set(value string) error {
	if strings.TrimSpace(value) != "0" {
		return errors.New("后面只能写 0：空着的格按 0 计")
	}
	*b = "0"
	return nil
}

// fill has the blank cells of a file that was read stand for what the flag says.
func (b blankAs) fill(s *source.Source) {
	switch {
	case b == "" || s.Report == nil || s.Report.Template == nil:
	case s.Reading != nil:
		if n := s.Reading.BlanksAsZero(); n > 0 {
			s.Reading.Summary = append(s.Reading.Summary, fmt.Sprintf("空着的 %d 格按 0 读（-blank-as 0）", n))
		}
	default:
		s.Report.BlankAs = "0"
		s.Report.Complete()
	}
}
