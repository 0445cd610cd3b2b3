package main

import (
	"errors"
	"fmt"
	"io"

	"nianbao/report"
)

// lastYear reads the report that -last names; "" names none.
func lastYear(file string, stdin io.Reader) (*report.Report, error) {
	if file == "" {
		return nil, nil
	}
	if file == standardInput {
		return nil, errors.New("上年的报告要写文件名，不能从标准输入读")
	}
	src, err := read(file, stdin)
	if err != nil {
		return nil, err
	}
	last, problems := report.Decode(src)
	if last.Template == nil || len(last.Numbers) == 0 {
		if len(problems) > 0 {
			return nil, fmt.Errorf("“%s”读不成上年的报告：%s", file, problems[0].Message)
		}
		return nil, fmt.Errorf("“%s”读不成上年的报告", file)
	}
	return last, nil
}
