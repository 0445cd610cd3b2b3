package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nianbao/document"
	"nianbao/filing"
	"nianbao/filing/disk"
	"nianbao/problem"
	"nianbao/report"
	"nianbao/report/jsonfile"
)

const importHelp = `用法：nianbao import 文件… [-o 文件夹] [-force]

读已有的报告，写出它的数据（.json），名字和 build 写出的相同。文件可以是 Word 文件（.docx）、存下来的
网页（.html）、带数据的 PDF（-pdfa 3a），公布过的、填了一半的都行，也可以是放着这些文件的文件夹，
里面的文件夹也看；读不了的文件逐个说明，与报告同名的 PDF 只计数。
读懂了什么、没有读懂什么会逐条列出；没有把握的数不猜，空着的格仍然空着。文件写 - 时从标准输入读。

  -o 文件夹   写到哪个文件夹，没有就新建；不写这一项就是当前文件夹
  -force      同名而内容不同的 .json 文件，也用新的覆盖它

例如：
  nianbao import 去年的年报.docx
  nianbao import 网页/*.html -o 数据

退出码：0 都读懂了，空格不算；1 有没读懂的地方；2 有文件读不了或写不了。
`

func importFiles(args []string, c console) int {
	set := flag.NewFlagSet("import", flag.ContinueOnError)
	folder := text(".")
	set.Var(&folder, "o", "")
	force := set.Bool("force", false, "")
	defer stoppable(c)()
	files, err := parse(set, args)
	if err == nil {
		files, err = inputs(files)
	}
	if err != nil {
		return misuse(c, "import", importHelp, err)
	}
	b, data := batchOf(files).withoutData(files)
	files = b.files
	i := importer{folder: string(folder), force: *force, from: map[string]string{}}
	tallied := [3]int{}
	type result struct {
		source source
		err    error
	}
	inOrder(len(files), func(k int) (r result) {
		r.source, r.err = b.read(files[k], c.in)
		return r
	}, func(k int, r result) {
		tallied[i.one(c, files[k], r.source, r.err, len(files) > 1)]++
		c.out.Flush()
	})
	b.tell(c.out)
	if data > 0 {
		fmt.Fprintf(c.out, "另有 %d 份已经是报告的数据（.json），不用读。\n", data)
	}
	if len(files) > 1 {
		fmt.Fprintf(c.out, "共 %d 份：都读懂了 %d 份，有没读懂的地方 %d 份，读不了或写不了 %d 份。\n",
			len(files), tallied[fine], tallied[wrong], tallied[impossible])
	}
	for status := impossible; status > fine; status-- {
		if tallied[status] > 0 {
			return status
		}
	}
	return fine
}

// An importer writes the data of the reports of one call.
type importer struct {
	folder string
	force  bool
	from   map[string]string // name of what was written, in small letters → the file it was read from
}

// one writes the data of one report, says what was understood, and returns the status.
func (i *importer) one(c console, file string, s source, err error, several bool) int {
	if several {
		fmt.Fprintf(c.out, "【%s】\n", fileName(file))
		defer fmt.Fprintln(c.out)
	}
	switch {
	case err != nil || s.reading != nil:
	case s.report.Template == nil:
		err = fmt.Errorf("“%s”不是 Word 文件（.docx）、网页或者 PDF，读不了", fileName(file))
	default:
		err = fmt.Errorf("“%s”已经是报告的数据（JSON），不用读；要核对请用 nianbao check", fileName(file))
	}
	var path string
	var changed bool
	if err == nil {
		fault := guarded(file, func() { path, changed, err = i.write(file, s) })
		err = errors.Join(err, fault)
	}
	if err != nil {
		c.out.Flush()
		fmt.Fprintf(c.err, "%s。\n", err)
		return impossible
	}
	done := "已写出"
	if !changed {
		done = "已有相同的文件，没有改动"
	}
	fmt.Fprintf(c.out, "%s：%s\n", done, path)
	for _, line := range s.reading.Summary {
		fmt.Fprintf(c.out, "  %s\n", line)
	}
	if blank := s.blankCells(); blank > 0 {
		fmt.Fprintf(c.out, "  空着的 %d 格，填好以后再核对\n", blank)
	}
	if len(s.problems) > 0 {
		fmt.Fprintln(c.out)
		list(c.out, filing.Ranked(s.problems), len(s.problems))
		fmt.Fprintf(c.out, "%s：%s。\n", fileName(file), tally(s.problems))
	}
	if problem.HasErrors(s.problems) {
		return wrong
	}
	return fine
}

// blankCells counts the cells that somebody still has to fill in.
func (s source) blankCells() int {
	n := 0
	for _, leaf := range s.report.Template.Leaves() {
		if _, ok := s.report.Numbers[leaf.Path]; !ok && !leaf.Total {
			n++
		}
	}
	return n
}

func (i *importer) write(file string, s source) (path string, changed bool, err error) {
	name := i.name(file, s.report)
	if first, ok := i.from[strings.ToLower(name)]; ok {
		return "", false, fmt.Errorf("“%s”与“%s”读出的是同一个机关同一年的报告（%s），没有写。请核对是不是同一份，或者分两次写到不同的文件夹", fileName(file), fileName(first), name)
	}
	out := disk.Output{Path: filepath.Join(i.folder, name+".json"), Content: jsonfile.Encode(s.report)}
	if old, err := os.ReadFile(out.Path); err == nil && !bytes.Equal(old, out.Content) && !i.force {
		return "", false, fmt.Errorf("“%s”已经有了，内容不同，没有覆盖。要看有什么不同，用 nianbao diff %s %s；要换成新的，加上 -force", out.Path, quoted(out.Path), quoted(file))
	}
	if _, err := disk.OpenFolder(i.folder); err != nil {
		return "", false, err
	}
	if changed, err = disk.Write([]disk.Output{out}, true); err != nil {
		return "", false, err
	}
	i.from[strings.ToLower(name)] = file
	return out.Path, changed, nil
}

// name is that of the files that build would write or, where the title could
// not be read, the name of the file.
func (i *importer) name(file string, r *report.Report) string {
	if r.Agency != "" && r.Year != 0 {
		name, _ := filing.Name(document.Fill(r, document.Options{}))
		return name
	}
	if file == standardInput {
		return "report"
	}
	base := filepath.Base(file)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
