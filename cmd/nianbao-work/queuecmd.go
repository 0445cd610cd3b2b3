package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"runtime/debug"

	"nianbao/cmd/nianbao-work/server"
	"nianbao/cmd/nianbao/flags"
)

const queueHelp = `用法：nianbao-work queue [-addr 127.0.0.1:4222] [-store 文件夹] [-tls-cert 文件 -tls-key 文件] [-user 用户] [-sync]

运行队列的服务（NATS JetStream），供别的进程、别的机器使用；Ctrl+C（或者 SIGTERM）结束。
单位已有 NATS 的不用它，各命令写 -nats 就行。只在一台机器上用的也不用它。

  -addr 地址         在哪里等；不写就是 127.0.0.1:4222，只有本机能用。别的机器也能用的，要有口令或者证书
  -store 文件夹      队列放在哪里；不写就放在用户自己的数据文件夹里
  -tls-cert、-tls-key 文件   服务的证书和私钥（PEM），有了就只接受加密的连接
  -tls-ca 文件       来连的也要有证书，由这个机构签发（PEM）
  -user 用户         来连的要用的用户；口令写在文件里，用 -password @文件，或者放在环境变量 ` + passwordVariable + ` 里
  -config 文件       其他的写在 NATS 的配置文件里（账号、集群……）
  -sync              每一份都写到磁盘上才算数，停电也不丢，慢一些

例如：
  nianbao-work queue -store /var/lib/nianbao
  nianbao-work queue -addr 10.1.2.3:4222 -tls-cert 证书.pem -tls-key 私钥.pem -user nianbao -password @口令.txt

退出码：0 正常结束；2 不能做（例如地址有别的程序在用，磁盘满了）。
`

func runQueue(ctx context.Context, args []string, c console) int {
	set := flag.NewFlagSet("queue", flag.ContinueOnError)
	var l link
	set.Var(&l.store, "store", "")
	set.BoolVar(&l.sync, "sync", false, "")
	address := flags.Text("127.0.0.1:4222")
	set.Var(&address, "addr", "")
	var config flags.Text
	set.Var(&config, "config", "")
	l.credentials.flags(set)
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) > 0 {
		err = errors.New("queue 后面不用写文件")
	}
	folder := ""
	if err == nil {
		folder, err = l.folder()
	}
	l.credentials.handed()
	o := server.Options{Address: string(address), Config: string(config), User: string(l.credentials.user)}
	if err == nil {
		err = protected(&o, &l.credentials)
	}
	if err != nil {
		return misuse(c, "queue", queueHelp, err)
	}
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		// Blocks of the store that were read stay until they are collected. At work there
		// are few; taking out reads all, and below this limit collects without end.
		debug.SetMemoryLimit(160 << 20)
	}
	s := &server.Store{Folder: folder, Sync: l.sync, Options: o}
	defer s.Close()
	url, _, err := s.Join()
	if err == nil && !s.Runs() {
		err = fmt.Errorf("文件夹“%s”的队列已经有一个进程在管，先让它结束", folder)
	}
	if err != nil {
		return failed(c, err)
	}
	fmt.Fprintf(c.out, "队列的服务在 %s，放在“%s”。Ctrl+C 结束。\n", url, folder)
	if err := s.Watch(ctx); err != nil {
		return failed(c, err) // whoever started it starts it again
	}
	return fine
}

// protected has a server ask who comes. One that other machines reach must ask. Its
// errors are sentences.
func protected(o *server.Options, k *credentials) (err error) {
	host, _, err := net.SplitHostPort(o.Address)
	if err != nil {
		return fmt.Errorf("-addr 的“%s”不是地址，例如 127.0.0.1:4222", o.Address)
	}
	if o.Secret, err = k.secret(); err != nil {
		return err
	}
	if k.creds != "" {
		return errors.New("-creds 是来连的用的；服务怎么认它们，写在 -config 的文件里")
	}
	if (k.cert == "") != (k.key == "") {
		return errors.New("-tls-cert 和 -tls-key 要一起写")
	}
	if k.ca != "" && k.cert == "" {
		return errors.New("-tls-ca 要和 -tls-cert、-tls-key 一起写")
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) && o.User == "" && k.ca == "" && o.Config == "" {
		return errors.New("别的机器也能用的服务要有口令或者证书：-user 和 -password @文件，或者 -tls-cert、-tls-key 和 -tls-ca，或者 -config")
	}
	for _, file := range []flags.Text{k.ca, k.cert, k.key, flags.Text(o.Config)} {
		if err := readable(string(file)); err != nil {
			return err
		}
	}
	o.Open = o.User == "" && o.Config == ""
	o.CA, o.Certificate, o.PrivateKey = string(k.ca), string(k.cert), string(k.key)
	return nil
}
