package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"unicode/utf8"

	"nianbao/check/compare"
	"nianbao/problem"
	"nianbao/report"
)

const diffHelp = `用法：nianbao diff 甲 乙 [-json]

比较两份报告里印出来的内容：表格逐格比，文字逐句比。两份可以是同一年的两个版本，也可以是两年的。
文件可以是报告的数据（.json）、Word 文件（.docx）、存下来的网页（.html）、带数据的 PDF（-pdfa 3a）。
文件写 - 时从标准输入读。

  -json   给程序看的结果（JSON），内容相同

例如：
  nianbao diff report.json 领导改过的.docx
  nianbao diff 去年.docx 今年.json

退出码：0 没有不同；1 有不同；2 有文件读不了。
`

func diff(args []string, c console) int {
	set := flag.NewFlagSet("diff", flag.ContinueOnError)
	inJSON := set.Bool("json", false, "")
	files, err := parse(set, args)
	if err == nil && len(files) != 2 {
		err = fmt.Errorf("diff 后面要写两个文件，写了 %d 个", len(files))
	}
	if err == nil && files[0] == standardInput && files[1] == standardInput {
		err = errors.New("“-”（标准输入）只能写一次")
	}
	if err != nil {
		return misuse(c, "diff", diffHelp, err)
	}
	var sources [2]source
	for i, file := range files {
		if sources[i], err = readToCompare(file, c); err != nil {
			fmt.Fprintf(c.err, "%s。\n", err)
			return impossible
		}
	}
	differences := compare.Differences(sources[0].report, sources[1].report)
	if *inJSON {
		printDifferencesInJSON(c, files, differences)
	} else {
		for i, s := range sources {
			fmt.Fprintf(c.out, "%s %s：%s\n", [2]string{"甲", "乙"}[i], fileName(files[i]), describe(s.report))
			s.tellUnread(c, files[i])
		}
		printDifferences(c, differences, sources[0].report)
	}
	if len(differences) > 0 {
		return wrong
	}
	return fine
}

// describe says whose report it is: 涞源县 2022 年，2021 格式.
func describe(r *report.Report) string {
	agency, year := r.Agency, fmt.Sprintf(" %d 年", r.Year)
	if agency == "" {
		agency = "没有机关名称"
	}
	if r.Year == 0 {
		year = "，没有年份"
	}
	return agency + year + "，" + r.Edition + " 格式"
}

// readToCompare reads a report; its errors, and what makes it incomparable, are
// sentences.
func readToCompare(file string, c console) (source, error) {
	s, err := read(file, c.in)
	if err != nil {
		return s, err
	}
	if !s.report.Comparable() {
		if len(s.problems) > 0 {
			return s, fmt.Errorf("“%s”不能比较：%s", fileName(file), s.problems[0].Message)
		}
		return s, fmt.Errorf("“%s”不能比较：看不出是哪一版格式的报告", fileName(file))
	}
	return s, nil
}

// tellUnread names what was not read and hence could not be compared.
func (s source) tellUnread(c console, file string) {
	if n := count(s.problems, problem.Error); n > 0 {
		fmt.Fprintf(c.out, "  其中有 %d 处没有读懂，不在比较之内，详见 nianbao check %s\n", n, quoted(file))
	}
}

// A comparison is what diff -json prints.
type comparison struct {
	A           string               `json:"a"`
	B           string               `json:"b"`
	Differences []compare.Difference `json:"differences"`
}

func printDifferencesInJSON(c console, files []string, differences []compare.Difference) {
	if differences == nil {
		differences = []compare.Difference{}
	}
	encoder := json.NewEncoder(c.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	encoder.Encode(comparison{files[0], files[1], differences}) // run finds out whether it could be written
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
