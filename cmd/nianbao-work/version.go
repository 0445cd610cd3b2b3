package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"runtime"
	"strings"

	project "nianbao"
	"nianbao/cmd/nianbao/flags"
	"nianbao/render/font"
)

//go:embed LICENSES-libraries.txt
var libraries string

const versionHelp = `用法：nianbao-work version [-licenses]

显示程序版本。

  -licenses   显示程序、所用的程序库和自带字体的许可全文

例如：
  nianbao-work version
`

func version(_ context.Context, args []string, c console) int {
	set := flag.NewFlagSet("version", flag.ContinueOnError)
	inFull := set.Bool("licenses", false, "")
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) > 0 {
		err = errors.New("version 后面不用写别的")
	}
	if err != nil {
		return misuse(c, "version", versionHelp, err)
	}
	if !*inFull {
		fmt.Fprintf(c.out, "nianbao-work %s（%s，%s/%s）\n", project.Revision(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return fine
	}
	faces, err := font.Licences()
	if err != nil {
		return failed(c, err)
	}
	rule := strings.Repeat("=", 70)
	fmt.Fprintf(c.out, "nianbao\n\n%s\n%s\n\n%s%s", project.Licence, rule, project.Libraries, libraries)
	for _, text := range faces {
		fmt.Fprintf(c.out, "\n%s\n\n%s", rule, text)
	}
	return fine
}
