package main

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"nianbao/cmd/nianbao/flags"
	"nianbao/cmd/nianbao/listing"
	"nianbao/cmd/nianbao/process"
	"nianbao/cmd/nianbao/progress"
	"nianbao/document"
	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

const importHelp = `用法：nianbao import 文件… [-o 文件夹] [-force] [-blank-as 0] [-json]

读已有的报告，写出它的数据（.json），名字和 build 写出的相同。文件可以是 Word 文件（.docx）、存下来的
网页（.html、.mht）、Excel 表格（.xlsx）、带数据的 PDF（-pdfa 3a）、本程序写的 OFD，公布过的、填了一半的
都行，也可以是放着这些文件的文件夹，里面的文件夹也看；读不了的文件逐个说明，与报告同名的 PDF、OFD 只计数。
读懂了什么、没有读懂什么会逐条列出；没有把握的数不猜，空着的格仍然空着。文件写 - 时从标准输入读。

  -o 文件夹   写到哪个文件夹，没有就新建；不写这一项就是当前文件夹；写 - 就是标准输出（只能一份）
  -force      同名而内容不同的 .json 文件，也用新的覆盖它
  -json       给程序看的结果（JSON），内容相同，格式见 docs/api.md
  -blank-as 0 文件里空着的格按 0 计（网上公布的年报常有上百个）；没有找到的格仍然空着

例如：
  nianbao import 去年的年报.docx
  nianbao import 网页/*.html -o 数据

退出码：0 都读懂了，空格不算；1 有没读懂的地方；2 有文件读不了或写不了；130 按 Ctrl+C 停下了。
`

// An imported file is what import says of it; its tags are the keys of -json.
type imported struct {
	File string `json:"file"`
	identity
	Failure  string            `json:"failure,omitempty"` // why it could not be read or written
	Written  string            `json:"written,omitempty"` // the file that holds the data
	Changed  bool              `json:"changed"`           // false: it held the same before
	Summary  []string          `json:"summary"`           // what was understood, in Chinese
	Blank    int               `json:"blank"`             // cells that are left to fill in
	Problems []problem.Problem `json:"problems"`

	data []byte // for standard output
}

func importFiles(args []string, c console) int {
	set := flag.NewFlagSet("import", flag.ContinueOnError)
	folder := flags.Text(".")
	set.Var(&folder, "o", "")
	force := set.Bool("force", false, "")
	inJSON := set.Bool("json", false, "")
	var blanks blankAs
	set.Var(&blanks, "blank-as", "")
	end := process.Stoppable(c.err)
	defer end.Done(c.out.Flush)
	files, err := flags.Parse(set, args)
	if err == nil {
		files, err = source.Files(files)
	}
	var b *source.Batch
	data := 0
	if err == nil {
		b, data = source.BatchOf(files).WithoutData(files)
		err = oneForOutput(string(folder), len(b.Files), 1)
	}
	if err == nil && folder == standardOutput && *inJSON {
		err = errors.New("-json 和 -o - 都要用标准输出，只能写一个")
	}
	if err != nil {
		return misuse(c, "import", importHelp, err)
	}
	process.CollectForMany(len(b.Files))
	i := importer{folder: string(folder), force: *force, from: map[string]string{}}
	list := jsonList{out: c.file}
	var tallied [3]int
	type result struct {
		source source.Source
		err    error
	}
	var stop <-chan struct{} // one file is at hand, and nothing is lost
	if len(b.Files) > 1 {
		stop = end.Gently().Done()
	}
	bar := progress.Of(c.err, "读文件", "有没读懂的", len(b.Files), stop)
	worked := source.InOrderUntil(len(b.Files), stop, func(k int) (r result) {
		if r.source, r.err = b.Read(b.Files[k], c.in); r.err == nil {
			blanks.fill(&r.source)
		}
		return r
	}, func(k int, r result) {
		found := i.one(b.Files[k], r.source, r.err)
		tallied[found.status()]++
		bar.Step(found.status() != fine)
		bar.Aside(func() {
			if *inJSON {
				list.add(found)
				c.file.Flush()
			} else {
				found.print(c, len(b.Files) > 1)
			}
			c.out.Flush()
		})
	})
	bar.End()
	if worked < len(b.Files) {
		note := fmt.Sprintf("已停下：已读 %d 份，其余 %d 份没有读；再运行一次即可", worked, len(b.Files)-worked)
		if *inJSON {
			list.end(rest{Notes: []string{note}})
		} else {
			fmt.Fprintf(c.out, "%s。\n", note)
		}
		return impossible
	}
	switch {
	case *inJSON:
		list.end(rest{Skipped: b.Skipped, Prints: b.Prints, Data: data})
		return worst(tallied)
	case folder == standardOutput:
		return worst(tallied)
	}
	b.Tell(c.out)
	if data > 0 {
		fmt.Fprintf(c.out, "另有 %d 份已经是报告的数据（.json），不用读。\n", data)
	}
	if len(b.Files) > 1 {
		fmt.Fprintf(c.out, "共 %d 份：都读懂了 %d 份，有没读懂的地方 %d 份，读不了或写不了 %d 份。\n",
			len(b.Files), tallied[fine], tallied[wrong], tallied[impossible])
	}
	return worst(tallied)
}

