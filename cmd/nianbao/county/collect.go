package county

import (
	"errors"
	"flag"
	"fmt"

	"nianbao/cmd/nianbao/flags"
	"nianbao/collecting/steps"
)

// CollectHelp is the help of Collect.
const CollectHelp = `用法：nianbao collect 文件夹 -list 名单.xlsx -year 年份 -o 结果文件夹 [-last 去年] [-before 上一轮] [-date 日期] [-deadline 日期] [-force]

收各单位的报告：把文件夹（和里面的文件夹）里的文件逐个读出、核对，按文件里写的机关名称对到名单上的单位，
在结果文件夹里写出

  收件情况.xlsx      每个单位一行：未报、读不了、有错误、有警告、通过、重复、代报
  问题清单.xlsx      全部的问题；退回/单位.xlsx 是各单位的一份，退回/单位.docx 是连同清单的函
  数据/单位.json     读到的数据，每次重写

放报告的文件夹里什么也不改。表里黄色表头的列（采用文件、处理、单位说明、复核结果）是给人填的，再运行一次还在；
单位填好“单位说明”发回来的清单，放进文件夹就认得。同一单位有几份不同的报告，在“采用文件”里写明用哪一份。

  -list 文件         单位名单（.xlsx、.csv），见 nianbao roster -h
  -year 年份         收哪一年的报告
  -o 文件夹          结果写到哪里
  -last 去年         去年的报告所在的文件夹，按文件的内容逐个对照
  -before 文件夹     上一轮的结果：逐条说明已改、未改、新出现、已说明，并列出没有要求却改了的数
  -date 日期         写在标题里的日期，如 2026-01-12
  -deadline 日期     请各单位改好报回的期限
  -force             结果里被人另外改过的表也用新的覆盖

例如：
  nianbao collect 收件/ -list 名单.xlsx -year 2025 -o 汇总结果/ -deadline 2026-01-20

退出码：0 都到齐了，没有错误；1 有缺的、重复的或者有错误的；2 有文件读不了或写不了；130 按 Ctrl+C 停下了。
`

// Collect holds a folder of reports against a roster.
func Collect(args []string, c Console) (status int, misuse error) {
	set := flag.NewFlagSet("collect", flag.ContinueOnError)
	var list, into, last, before, date, deadline flags.Text
	for name, value := range map[string]*flags.Text{"list": &list, "o": &into, "last": &last, "before": &before, "date": &date, "deadline": &deadline} {
		set.Var(value, name, "")
	}
	of := set.Int("year", 0, "")
	force := set.Bool("force", false, "")
	args, err := flags.Parse(set, args)
	if err != nil {
		return 0, err
	}
	folder, err := only(args, "放着各单位报告的文件夹")
	if err == nil && list == "" {
		err = errors.New("要写单位名单，如 -list 名单.xlsx；还没有的，先用 nianbao roster 写一份")
	}
	if err == nil && into == "" {
		err = errors.New("要写结果放在哪个文件夹，如 -o 汇总结果/")
	}
	if err == nil {
		err = year(*of)
	}
	o := steps.Collect{Folder: folder, List: string(list), Out: string(into), Last: string(last), Before: string(before), Year: *of, Force: *force}
	if err == nil {
		o.Date, err = day(string(date), "date")
	}
	if err == nil {
		o.Deadline, err = day(string(deadline), "deadline")
	}
	if err != nil {
		return 0, err
	}
	reading, watch := c.watch()
	o.Watch = watch
	found, err := o.Do()
	reading.bar.End()
	if err != nil {
		return c.failed(err, reading), nil
	}
	fmt.Fprintf(c.Out, "%s。\n", found.Summary())
	if verdicts := found.Verdicts(); verdicts != "" {
		fmt.Fprintf(c.Out, "%s。\n", verdicts)
	}
	found.Tell(c.Out, c.Err)
	done := "已写出"
	if !found.Changed {
		done = "已有相同的文件，没有改动"
	}
	fmt.Fprintf(c.Out, "%s：%s\n", done, o.Out)
	return found.Status(), nil
}
