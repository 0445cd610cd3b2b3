package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"nianbao/cmd/nianbao/facechoice"
	"nianbao/cmd/nianbao/flags"
	"nianbao/cmd/nianbao/process"
	"nianbao/cmd/nianbao/progress"
	"nianbao/filing/source"
	"nianbao/render"
	"nianbao/render/pdf"
)

func buildHelp() string {
	return `用法：nianbao build 文件… [-o 文件夹] [-format ` + formatNames(render.Unasked()) + `] [-pdfa 2a] [-ofd-a] [-fonts 文件夹] [-face 角色=文件] [-faces embedded] [-draft] [-force] [-last 上年] [-strict] [-blank-as 0] [-book 合订本.pdf [-order 名单.xlsx]]

核对报告，没有错误就写出 Word 和 PDF 文件，名为“机关名称、年份、年度报告”。
有错误就逐条说明，什么也不写。文件可以是报告的数据（.json），也可以是 Word 文件（.docx）、
存下来的网页（.html、.mht）、Excel 表格（.xlsx）、带数据的 PDF（-pdfa 3a）、本程序写的
OFD，也可以是放着这些文件的文件夹。文件写 - 时从标准输入读。
几个文件印出来一样（数据和由它写出的 Word 文件）是同一份，只写一次；同一机关同一年而内容不同的，
哪一份也不写，请先留下要用的那一份。

  -o 文件夹          写到哪个文件夹，没有就新建；不写这一项就是当前文件夹；写 - 就是标准输出
                     （只能一份报告、一种文件）
  -format 格式       写哪几种文件，用逗号隔开；不写这一项就是 ` + formatNames(render.Unasked()) + `。可以写
` + briefs(render.Formats) + `  -pdfa 1a|2a|3a|4   PDF 符合哪一种存档标准；不写这一项就是 2a。档案馆按 GB/T 23286.1 收的用 1a，
                     要在文件里附上报告数据（JSON）的用 3a，要 PDF 2.0 的用 4；都带标签，读屏软件能读
  -ofd-a             OFD 写成档案馆按 GB/T 42133 收的 OFD-A，里面附上报告数据（JSON）
` + facechoice.Help + `  -draft             送审稿：有错误也写，每页标明“送审稿”，空格画成灰块，问题列在文末
  -force             同名的 Word、PDF 文件在生成以后有人改过（或者是扫描件），也用新的覆盖它
  -last 文件         与上年的报告对照；也可以写一个文件夹，每个机关上年的报告按文件的内容在里面找
  -strict            警告也当作错误，有警告就不写
` + blankAsHelp + `  -book 文件.pdf     把这些报告装订成一本 PDF：封面、写明页码的目录、书签，每份从单数页起，页码从封面
                     连续编到底；只写这一本，有一份有错误就不写
  -order 名单        合订本照名单（.xlsx 或者 .csv，见 nianbao roster -h）的顺序；不写这一项就照文件的顺序

例如：
  nianbao build report.json
  nianbao build *.json -o 年报
  nianbao build report.json -draft -format pdf
  nianbao build report.json -format docx,pdf,ofd
  nianbao build 年报 -book 合订本.pdf -order 名单.xlsx
  nianbao build - -o - -format pdf < report.json > report.pdf

按 Ctrl+C：做完手上的一份就停，说明做了哪些；再按一次立即停下，也不留写了一半的文件。

退出码：0 都写好了；1 有报告存在错误；2 有文件读不了或写不了；130 按 Ctrl+C 停下了。
`
}

