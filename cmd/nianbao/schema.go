package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"nianbao/cmd/nianbao/flags"
	jsonschema "nianbao/report/schema"
	"nianbao/templates"
)

const schemaHelp = `用法：nianbao schema 格式版本

给出这个格式的 JSON Schema（2020-12），各项带有中文名称，供编辑器提示和其他系统对接使用。

例如：
  nianbao schema 2021 > report.schema.json
`

func schema(args []string, c console) int {
	set := flag.NewFlagSet("schema", flag.ContinueOnError)
	editions, err := flags.Parse(set, args)
	known := templates.Editions()
	switch {
	case err != nil:
	case len(editions) == 0:
		err = fmt.Errorf("请写出格式版本：%s", strings.Join(known, "、"))
	case len(editions) > 1:
		err = errors.New("一次只能写一个格式版本")
	case !slices.Contains(known, editions[0]):
		err = fmt.Errorf("没有“%s”这个格式，可以用的有 %s", editions[0], strings.Join(known, "、"))
	}
	if err != nil {
		return misuse(c, "schema", schemaHelp, err)
	}
	t, err := templates.Load(editions[0])
	if err != nil {
		return misuse(c, "schema", schemaHelp, err)
	}
	c.file.Write(jsonschema.Of(t))
	return fine
}
