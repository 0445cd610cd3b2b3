package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"nianbao/cmd/nianbao-work/server"
	"nianbao/cmd/nianbao/flags"
)

const queueHelp = `用法：nianbao-work queue [-addr 127.0.0.1:4222] [-store 文件夹] [-sync]

运行队列的服务（NATS JetStream），供别的进程、别的机器使用；Ctrl+C（或者 SIGTERM）结束。
单位已有 NATS 的不用它，各命令写 -nats 就行。只在一台机器上用的也不用它。

  -addr 地址         在哪里等；不写就是 127.0.0.1:4222，只有本机能用
  -store 文件夹      队列放在哪里；不写就放在用户自己的数据文件夹里
  -sync              每一份都写到磁盘上才算数，停电也不丢，慢一些

例如：
  nianbao-work queue -store /var/lib/nianbao
`

func runQueue(ctx context.Context, args []string, c console) int {
	set := flag.NewFlagSet("queue", flag.ContinueOnError)
	var l link
	set.Var(&l.store, "store", "")
	set.BoolVar(&l.sync, "sync", false, "")
	address := flags.Text("127.0.0.1:4222")
	set.Var(&address, "addr", "")
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) > 0 {
		err = errors.New("queue 后面不用写文件")
	}
	folder := ""
	if err == nil {
		folder, err = l.folder()
	}
	if err != nil {
		return misuse(c, "queue", queueHelp, err)
	}
	s := &server.Store{Folder: folder, Sync: l.sync, Options: server.Options{Address: string(address)}}
	defer s.Close()
	url, _, err := s.Join()
	if err == nil && !s.Runs() {
		err = fmt.Errorf("文件夹“%s”的队列已经有一个进程在管，先让它结束", folder)
	}
	if err != nil {
		return failed(c, err)
	}
	fmt.Fprintf(c.out, "队列的服务在 %s，放在“%s”。Ctrl+C 结束。\n", url, folder)
	<-ctx.Done()
	return fine
}
