package main

import (
	"flag"
	"fmt"

	"nianbao/cmd/nianbao/facechoice"
	"nianbao/cmd/nianbao/flags"
	"nianbao/filing/source"
	"nianbao/render/font"
)

const fontsHelp = `用法：nianbao fonts [-fonts 文件夹] [-face 角色=文件] [-faces embedded]

说明印报告用的是哪些字体、在哪个文件里，通用规范汉字表的 8105 个字各有多少，缺的字用什么代替。

` + facechoice.Help + `
例如：
  nianbao fonts
  nianbao fonts -fonts 字体
`

func fonts(args []string, c console) int {
	set := flag.NewFlagSet("fonts", flag.ContinueOnError)
	var choice facechoice.Choice
	choice.Flags(set)
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("fonts 后面不用写“%s”；要指定放字体的文件夹，请写 -fonts %s", rest[0], source.Quoted(rest[0]))
	}
	var found *font.Found
	if err == nil {
		found, err = choice.Find()
	}
	if err != nil {
		return misuse(c, "fonts", fontsHelp, err)
	}
	choice.Describe(c.out, found)
	return fine
}
