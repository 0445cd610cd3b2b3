package main

import (
	"errors"
	"flag"
	"fmt"
	"runtime"
	"strings"

	project "nianbao"
	"nianbao/cmd/nianbao/flags"
	"nianbao/render/font"
	"nianbao/templates"
)

const versionHelp = `用法：nianbao version [-licenses]

显示程序版本和支持的格式。

  -licenses   显示程序、所用的程序库和自带字体的许可全文

例如：
  nianbao version
`

func version(args []string, c console) int {
	set := flag.NewFlagSet("version", flag.ContinueOnError)
	inFull := set.Bool("licenses", false, "")
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) > 0 {
		err = errors.New("version 后面不用写别的")
	}
	if err != nil {
		return misuse(c, "version", versionHelp, err)
	}
	if *inFull {
		return licences(c)
	}
	fmt.Fprintf(c.out, "nianbao %s（%s，%s/%s）\n", project.Revision(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintln(c.out, "格式：")
	editions, err := templates.All()
	if err != nil {
		fmt.Fprintf(c.err, "%s。\n", err)
		return impossible
	}
	for _, t := range editions {
		fmt.Fprintf(c.out, "  %-18s %s，%s\n", t.Edition, t.Source, years(t))
	}
	fmt.Fprintln(c.out, "许可：程序 Apache-2.0；自带的字体 OFL-1.1，其中仿宋 GPL-3（带字体例外）。全文：nianbao version -licenses")
	return fine
}

// licences prints the terms of the program and of the libraries and faces inside it.
func licences(c console) int {
	faces, err := font.Licences()
	if err != nil {
		fmt.Fprintf(c.err, "%s。\n", err)
		return impossible
	}
	fmt.Fprintf(c.out, "nianbao\n\n%s\n%s\n\n%s", project.Licence, strings.Repeat("=", 70), project.Libraries)
	for _, text := range faces {
		fmt.Fprintf(c.out, "\n%s\n\n%s", strings.Repeat("=", 70), text)
	}
	return fine
}

func years(t *templates.Template) string {
	text := fmt.Sprintf("%d 年起的报告", t.FirstYear)
	if t.LastYear > 0 {
		text = fmt.Sprintf("%d 至 %d 年的报告", t.FirstYear, t.LastYear)
	}
	switch t.Offer {
	case templates.ByName:
		text += "，地方变体，指名才用"
	case templates.Never:
		text += "，个别地方的变体，不用于新报告"
	}
	return text
}
