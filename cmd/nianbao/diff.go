package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"
	"unicode/utf8"

	project "nianbao"
	"nianbao/check/compare"
	"nianbao/cmd/nianbao/flags"
	"nianbao/cmd/nianbao/listing"
	"nianbao/filing/source"
	"nianbao/problem"
	"nianbao/report"
)

const diffHelp = `用法：nianbao diff 甲 乙 [-json]

比较两份报告里印出来的内容：表格逐格比，文字逐句比。两份可以是同一年的两个版本，也可以是两年的。
文件可以是报告的数据（.json）、Word 文件（.docx）、存下来的网页（.html、.mht）、Excel 表格（.xlsx）、带数据的 PDF（-pdfa 3a）、
本程序写的 OFD。
文件写 - 时从标准输入读。

  -json   给程序看的结果（JSON），内容相同，格式见 docs/api.md

例如：
  nianbao diff report.json 领导改过的.docx
  nianbao diff 去年.docx 今年.json

退出码：0 没有不同；1 有不同；2 有文件读不了。
`

func diff(args []string, c console) int {
	set := flag.NewFlagSet("diff", flag.ContinueOnError)
	inJSON := set.Bool("json", false, "")
	files, err := flags.Parse(set, args)
	if err == nil && len(files) != 2 {
		err = fmt.Errorf("diff 后面要写两个文件，写了 %d 个", len(files))
	}
	if err == nil && files[0] == source.StandardInput && files[1] == source.StandardInput {
		err = errors.New("“-”（标准输入）只能写一次")
	}
	if err != nil {
		return misuse(c, "diff", diffHelp, err)
	}
	var sources [2]source.Source
	for i, file := range files {
		if sources[i], err = readToCompare(file, c); err != nil {
			fmt.Fprintf(c.err, "%s。\n", err)
			return impossible
		}
	}
	differences := compare.Differences(sources[0].Report, sources[1].Report)
	if *inJSON {
		printDifferencesInJSON(c, files, sources, differences)
	} else {
		for i, s := range sources {
			fmt.Fprintf(c.out, "%s %s：%s\n", [2]string{"甲", "乙"}[i], source.Name(files[i]), describe(s.Report))
			tellUnread(c, files[i], s)
		}
		printDifferences(c, differences, sources[0].Report)
	}
	if len(differences) > 0 {
		return wrong
	}
	return fine
}

// describe says whose report it is: 涞源县 2022 年，2021 年起的国家格式.
func describe(r *report.Report) string {
	agency, year := r.Agency, fmt.Sprintf(" %d 年", r.Year)
	if agency == "" {
		agency = "没有机关名称"
	}
	if r.Year == 0 {
		year = "，没有年份"
	}
	return agency + year + "，" + r.Template.Name()
}

// readToCompare reads a report; its errors, and what makes it incomparable, are
// sentences.
func readToCompare(file string, c console) (source.Source, error) {
	s, err := source.Read(file, c.in)
	if err != nil {
		return s, err
	}
	if !s.Report.Comparable() {
		if len(s.Problems) > 0 {
			return s, fmt.Errorf("“%s”不能比较：%s", source.Name(file), s.Problems[0].Message)
		}
		return s, fmt.Errorf("“%s”不能比较：看不出是哪一版格式的报告", source.Name(file))
	}
	return s, nil
}

// tellUnread names what was not read and hence could not be compared.
func tellUnread(c console, file string, s source.Source) {
	if n := listing.Count(s.Problems, problem.Error); n > 0 {
		fmt.Fprintf(c.out, "  其中有 %d 处没有读懂，不在比较之内，详见 nianbao check %s\n", n, source.Quoted(file))
	}
}

// A comparison is what diff -json prints.
type comparison struct {
	Version     string               `json:"version"`
	A           compared             `json:"a"`
	B           compared             `json:"b"`
	Differences []compare.Difference `json:"differences"`
}

type compared struct {
	File string `json:"file"`
	identity
	Unread int `json:"unread"` // what was not understood, and is not compared
}

func printDifferencesInJSON(c console, files []string, sources [2]source.Source, differences []compare.Difference) {
	found := comparison{Version: project.Revision(), Differences: append([]compare.Difference{}, differences...)}
	for i, side := range []*compared{&found.A, &found.B} {
		*side = compared{files[i], identify(sources[i].Report), listing.Count(sources[i].Problems, problem.Error)}
	}
	c.file.Write(append(indented(found, ""), '\n'))
}

// printDifferences lists them by table and section.
func printDifferences(c console, differences []compare.Difference, a *report.Report) {
	fmt.Fprintln(c.out)
	if len(differences) == 0 {
		characters := 0
		for _, prose := range a.Prose {
			characters += utf8.RuneCountInString(prose.Text)
		}
		fmt.Fprintf(c.out, "没有不同。比较了题目和落款、%d 格、%d 字。\n", len(a.Template.Leaves()), characters)
		return
	}
	group, cells, sentences := "", 0, 0
	for _, d := range differences {
		if d.Group != group {
			group = d.Group
			fmt.Fprintf(c.out, "%s\n", group)
		}
		fmt.Fprintf(c.out, "  %s\n", differenceLine(d))
		switch d.Kind {
		case compare.DiffersInNumber:
			cells++
		case compare.DiffersInProse:
			sentences++
		}
	}
	fmt.Fprintf(c.out, "\n共 %d 处不同：数字 %d 格，文字 %d 处，题目和落款 %d 处。\n",
		len(differences), cells, sentences, len(differences)-cells-sentences)
}

// differenceLine is a difference as people read it below its group's name.
func differenceLine(d compare.Difference) string {
	remark := ""
	if d.Remark != "" {
		remark = "（" + d.Remark + "）"
	}
	if d.Kind != compare.DiffersInProse {
		return strings.TrimPrefix(d.Place, d.Group+" · ") + "：" + orBlank(d.A) + " → " + orBlank(d.B) + remark
	}
	switch {
	case d.Remark != "":
		return d.Remark
	case d.MarkedA != "" || d.MarkedB != "":
		return "原  " + d.MarkedA + "\n  改  " + d.MarkedB
	case d.B == "":
		return "删  " + d.A
	}
	return "添  " + d.B
}

func orBlank(text string) string {
	if text == "" {
		return "（空）"
	}
	return text
}