func build(args []string, c console) int {
	set := flag.NewFlagSet("build", flag.ContinueOnError)
	folder, formats, pdfa := flags.Text("."), flags.Text(""), flags.Text("")
	b := builder{from: map[string]origin{}}
	var faces facechoice.Choice
	faces.Flags(set)
	set.Var(&folder, "o", "")
	set.Var(&formats, "format", "")
	set.Var(&pdfa, "pdfa", "")
	set.BoolVar(&b.ofdA, "ofd-a", false, "")
	set.BoolVar(&b.Draft, "draft", false, "")
	set.BoolVar(&b.force, "force", false, "")
	last := flags.Text("")
	set.Var(&last, "last", "")
	set.BoolVar(&b.Strict, "strict", false, "")
	set.Var(&b.blanks, "blank-as", "")
	var bound binding
	bound.flags(set)
	end := process.Stoppable(c.err)
	defer end.Done(c.out.Flush)
	files, err := flags.Parse(set, args)
	if err == nil {
		files, err = source.Files(files)
	}
	if err == nil {
		err = bound.check(set)
	}
	b.batch = source.BatchOf(files)
	files = b.batch.Files
	if err == nil {
		b.formats, err = chosen(string(formats))
	}
	if err != nil {
		return misuse(c, "build", buildHelp(), err)
	}
	if b.pdfa, err = conformance(string(pdfa)); err != nil {
		return misuse(c, "build", buildHelp(), err)
	}
	for _, told := range []struct {
		given          bool
		flag, of, name string
	}{{pdfa != "", "-pdfa", "PDF", "pdf"}, {b.ofdA, "-ofd-a", "OFD", "ofd"}} {
		if told.given && !slices.ContainsFunc(b.formats, func(f render.Format) bool { return f.Name == told.name }) {
			return misuse(c, "build", buildHelp(), fmt.Errorf("%s 说的是 %s，-format 里却没有 %s", told.flag, told.of, told.name))
		}
	}
	if b.lasts, err = source.ReadLast(string(last), c.in); err != nil {
		return misuse(c, "build", buildHelp(), err)
	}
	found, err := faces.Find()
	if err != nil {
		return misuse(c, "build", buildHelp(), err)
	}
	b.Faces, b.faceNotes = found.Set, faces.Notes(found)
	b.Word = !slices.ContainsFunc(b.formats, func(f render.Format) bool { return f.Laid })
	if bound.path != "" {
		return bound.write(&b, c, end)
	}
	b.folder = string(folder)
	if err := oneForOutput(b.folder, len(files), len(b.formats)); err != nil {
		return misuse(c, "build", buildHelp(), err)
	}
	if len(files) == 1 {
		r := b.one(files[0], c)
		r.print(c, &b, files[0])
		if b.folder != standardOutput {
			b.batch.Tell(c.out)
		}
		return r.status
	}
	return b.each(files, c, end)
}

// each writes several reports, on all processors; one that fails does not stop
// the others.
func (b *builder) each(files []string, c console, end *process.End) int {
	process.CollectForMany(len(files))
	status, done, twins := fine, 0, 0
	problems := false
	stop := end.Gently().Done()
	claims := b.claims(c, stop)
	bar := progress.Of(c.err, "印报告", "未完成", len(files), stop)
	worked := source.InOrderUntil(len(files), stop, func(i int) result {
		return b.prepare(files[i], c, claims, b.build)
	}, func(i int, r result) {
		b.finish(files[i], &r)
		bar.Step(r.status != fine)
		bar.Aside(func() {
			r.printLine(c, files[i])
			c.out.Flush() // run finds out whether it could be written
		})
		status = max(status, r.status)
		switch {
		case r.paths != nil:
			done++
		case r.same != "":
			twins++
		}
		problems = problems || r.paper != nil && len(r.paper.Problems) > 0
	})
	bar.End()
	if worked < len(files) {
		fmt.Fprintf(c.out, "已停下：已完成 %d 份，%s其余 %d 份没有做；再运行一次即可。\n", done+twins, failing("未完成", worked-done-twins), len(files)-worked)
		return impossible
	}
	for _, note := range b.faceNotes {
		fmt.Fprintf(c.out, "说明：%s\n", note)
	}
	b.batch.Tell(c.out)
	b.lasts.Tell(c.out)
	status = max(status, b.index(c))
	same := ""
	if twins > 0 {
		same = fmt.Sprintf("与别的文件是同一份 %d 份，", twins)
	}
	fmt.Fprintf(c.out, "共 %d 份：完成 %d 份，%s未完成 %d 份。\n", len(files), done, same, len(files)-done-twins)
	if problems {
		fmt.Fprintln(c.out, "要看一份报告全部的问题，请用：nianbao check 文件")
	}
	return status
}

// claims finds the files that are one report, before any is printed.
func (b *builder) claims(c console, stop <-chan struct{}) *source.Claims {
	bar := progress.Of(c.err, "读报告", "", len(b.batch.Files), stop)
	defer bar.End()
	return b.batch.Claims(c.in, stop, func() { bar.Step(false) }, b.blanks.fill)
}

// failing counts what went wrong, "" if nothing did.
func failing(what string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d 份，", what, n)
}

// conformance is the part of PDF/A that -pdfa names.
func conformance(name string) (pdf.Conformance, error) {
	if name == "" {
		return pdf.PDFA2a, nil
	}
	if c, ok := pdf.Named(strings.ToLower(strings.TrimSpace(name))); ok {
		return c, nil
	}
	return 0, fmt.Errorf("没有“%s”这一种，-pdfa 后面可以写 1a、2a、3a、4", name)
}
