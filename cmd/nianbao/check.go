package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"

	"nianbao/filing"
	"nianbao/problem"
	"nianbao/render/font"
	"nianbao/report"
)

const checkHelp = `用法：nianbao check 文件… [-json] [-fonts 文件夹] [-faces embedded] [-last 上年] [-strict] [-explain] [-alike]

只核对，不写文件：逐条说明哪里不对、两边各是多少、怎么改。
文件可以是报告的数据（.json）、Word 文件（.docx）、存下来的网页（.html）、带数据的 PDF（-pdfa 3a），
也可以是放着这些文件的文件夹，里面的文件夹也看；读不了的文件（.doc、扫描件……）逐个说明，与报告同名的
PDF 只计数。同一机关同一年有几份而内容不同的、年份不一样的，最后说明。文件写 - 时从标准输入读。

  -json              给程序看的结果（JSON），内容相同
  -last 文件         与上年的报告对照：结转、现行有效、数量级、雷同；也可以写一个文件夹，
                     每个机关上年的报告按文件的内容在里面找，找不到的会说明
  -strict            警告也当作错误
  -explain           列出文字里的每个数对的是哪一格、为什么没有核对，以及没有任何核对的格
  -alike             几份报告互相对照，哪些部分的文字雷同
` + faceHelp + `
各项核对的说明见 docs/checks.md。

例如：
  nianbao check report.json
  nianbao check *.json
  nianbao check report.json -last 上年.docx
  nianbao check 六十份/*.docx -last 去年/
  nianbao check *.json -alike

退出码：0 没有错误；1 有报告存在错误；2 有文件读不了。
`

// A finding is what check says of one file; its tags are the keys of -json.
type finding struct {
	File      string            `json:"file"`
	Failure   string            `json:"failure,omitempty"` // why the file could not be read
	Errors    int               `json:"errors"`
	Warnings  int               `json:"warnings"`
	Notices   int               `json:"notices"`
	Pages     int               `json:"pages"`    // 0: it cannot be printed
	Computed  int               `json:"computed"` // sums that were left to the program
	Filled    int               `json:"filled"`   // blanks that are taken as 0
	Problems  []problem.Problem `json:"problems"`
	Numbers   []explained       `json:"numbers,omitempty"`   // with -explain: the numbers of the prose
	Uncovered []string          `json:"uncovered,omitempty"` // with -explain: cells that no check reads

	report *report.Report
	digest filing.Digest // of what it prints; zero: nothing

	checked string // what was looked at; "" where the edition is unknown
}

func check(args []string, c console) int {
	set := flag.NewFlagSet("check", flag.ContinueOnError)
	inJSON := set.Bool("json", false, "")
	explain := set.Bool("explain", false, "")
	alike := set.Bool("alike", false, "")
	var m filing.Measures
	last := text("")
	set.Var(&last, "last", "")
	set.BoolVar(&m.Strict, "strict", false, "")
	var choice faceChoice
	choice.flags(set)
	files, err := parse(set, args)
	if err == nil {
		files, err = inputs(files)
	}
	b := batchOf(files)
	if files = b.files; err == nil && *alike && len(files) < 2 {
		err = errors.New("-alike 要写两份以上的报告")
	}
	var lasts *lastYears
	if err == nil {
		lasts, err = readLast(string(last), c.in)
	}
	var faces *font.Found
	if err == nil {
		if faces, err = choice.find(); err == nil {
			m.Faces = faces.Set
		}
	}
	if err != nil {
		return misuse(c, "check", checkHelp, err)
	}
	status := fine
	findings := []finding{}
	var together gathering
	inOrder(len(files), func(i int) finding {
		s, err := b.read(files[i], c.in)
		if err != nil {
			return finding{File: files[i], Problems: []problem.Problem{}, Failure: err.Error()}
		}
		return find(files[i], s, m, lasts, *explain)
	}, func(_ int, f finding) {
		together.add(f, c)
		findings = append(findings, f)
		if !*inJSON {
			f.print(c, len(files) > 1)
			c.out.Flush()
		}
	})
	var likenesses []likeness
	if *alike {
		likenesses = compareAll(findings, m.Strict)
	}
	for _, f := range findings {
		status = max(status, f.status())
	}
	if *inJSON {
		encoder := json.NewEncoder(c.out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		encoder.Encode(findings) // run finds out whether it could be written
		return status
	}
	if *alike {
		printAlike(c, findings, likenesses)
	}
	b.tell(c.out)
	lasts.tell(c.out)
	together.tell(c.out)
	if len(files) > 1 {
		printVerdict(c, findings)
	}
	return status
}

func find(file string, s source, m filing.Measures, lasts *lastYears, explain bool) finding {
	f := finding{File: file, Problems: []problem.Problem{}}
	if err := guarded(file, func() { f.look(s, m, lasts, explain) }); err != nil {
		return finding{File: file, Failure: err.Error(), Problems: []problem.Problem{}}
	}
	return f
}

// look checks the report and lays it out.
func (f *finding) look(s source, m filing.Measures, lasts *lastYears, explain bool) {
	var missing []problem.Problem
	m.Last, missing = lasts.of(s.report)
	p := s.lay(m, missing...)
	f.report = p.Report
	f.Problems = append(f.Problems, p.Problems...)
	f.count()
	f.Pages = p.Pages()
	f.Computed, f.Filled = p.Report.Computed(), p.Report.Filled()
	if p.Document != nil {
		f.checked = p.Checked()
		f.digest = filing.DigestOf(p.Document)
	}
	if explain {
		f.explain(m.Last)
	}
}

// grouped are the problems as people read them.
func (f finding) grouped() []problem.Problem {
	if f.report == nil {
		return f.Problems
	}
	return filing.Grouped(f.Problems, f.report.Template)
}

func (f *finding) count() {
	f.Errors = count(f.Problems, problem.Error)
	f.Warnings = count(f.Problems, problem.Warning)
	f.Notices = count(f.Problems, problem.Notice)
}

func (f finding) status() int {
	switch {
	case f.Failure != "":
		return impossible
	case f.Errors > 0:
		return wrong
	}
	return fine
}

func (f finding) print(c console, several bool) {
	if f.Failure != "" {
		fmt.Fprintf(c.err, "%s。\n", f.Failure)
		return
	}
	if several && len(f.Problems) > 0 {
		fmt.Fprintf(c.out, "【%s】\n", fileName(f.File))
	}
	problems := f.grouped()
	list(c.out, problems, len(problems))
	fmt.Fprintf(c.out, "%s：%s", fileName(f.File), tally(f.Problems))
	if f.Errors == 0 {
		fmt.Fprintf(c.out, "。核对了 %s", f.checked)
	}
	fmt.Fprintln(c.out, "。")
	f.printExplained(c)
	if several && len(f.Problems) > 0 {
		fmt.Fprintln(c.out)
	}
}

// printVerdict ends the findings of several files.
func printVerdict(c console, findings []finding) {
	tallied := [3]int{}
	for _, f := range findings {
		tallied[f.status()]++
	}
	fmt.Fprintf(c.out, "共 %d 份：没有错误 %d 份，有错误 %d 份，读不了 %d 份。\n",
		len(findings), tallied[fine], tallied[wrong], tallied[impossible])
}
