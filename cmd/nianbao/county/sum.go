package county

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"nianbao/cmd/nianbao/flags"
	"nianbao/collecting"
	"nianbao/collecting/steps"
)

// SumHelp is the help of Sum.
const SumHelp = `用法：nianbao sum 文件夹 -list 名单.xlsx -agency 机关名称 -year 年份 -o 文件.json [-collected 结果文件夹] [-last 去年] [-own 本级] [-partial] [-force]
      nianbao sum -check 报告 文件夹 -list 名单.xlsx -year 年份 [-collected 结果文件夹] [-own 本级]

把各单位的报告相加，写出全县的数据（.json，可以用 nianbao serve 打开接着写文字）和旁边的“汇总表.xlsx”：
像印出来一样的表，每格是公式，后面是各单位的数，最后说明没有计入的单位。逐格精确相加；写了“/”的不计，全是“/”的
才是“/”；缺单位、有错误的单位，就不汇总，除非加上 -partial，那样写出的数据会记下缺哪些单位，不能作为报送稿。
再运行一次，写好的文字、落款还在。

  -list 文件         单位名单（.xlsx、.csv），见 nianbao roster -h
  -agency 名称       报告标题里的机关名称，如 涞源县
  -year 年份         汇总哪一年的报告
  -o 文件            写成哪个文件（.json）
  -collected 文件夹  collect 写出的结果：照其中“采用文件”一列选
  -last 去年         本机关去年的报告：核对上年结转
  -own 本级          本级自己的报告，也加进去
  -partial           缺单位也汇总
  -check 报告        不写文件，只把这份报告与各单位之和逐格对照
  -force             已有的数据在汇总以后改过数，也用新的覆盖

例如：
  nianbao sum 收件/ -list 名单.xlsx -agency 涞源县 -year 2025 -collected 汇总结果/ -last 涞源县2024年.docx -o 涞源县2025年.json
  nianbao sum -check 涞源县2025年.docx 收件/ -list 名单.xlsx -year 2025

退出码：0 汇总好了，或者对照一致；1 有缺的、有错误的单位，或者对照不一致；2 有文件读不了或写不了；130 按 Ctrl+C 停下了。
`

type sumCall struct {
	list, agency, into, collected, last, own, against flags.Text
	year                                              int
	partial, force                                    bool
	folder                                            string
}

func (s *sumCall) parse(args []string) error {
	set := flag.NewFlagSet("sum", flag.ContinueOnError)
	for name, value := range map[string]*flags.Text{"list": &s.list, "agency": &s.agency, "o": &s.into, "collected": &s.collected, "last": &s.last, "own": &s.own, "check": &s.against} {
		set.Var(value, name, "")
	}
	set.IntVar(&s.year, "year", 0, "")
	set.BoolVar(&s.partial, "partial", false, "")
	set.BoolVar(&s.force, "force", false, "")
	args, err := flags.Parse(set, args)
	if err != nil {
		return err
	}
	if s.folder, err = only(args, "放着各单位报告的文件夹"); err != nil {
		return err
	}
	switch {
	case s.list == "":
		return errors.New("要写单位名单，如 -list 名单.xlsx")
	case s.against != "" && s.into != "":
		return errors.New("-check 只对照，不写文件，不能和 -o 一起写")
	case s.against == "" && s.agency == "":
		return errors.New("要写机关名称，如 -agency 涞源县")
	case s.against == "" && !strings.EqualFold(filepath.Ext(string(s.into)), ".json"):
		return errors.New("要写写成哪个文件，如 -o 涞源县2025年.json")
	}
	return year(s.year)
}

// Sum adds the units of a folder up.
func Sum(args []string, c Console) (status int, misuse error) {
	var s sumCall
	if err := s.parse(args); err != nil {
		return 0, err
	}
	reading, watch := c.watch()
	order := steps.Sum{Folder: s.folder, List: string(s.list), Agency: string(s.agency), Year: s.year, Collected: string(s.collected), Last: string(s.last),
		Own: string(s.own), Into: string(s.into), Partial: s.partial, Force: s.force, Watch: watch}
	if s.against != "" {
		return s.compare(c, order, reading), nil
	}
	sum, err := order.Do()
	reading.bar.End()
	if err != nil {
		return c.failed(err, reading), nil
	}
	tellSum(c, sum.Sum)
	missing := len(sum.Missing())
	if missing > 0 && !s.partial {
		fmt.Fprintf(c.Out, "缺 %d 个单位，没有汇总。收齐、改好以后再运行；先要看一看的，加上 -partial。\n", missing)
		return Wrong, nil
	}
	done := "已写出"
	if !sum.Changed {
		done = "已有相同的文件，没有改动"
	}
	fmt.Fprintf(c.Out, "%s：\n  %s\n  %s\n可以写进报告第一部分的一段：\n  %s\n", done, s.into, filepath.Join(filepath.Dir(string(s.into)), steps.SumBook), sum.Facts())
	if missing > 0 {
		return Wrong, nil
	}
	return Fine, nil
}

func tellSum(c Console, sum *collecting.Sum) {
	fmt.Fprintf(c.Out, "计入 %d 个单位。\n", len(sum.Units))
	for _, left := range sum.Left {
		what := "不计入"
		if left.Missing {
			what = "缺"
		}
		fmt.Fprintf(c.Out, "  %s  %s：%s\n", what, left.Unit, left.Why)
	}
	for _, note := range sum.Notes {
		fmt.Fprintf(c.Out, "说明：%s。\n", strings.TrimSuffix(note, "。"))
	}
}

// compare holds a report against the sum.
func (s *sumCall) compare(c Console, order steps.Sum, reading *work) int {
	county, err := steps.ReadOne(string(s.against))
	if err != nil {
		return c.failed(err, reading)
	}
	order.Agency = county.Agency
	sum, err := order.Add()
	reading.bar.End()
	if err != nil {
		return c.failed(err, reading)
	}
	tellSum(c, sum)
	if county.Year != s.year {
		return c.failed(fmt.Errorf("“%s”是 %d 年的报告", s.against, county.Year), reading)
	}
	lines := sum.Against(county)
	for _, line := range lines {
		fmt.Fprintln(c.Out, line)
	}
	fmt.Fprintf(c.Out, "“%s”与 %d 个单位之和对照：%d 格不一致。\n", s.against, len(sum.Units), len(lines))
	if len(lines)+len(sum.Missing()) > 0 {
		return Wrong
	}
	return Fine
}
