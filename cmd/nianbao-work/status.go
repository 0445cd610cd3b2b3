package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"time"

	"nianbao/cmd/nianbao-work/queue"
	"nianbao/cmd/nianbao/flags"
)

const statusHelp = `用法：nianbao-work status [-json] [-store 文件夹 | -nats 地址]

看队列里有多少报告，做到哪里了，哪些没有做成、为什么。

  -json              给程序看的结果（JSON）
` + connectHelp + `
例如：
  nianbao-work status
  nianbao-work status -nats nats://10.1.2.3:4222 -json

退出码：0 看到了，没有做不成的；2 有报告没有做成，有缺的，或者连不上队列的服务。
`

func status(ctx context.Context, args []string, c console) int {
	set := flag.NewFlagSet("status", flag.ContinueOnError)
	var l link
	l.flags(set)
	inJSON := set.Bool("json", false, "")
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) > 0 {
		err = errors.New("status 后面不用写文件")
	}
	if err != nil {
		return misuse(c, "status", statusHelp, err)
	}
	defer l.close()
	q, err := l.open(ctx)
	if err != nil {
		return failed(c, err)
	}
	s, err := q.State(ctx)
	if err != nil {
		return failed(c, err)
	}
	if *inJSON {
		printState(c, s)
	} else {
		tellState(c, s)
	}
	if len(s.Dead) > 0 || s.Missing > 0 {
		return impossible
	}
	return fine
}

func tellState(c console, s *queue.State) {
	fmt.Fprintf(c.out, "放入的文件：%d 个，取走了 %d 个\n", s.Files, s.Laid)
	fmt.Fprintf(c.out, "等着做：%d 份\n", s.Waiting)
	fmt.Fprintf(c.out, "已交给处理程序：%d 份%s\n", s.InHand, idle(s))
	fmt.Fprintf(c.out, "做好等着取：%d 份（有错误 %d 份，读不了 %d 份），%d MB\n", s.Built, s.Erring, s.Unread, s.Size>>20)
	fmt.Fprintf(c.out, "没有做成：%d 份\n", len(s.Dead))
	for _, d := range s.Dead {
		fmt.Fprintf(c.out, "  %s：%s（%s，试了 %d 次）\n", d.Name, d.Why, d.At.Local().Format(time.DateTime), d.Tries)
	}
	if len(s.Dead) > 0 {
		fmt.Fprintln(c.out, "要再试一次：nianbao-work submit 原来的文件夹 -again")
	}
	if s.Missing > 0 {
		fmt.Fprintln(c.out, missing(s))
	}
}

// idle says that workers are there; that none is, nobody knows who asks for one moment.
func idle(s *queue.State) string {
	if s.Idle == 0 {
		return ""
	}
	return fmt.Sprintf("（%d 个处理程序还有空）", s.Idle)
}

func missing(s *queue.State) string {
	return fmt.Sprintf("缺 %d 份（放入过，现在队列里没有，例如停过电），请再放入一次：nianbao-work submit 原来的文件夹", s.Missing)
}

// printState is the same for programs.
func printState(c console, s *queue.State) {
	type dead struct {
		queue.Dead
		Key string `json:"key"`
	}
	list := []dead{}
	for _, d := range s.Dead {
		list = append(list, dead{*d, d.Key})
	}
	encoder := json.NewEncoder(c.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	encoder.Encode(map[string]any{
		"files": s.Files, "laid": s.Laid, "waiting": s.Waiting, "in_hand": s.InHand, "idle_workers": s.Idle,
		"built": s.Built, "with_errors": s.Erring, "unread": s.Unread, "bytes": s.Size, "dead": list, "missing": s.Missing,
	})
}
