package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"nianbao/cmd/nianbao/flags"
)

// Exit codes, as nianbao has them.
const (
	fine       = 0
	wrong      = 1 // a report has errors
	impossible = 2 // the program could not do its work
)

// A console is where a subcommand reads and writes.
type console struct {
	in       io.Reader
	out, err io.Writer
}

// A command is one subcommand; its help is printed by -h.
type command struct {
	name  string
	brief string // "": it is not for people
	help  string
	run   func(ctx context.Context, args []string, c console) int
}

func commands() []command {
	return []command{
		{"submit", "把报告放进队列", submitHelp, submit},
		{"work", "处理队列里的报告，可以在几台机器上同时运行几个", workHelp, work},
		{"fetch", "把做好的文件取出来，写到文件夹", fetchHelp, fetch},
		{"status", "看队列里有多少，做到哪里了", statusHelp, status},
		{aloneName, "", "", buildOne},
		{"queue", "运行队列的服务，供别的机器使用", queueHelp, runQueue},
		{"version", "显示程序版本", versionHelp, version},
	}
}

// run is the program: args without its name, exit code back. The first request to end
// has it finish what is in hand, the second ends it at once.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := console{stdin, stdout, stderr}
	if len(args) == 0 {
		fmt.Fprint(c.err, usage())
		return impossible
	}
	name, rest := args[0], args[1:]
	switch name {
	case "help", "-h", "-help", "--help":
		if len(rest) == 0 {
			fmt.Fprint(c.out, usage())
			return fine
		}
		name, rest = rest[0], []string{"-h"}
	}
	for _, command := range commands() {
		if command.name == name {
			ctx, done := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			context.AfterFunc(ctx, done) // the next one ends the program
			defer done()
			return command.run(ctx, rest, c)
		}
	}
	var names []string
	for _, command := range commands() {
		if command.brief == "" {
			continue
		}
		names = append(names, command.name)
	}
	if near := flags.Nearest(name, names); near != "" {
		fmt.Fprintf(c.err, "没有“%s”这个命令。是不是要用 nianbao-work %s？\n", name, near)
	} else {
		fmt.Fprintf(c.err, "没有“%s”这个命令。可用的命令：%s。\n", name, strings.Join(names, "、"))
	}
	fmt.Fprintln(c.err, "用法见 nianbao-work help。")
	return impossible
}

func usage() string {
	var b strings.Builder
	b.WriteString("成批地核对年度报告、写出 Word 和 PDF 文件：报告放进队列，一台或者几台机器来做，做好了取出来。\n\n")
	b.WriteString("用法：nianbao-work 命令 [选项] …\n\n")
	for _, command := range commands() {
		if command.brief != "" {
			fmt.Fprintf(&b, "  %-8s %s\n", command.name, command.brief)
		}
	}
	b.WriteString("\n例如：\n  nianbao-work submit 报送/\n  nianbao-work work -until-empty\n  nianbao-work fetch 成品/\n\n")
	b.WriteString("每个命令的说明：nianbao-work 命令 -h\n")
	return b.String()
}

// misuse reports a wrong call; where it asks for help, it prints that.
func misuse(c console, name, help string, err error) int {
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(c.out, help)
		return fine
	}
	message := err.Error()
	if !strings.HasSuffix(message, "？") {
		message += "。"
	}
	fmt.Fprintf(c.err, "%s\n用法见 nianbao-work %s -h。\n", message, name)
	return impossible
}

// failed says why the program could not do its work.
func failed(c console, err error) int {
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(c.err, "已中止。再运行一次，就从停下的地方接着做。")
		return impossible
	}
	fmt.Fprintf(c.err, "%s。\n", sentence(err))
	return impossible
}
