package county

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"nianbao/cmd/nianbao/flags"
	"nianbao/collecting/steps"
)

// RosterHelp is the help of Roster.
const RosterHelp = `用法：nianbao roster 文件夹 [-o 名单.xlsx] [-force]

照一个文件夹里的报告写出第一份单位名单，供 collect、sum 使用。名单是 Excel 表格，也可以自己做（.xlsx，或者
UTF-8、GBK 的 .csv），各列是：单位（标题里的全称）、别名（用；分隔）、机关层级、计入汇总（是、否、上级代报）、
联系人、电话；只有第一列非有不可。写出以后请对照机构名录补上没有报的单位。

  -o 文件            写成哪个文件；不写这一项就是 名单.xlsx
  -force             已有的名单也用新的覆盖

例如：
  nianbao roster 收件/ -o 名单.xlsx

退出码：0 写好了；2 读不了或写不了；130 按 Ctrl+C 停下了。
`

// Roster writes a first roster of a folder.
func Roster(args []string, c Console) (status int, misuse error) {
	set := flag.NewFlagSet("roster", flag.ContinueOnError)
	into := flags.Text("名单.xlsx")
	set.Var(&into, "o", "")
	force := set.Bool("force", false, "")
	args, err := flags.Parse(set, args)
	if err != nil {
		return 0, err
	}
	folder, err := only(args, "文件夹")
	if err != nil {
		return 0, err
	}
	if extension := strings.ToLower(filepath.Ext(string(into))); extension != ".xlsx" {
		return 0, fmt.Errorf("-o 后面写 .xlsx 文件的名字，这里写的是“%s”", into)
	}
	reading, watch := c.watch()
	made, err := steps.Roster{Folder: folder, Into: string(into), Force: *force, Watch: watch}.Do()
	reading.bar.End()
	if err != nil {
		return c.failed(err, reading), nil
	}
	fmt.Fprintf(c.Out, "已写出：%s，%d 个单位。请补上没有报的单位、别名和联系人。\n", into, len(made.Units))
	made.Tell(c.Out)
	if barred := made.Barred(); len(barred) > 0 { // units may be missing, and none would know
		return c.failed(errors.New("名单不全："+strings.Join(barred, "；")), reading), nil
	}
	return Fine, nil
}
