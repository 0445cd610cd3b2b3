package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/cmd/nianbao/listing"
	"nianbao/filing"
	"nianbao/filing/source"
	"nianbao/problem"
)

// print tells everything about the only report of a call.
func (r result) print(c console, b *builder, file string) {
	switch {
	case r.content != nil:
		c.file.Write(r.content)
		if c.file.Flush() != nil {
			return // run reports it
		}
		other, say := c.aside()
		r.printWritten(other.out, b, file)
		say()
	case r.paths != nil:
		r.printWritten(c.out, b, file)
	case r.paper == nil:
		fmt.Fprintf(c.err, "%s。\n", r.failure)
	default:
		r.printUnwritten(c.err, file)
	}
}

func (r result) printWritten(w io.Writer, b *builder, file string) {
	done := "已写出"
	if !r.changed {
		done = "已有相同的文件，没有改动"
	}
	switch b.folder {
	case ".":
		done += "（在当前文件夹）"
	case standardOutput:
		done = "已写到标准输出"
	}
	fmt.Fprintf(w, "%s：\n", done)
	for _, path := range r.paths {
		fmt.Fprintf(w, "  %s\n", path)
	}
	if r.paper.Pages() > 0 {
		fmt.Fprintf(w, "页数：%d\n", r.paper.Pages())
		fmt.Fprintf(w, "字体：%s\n", strings.Join(r.paper.Faces(), "、"))
	}
	fmt.Fprintf(w, "核对：%s\n", r.paper.Checked())
	for _, note := range slices.Concat(r.notes, b.faceNotes, b.lasts.Notes) {
		fmt.Fprintf(w, "说明：%s\n", note)
	}
	if b.Draft {
		fmt.Fprintf(w, "送审：%s\n", draftState(r.paper.Problems))
	}
	if len(r.paper.Problems) > 0 {
		fmt.Fprintln(w)
		listBriefly(w, r.paper.Grouped(), file)
		adviseSum(w, r.paper)
	}
}

func adviseSum(w io.Writer, p *filing.Paper) {
	if filing.IsSum(p.Report) {
		fmt.Fprintf(w, "%s。\n", filing.SumAdvice)
	}
}

func (r result) printUnwritten(w io.Writer, file string) {
	listBriefly(w, r.paper.Grouped(), file)
	if r.failure != nil {
		fmt.Fprintf(w, "%s。\n", r.failure)
		return
	}
	fmt.Fprintf(w, "%s：%s，没有写出文件。", source.Name(file), listing.Tally(r.paper.Problems))
	if r.paper.Document != nil {
		fmt.Fprint(w, "要先看样子，可以加上 -draft 写送审稿。")
	}
	fmt.Fprintln(w)
	adviseSum(w, r.paper)
}

// listBriefly prints the weightiest problems; check prints them all.
func listBriefly(w io.Writer, problems []problem.Problem, file string) {
	const most = 20
	listing.Problems(w, problems, most)
	if n := len(problems) - most; n > 0 {
		fmt.Fprintf(w, "还有 %d 处没有列出，全部请看：nianbao check %s\n", n, source.Quoted(file))
	}
}

// draftState says what keeps a draft from being filed.
func draftState(problems []problem.Problem) string {
	if n := listing.Count(problems, problem.Error); n > 0 {
		return fmt.Sprintf("还有错误 %d 处，已列在文末；改完以后去掉 -draft 写正式的报告", n)
	}
	return "没有错误，去掉 -draft 就可以写正式的报告"
}

// printLine prints the line of one report among several.
func (r result) printLine(c console, file string) {
	switch {
	case r.same != "":
		fmt.Fprintf(c.out, "相同    %s：与“%s”印出来一样，是同一份，只写一次。\n", source.Name(file), source.Name(r.same))
	case r.failure != nil:
		fmt.Fprintf(c.out, "未完成  %s：%s。\n", source.Name(file), strings.TrimPrefix(r.failure.Error(), "“"+file+"”"))
	case r.paths == nil:
		first := strings.ReplaceAll(r.paper.Problems[0].String(), "\n    ", "。")
		fmt.Fprintf(c.out, "未完成  %s：%s。第一处：%s。\n", source.Name(file), listing.Tally(r.paper.Problems), first)
	default:
		fmt.Fprintf(c.out, "完成    %s → %s（%s）\n", source.Name(file), pathsInShort(r.paths), strings.Join(r.remarks(), "；"))
	}
}

// remarks are what a clerk should know of a report among several.
func (r result) remarks() []string {
	var remarks []string
	if n := r.paper.Pages(); n > 0 {
		remarks = append(remarks, fmt.Sprintf("%d 页", n))
	}
	if len(r.paper.Problems) > 0 {
		remarks = append(remarks, listing.Tally(r.paper.Problems))
	}
	if n := r.paper.Report.Computed(); n > 0 {
		remarks = append(remarks, fmt.Sprintf("程序算出合计 %d 个", n))
	}
	if n := r.paper.Report.Filled(); n > 0 {
		remarks = append(remarks, fmt.Sprintf("空格填 0 %d 个", n))
	}
	if !r.changed {
		remarks = append(remarks, "已有相同的文件，没有改动")
	}
	return append(remarks, r.notes...)
}

// pathsInShort names files that differ in how their names end: 年报/涞源县….docx、.pdf、-图解.png
func pathsInShort(paths []string) string {
	short := paths[0]
	whole := strings.TrimSuffix(paths[0], filepath.Ext(paths[0]))
	for _, path := range paths[1:] {
		rest, ok := strings.CutPrefix(path, whole)
		if !ok {
			rest = filepath.Base(path)
		}
		short += "、" + rest
	}
	return short
}
