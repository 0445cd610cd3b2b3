package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"strconv"
	"strings"

	checks "nianbao/check"
	"nianbao/cmd/nianbao/flags"
	"nianbao/report/jsonfile"
	"nianbao/templates"
)

func newHelp() string {
	return `用法：nianbao new -agency 机关名称 -year 年份 [-edition 格式版本] [-format xlsx] [-o 文件夹] [-force]

给出一份空白报告（JSON），各项都是 null，等着填写；核对时会逐格指出还没有填的地方。
加上 -format xlsx，写出一份空白的表格文件，用 Excel、WPS 或 LibreOffice 填：表格和印出来的一样，合计自己算，
每段文字一个工作表。填好的就是报告，核对、生成 Word 和 PDF 都可以直接用它。

  -agency 机关名称     印在标题里的名称，例如 涞源县
  -year 年份           报告哪一年的工作，例如 2025
  -edition 格式版本    不写这一项就用该年份适用的格式；可以写 ` + editionsOffered() + `
  -format xlsx         写出表格文件（.xlsx），不写这一项就是 JSON
  -o 文件夹            表格文件写到哪个文件夹，不写这一项就是当前文件夹；写 - 就是标准输出
  -force               同名而内容不同的表格文件，也换成空白的

例如：
  nianbao new -agency 涞源县 -year 2025 > report.json
  nianbao new -agency 涞源县 -year 2025 -format xlsx

在 Windows 上请用“命令提示符”（cmd）来运行这一句，PowerShell 存成文件时会弄乱汉字。
`
}

func newReport(args []string, c console) int {
	set := flag.NewFlagSet("new", flag.ContinueOnError)
	var edition, agency, year, format, folder flags.Text
	set.Var(&edition, "edition", "")
	set.Var(&agency, "agency", "")
	set.Var(&year, "year", "")
	set.Var(&format, "format", "")
	set.Var(&folder, "o", "")
	force := set.Bool("force", false, "")
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("“%s”前面没有写选项", rest[0])
	}
	blank := []byte(nil)
	if err == nil {
		err = formatOfNew(string(format), string(folder), *force)
	}
	if err == nil {
		blank, err = blankReport(string(edition), string(agency), string(year))
	}
	if err != nil {
		return misuse(c, "new", newHelp(), err)
	}
	if format == "xlsx" {
		return blankForm{cmp.Or(string(folder), "."), *force}.write(blank, c)
	}
	c.file.Write(blank)
	return fine
}

func blankReport(edition, agency, year string) ([]byte, error) {
	if strings.TrimSpace(agency) == "" {
		return nil, errors.New("请用 -agency 写出机关名称，例如 -agency 涞源县")
	}
	if year == "" {
		return nil, errors.New("请用 -year 写出报告的年份，例如 -year 2025")
	}
	number, err := strconv.Atoi(year)
	if err != nil || len(year) != 4 || number < 1000 {
		return nil, fmt.Errorf("年份“%s”不对，请写四位半角数字，例如 2025", year)
	}
	t, err := templates.ForNew(edition, number)
	if err != nil {
		return nil, err
	}
	return unobjectionable(jsonfile.Blank(t, strings.TrimSpace(agency), number))
}

// unobjectionable is a blank report whose head check has nothing to say about:
// whoever starts on a wrong one has it wrong to the end.
func unobjectionable(blank []byte) ([]byte, error) {
	r, problems := jsonfile.Decode(blank)
	for _, p := range append(problems, checks.Check(r)...) {
		// An edition of other years was asked for by name: check warns of it.
		if p.Path == "agency" || p.Path == "year" {
			return nil, fmt.Errorf("%s：%s。%s", p.Place, p.Message, p.Fix)
		}
	}
	return blank, nil
}

// editionsOffered names them for people: 2021（2021年起）、2019（2019–2020年）.
func editionsOffered() string {
	offered, _ := templates.Offered() // a broken one is refused when it is asked for
	var names []string
	for _, t := range offered {
		years := fmt.Sprintf("%d年起", t.FirstYear)
		if t.LastYear > 0 {
			years = fmt.Sprintf("%d至%d年", t.FirstYear, t.LastYear)
		}
		names = append(names, t.Edition+"（"+years+"）")
	}
	return strings.Join(names, "、")
}