// An importer writes the data of the reports of one call.
type importer struct {
	folder string
	force  bool
	from   map[string]string // name of what was written, in small letters → the file it was read from
}

// one writes the data of one report.
func (i *importer) one(file string, s source.Source, err error) imported {
	found := imported{File: file, Summary: []string{}, Problems: []problem.Problem{}}
	switch {
	case err != nil || s.Reading != nil:
	case s.Report.Template == nil:
		err = fmt.Errorf("“%s”不是 Word 文件（.docx）、网页、PDF 或者 OFD，读不了", source.Name(file))
	default:
		err = fmt.Errorf("“%s”已经是报告的数据（JSON），不用读；要核对请用 nianbao check", source.Name(file))
	}
	if err == nil {
		fault := source.Guarded(file, func() { err = i.write(file, s, &found) })
		err = errors.Join(err, fault)
	}
	if err != nil {
		found.Failure = err.Error()
		return found
	}
	found.identity = identify(s.Report)
	found.Summary = append(found.Summary, s.Reading.Summary...)
	found.Blank = blankCells(s.Report)
	found.Problems = append(found.Problems, s.Problems...)
	return found
}

func (f imported) status() int {
	switch {
	case f.Failure != "":
		return impossible
	case problem.HasErrors(f.Problems):
		return wrong
	}
	return fine
}

// print says what was understood; beside data on standard output, elsewhere.
func (f imported) print(c console, several bool) {
	if f.data != nil {
		c.file.Write(f.data)
		if c.file.Flush() != nil {
			return // run reports it
		}
		other, say := c.aside()
		defer say()
		c = other
	}
	if several {
		fmt.Fprintf(c.out, "【%s】\n", source.Name(f.File))
		defer fmt.Fprintln(c.out)
	}
	if f.Failure != "" {
		c.out.Flush()
		fmt.Fprintf(c.err, "%s。\n", f.Failure)
		return
	}
	done := "已写出"
	if !f.Changed {
		done = "已有相同的文件，没有改动"
	}
	fmt.Fprintf(c.out, "%s：%s\n", done, f.Written)
	for _, line := range f.Summary {
		fmt.Fprintf(c.out, "  %s\n", line)
	}
	if f.Blank > 0 {
		fmt.Fprintf(c.out, "  空着的 %d 格，填好以后再核对\n", f.Blank)
	}
	if len(f.Problems) > 0 {
		fmt.Fprintln(c.out)
		listing.Problems(c.out, filing.Ranked(f.Problems), len(f.Problems))
		fmt.Fprintf(c.out, "%s：%s。\n", source.Name(f.File), listing.Tally(f.Problems))
	}
}

// blankCells counts the cells that somebody still has to fill in.
func blankCells(r *report.Report) int {
	n := 0
	for _, leaf := range r.Template.Leaves() {
		if _, ok := r.Numbers[leaf.Path]; !ok && !leaf.Total {
			n++
		}
	}
	return n
}

func (i *importer) write(file string, s source.Source, found *imported) error {
	content := jsonfile.Encode(s.Report)
	if i.folder == standardOutput {
		found.data, found.Written, found.Changed = content, "标准输出", true
		return nil
	}
	name := i.name(file, s.Report)
	if first, ok := i.from[strings.ToLower(name)]; ok {
		return fmt.Errorf("“%s”与“%s”读出的是同一个机关同一年的报告（%s），没有写。请核对是不是同一份，或者分两次写到不同的文件夹", source.Name(file), source.Name(first), name)
	}
	out := disk.Output{Path: filepath.Join(i.folder, name+".json"), Content: content}
	out.Keeping = fmt.Sprintf("已经有了，内容不同，没有覆盖。要看有什么不同，用 nianbao diff %s %s；要换成新的，", source.Quoted(out.Path), source.Quoted(file))
	if _, err := disk.OpenFolder(i.folder); err != nil {
		return err
	}
	changed, err := disk.Write([]disk.Output{out}, i.force)
	if err != nil {
		return err
	}
	i.from[strings.ToLower(name)] = file
	found.Written, found.Changed = out.Path, changed
	return nil
}

// name is that of the files that build would write or, where the title could
// not be read, the name of the file.
func (i *importer) name(file string, r *report.Report) string {
	if r.Agency != "" && r.Year != 0 {
		name, _ := filing.Name(document.Fill(r, document.Options{}))
		return name
	}
	if file == source.StandardInput {
		return "report"
	}
	base := filepath.Base(file)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
