package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"

	"nianbao/cmd/nianbao/facechoice"
	"nianbao/cmd/nianbao/flags"
	"nianbao/cmd/nianbao/process"
	"nianbao/cmd/nianbao/progress"
	"nianbao/filing"
	"nianbao/filing/source"
	"nianbao/problem"
	"nianbao/render/font"
)

const checkHelp = `用法：nianbao check 文件… [-json] [-fonts 文件夹] [-face 角色=文件] [-faces embedded] [-last 上年] [-strict] [-blank-as 0] [-explain] [-alike]

只核对，不写文件：逐条说明哪里不对、两边各是多少、怎么改。
文件可以是报告的数据（.json）、Word 文件（.docx）、存下来的网页（.html、.mht）、Excel 表格（.xlsx）、带数据的 PDF（-pdfa 3a）、
本程序写的 OFD，也可以是放着这些文件的文件夹，里面的文件夹也看；读不了的文件（.doc、扫描件……）逐个说明，
与报告同名的 PDF、OFD 只计数。同一机关同一年有几份而内容不同的、年份不一样的，最后说明。文件写 - 时从标准输入读。

  -json              给程序看的结果（JSON），内容相同，格式见 docs/api.md
  -last 文件         与上年的报告对照：结转、现行有效、数量级、雷同；也可以写一个文件夹，
                     每个机关上年的报告按文件的内容在里面找，找不到的会说明
  -strict            警告也当作错误
` + blankAsHelp + `  -explain           列出文字里的每个数对的是哪一格、为什么没有核对，以及没有任何核对的格
  -alike             几份报告互相对照，哪些部分的文字雷同
` + facechoice.Help + `
各项核对的说明见 docs/checks.md。

例如：
  nianbao check report.json
  nianbao check *.json
  nianbao check report.json -last 上年.docx
  nianbao check 六十份/*.docx -last 去年/
  nianbao check *.json -alike

退出码：0 没有错误；1 有报告存在错误；2 有文件读不了；130 按 Ctrl+C 停下了（写完手上的一份，说明核对了几份）。
`

func check(args []string, c console) int {
	set := flag.NewFlagSet("check", flag.ContinueOnError)
	inJSON := set.Bool("json", false, "")
	explain := set.Bool("explain", false, "")
	alike := set.Bool("alike", false, "")
	var o filing.Options
	last := flags.Text("")
	set.Var(&last, "last", "")
	set.BoolVar(&o.Strict, "strict", false, "")
	var blanks blankAs
	set.Var(&blanks, "blank-as", "")
	var choice facechoice.Choice
	choice.Flags(set)
	end := process.Stoppable(c.err)
	defer end.Done(c.out.Flush)
	files, err := flags.Parse(set, args)
	if err == nil {
		files, err = source.Files(files)
	}
	if slices.ContainsFunc(files, isFolder) {
		process.CollectForAny(len(files) + 1) // to list a hundred thousand files leaves more behind than to read them
	}
	b := source.BatchOf(files)
	if files = b.Files; err == nil && *alike && len(files) < 2 {
		err = errors.New("-alike 要写两份以上的报告")
	}
	var lasts *source.LastYears
	if err == nil {
		lasts, err = source.ReadLast(string(last), c.in)
	}
	var notes []string
	if err == nil {
		var faces *font.Found
		if faces, err = choice.Find(); err == nil {
			o.Faces, notes = faces.Set, choice.ChosenNotes(faces)
		}
	}
	if err != nil {
		return misuse(c, "check", checkHelp, err)
	}
	var stop <-chan struct{} // one file is at hand, and nothing is lost
	if len(files) > 1 {
		stop = end.Gently().Done()
	}
	bar := progress.Of(c.err, "核对报告", "有错误", len(files), stop)
	process.CollectForAny(len(files))
	together := gathering{files: files}
	var tallied [3]int
	list := jsonList{out: c.file}
	count := func(f finding) {
		tallied[f.status()]++
		if *inJSON {
			list.add(f)
			c.file.Flush()
		}
	}
	var kept []finding // with -alike; else nothing is kept of a file that was reported
	checked := source.InOrderUntil(len(files), stop, func(i int) finding {
		s, err := b.Read(files[i], c.in)
		if err != nil {
			return finding{File: files[i], Problems: []problem.Problem{}, Failure: err.Error()}
		}
		blanks.fill(&s)
		return find(files[i], s, o, lasts, *explain)
	}, func(i int, f finding) {
		together.add(i, f, c)
		bar.Step(f.status() != fine)
		if !*inJSON {
			bar.Aside(func() {
				f.print(c, len(files) > 1)
				c.out.Flush()
			})
		}
		if *alike {
			kept = append(kept, f)
		} else {
			count(f)
		}
	})
	bar.End()
	halted := ""
	if checked < len(files) {
		halted = fmt.Sprintf("已停下：已核对 %d 份，其余 %d 份没有核对；再运行一次即可", checked, len(files)-checked)
	}
	likenesses := compareAll(kept, o.Strict)
	for _, f := range kept {
		count(f)
	}
	if *inJSON {
		if halted != "" {
			notes = append([]string{halted}, notes...)
		}
		list.end(rest{Skipped: b.Skipped, Prints: b.Prints, Notes: slices.Concat(lasts.Notes, together.all(), notes)})
		return worst(tallied)
	}
	if *alike {
		printAlike(c, kept, likenesses)
	}
	b.Tell(c.out)
	lasts.Tell(c.out)
	together.tell(c.out)
	for _, note := range notes {
		fmt.Fprintf(c.out, "说明：%s\n", note)
	}
	if halted != "" {
		fmt.Fprintf(c.out, "%s。这 %d 份里：没有错误 %d 份，有错误 %d 份，读不了 %d 份。\n", halted, checked, tallied[fine], tallied[wrong], tallied[impossible])
	} else if len(files) > 1 {
		fmt.Fprintf(c.out, "共 %d 份：没有错误 %d 份，有错误 %d 份，读不了 %d 份。\n", len(files), tallied[fine], tallied[wrong], tallied[impossible])
	}
	return worst(tallied)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// worst is the exit code of a call, from how many files had which.
func worst(tallied [3]int) int {
	for status := impossible; status > fine; status-- {
		if tallied[status] > 0 {
			return status
		}
	}
	return fine
}
