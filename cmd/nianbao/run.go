package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"nianbao/cmd/nianbao/flags"
	"nianbao/cmd/nianbao/listing"
	"nianbao/cmd/nianbao/process"
	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/manuscript"
)

// A command is one subcommand; its help is printed by -h.
type command struct {
	name  string
	brief string
	help  func() string
	run   func(args []string, c console) int
}

func commands() []command {
	return slices.Concat([]command{
		{"serve", "在浏览器里填写、核对、印制报告；不写命令就是它", written(serveHelp), servePage},
		{"build", "核对报告，写出 Word 和 PDF 文件", buildHelp, build},
		{"check", "只核对，不写文件", written(checkHelp), check},
		{"import", "读已有的报告（Word、网页、表格、PDF、OFD），写出它的数据", written(importHelp), importFiles},
		{"diff", "比较两份报告：表格逐格，文字逐句", written(diffHelp), diff},
		{"new", "给出一份空白报告：JSON，或者表格文件（.xlsx）", newHelp, newReport},
		{"schema", "给出报告的 JSON Schema", written(schemaHelp), schema},
		{"fonts", "说明印报告用的是哪些字体", written(fontsHelp), fonts},
		{"version", "显示程序版本和支持的格式", written(versionHelp), version},
	}, ofCounty())
}

// written is a help that says the same whatever the program holds.
func written(help string) func() string { return func() string { return help } }

// run is the program: args without its name, exit code back.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := console{stdin, bufio.NewWriter(listing.Visible(stdout)), listing.Visible(stderr), bufio.NewWriter(stdout)}
	status := dispatch(args, c)
	if err := errors.Join(c.out.Flush(), c.file.Flush()); err != nil {
		if !errors.Is(err, syscall.EPIPE) { // a reader that has seen enough
			fmt.Fprintf(stderr, "屏幕上该显示的（或者“>”后面的文件）没有写完整：%s。\n", disk.Reason(err))
		}
		return impossible
	}
	return status
}

func dispatch(args []string, c console) int {
	if len(args) == 0 {
		return doubleClick(c)
	}
	name, rest := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		name, rest = "help", nil
	case "-version", "--version", "-v":
		name = "version"
	}
	if name == "help" {
		return help(rest, c)
	}
	for _, command := range commands() {
		if command.name == name {
			return command.run(rest, c)
		}
	}
	if dropped(args) {
		fmt.Fprintf(c.out, "文件要在页面里打开：点“打开”选“%s”，或者把它拖到页面上。\n", filepath.Base(name))
		return doubleClick(c)
	}
	return unknownCommand(name, c)
}

// doubleClick is the program without arguments: the page. Where something went
// wrong, people are to read what.
func doubleClick(c console) int {
	status := servePage(nil, c)
	if status != fine {
		waitInOwnWindow(c)
	}
	return status
}

// dropped reports whether files were dropped on the program: a clerk's way to open
// them, of which a list of commands would only be seen to flash.
func dropped(args []string) bool {
	return process.OwnWindow() && !slices.ContainsFunc(args, func(arg string) bool {
		_, err := os.Stat(arg)
		return err != nil
	})
}

// waitInOwnWindow keeps a window open that Windows closes when the program ends.
func waitInOwnWindow(c console) {
	c.out.Flush()
	if process.OwnWindow() {
		fmt.Fprintln(c.err, "按回车键关闭这个窗口。")
		bufio.NewReader(c.in).ReadString('\n')
	}
}

func help(names []string, c console) int {
	if len(names) == 0 {
		fmt.Fprint(c.out, usage())
		return fine
	}
	for _, command := range commands() {
		if command.name == names[0] {
			fmt.Fprint(c.out, command.help())
			return fine
		}
	}
	return unknownCommand(names[0], c)
}

func unknownCommand(name string, c console) int {
	var names []string
	for _, command := range commands() {
		names = append(names, command.name)
	}
	near := flags.Nearest(name, names)
	switch {
	case near != "":
		fmt.Fprintf(c.err, "没有“%s”这个命令。是不是要用 nianbao %s？\n", name, near)
	case strings.HasPrefix(name, "-"):
		fmt.Fprintf(c.err, "要先写命令，再写选项；第一个是“%s”。可用的命令：%s。\n", name, strings.Join(names, "、"))
	case manuscript.ByName(name) == manuscript.Data:
		fmt.Fprintf(c.err, "要先写命令，再写文件，例如：\n  nianbao build %s\n", source.Quoted(name))
	case manuscript.ByName(name) != nil:
		fmt.Fprintf(c.err, "要先写命令，再写文件，例如：\n  nianbao check %s\n  nianbao import %s\n", source.Quoted(name), source.Quoted(name))
	default:
		fmt.Fprintf(c.err, "没有“%s”这个命令。可用的命令：%s。\n", name, strings.Join(names, "、"))
	}
	fmt.Fprintln(c.err, "用法见 nianbao help。")
	return impossible
}

func usage() string {
	var b strings.Builder
	b.WriteString("把年度报告核对无误后，排成可以报送的 Word 和 PDF 文件。\n\n")
	b.WriteString("用法：nianbao 命令 [选项] 文件…\n      nianbao（不写命令，在浏览器里填写）\n\n")
	for _, command := range commands() {
		fmt.Fprintf(&b, "  %-8s %s\n", command.name, command.brief)
	}
	b.WriteString("\n例如：\n  nianbao build report.json\n\n")
	b.WriteString("每个命令的说明：nianbao 命令 -h\n")
	return b.String()
}
