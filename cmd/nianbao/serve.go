package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strings"

	project "nianbao"
	"nianbao/cmd/nianbao/facechoice"
	"nianbao/cmd/nianbao/flags"
	"nianbao/cmd/nianbao/place"
	"nianbao/cmd/nianbao/process"
	"nianbao/filing/disk"
	"nianbao/serve"
)

const serveHelp = `用法：nianbao serve [-addr 127.0.0.1:8640] [-service] [-token @文件] [-host 名字] [-proxy 地址] [-max-connections 个数] [-drain 秒数] [-fonts 文件夹] [-face 角色=文件] [-faces embedded]

在浏览器里填写、核对、印制报告。不写命令直接运行 nianbao（双击程序）也是这样。
数据只在这台电脑上处理，不传到别处。

  -addr 地址:端口    在哪里等候浏览器；不写这一项就是 127.0.0.1:8640，只有本机能连
  -service           作为服务运行：不打开浏览器，每个请求在标准错误输出记一行（不记报告内容）
  -token @文件       连接要有口令（16 个字符以上），从文件的第一行读；也可以放在环境变量 NIANBAO_TOKEN 里。
                     直接写口令也行，但这台电脑上别的用户在进程列表里看得到。-addr 不是本机地址时必须有
  -host 名字         经过网关来的，网关用的名字；几个名字用逗号隔开
  -proxy 地址        网关的地址或网段（如 10.1.2.3、10.1.0.0/16），几个用逗号隔开：只信它们写的
                     X-Forwarded-For，日志和每个用户的份额按那里的地址算
  -max-connections 个数   同时最多有多少个连接，不写是 1024；满了以后空闲的先让出来
  -drain 秒数        要它停止时（SIGTERM）再照常答这么多秒，同时 /healthz 说它要停了（503），
                     让网关把请求转到别处；不写就马上停，正在做的做完。
                     再要它停一次（再按一次 Ctrl+C）立即结束，不等
` + facechoice.Help + `
接口的说明见 docs/api.md。

例如：
  nianbao serve
  nianbao serve -service -addr 127.0.0.1:8640 -host nianbao.example.gov.cn
`

func servePage(args []string, c console) int {
	set := flag.NewFlagSet("serve", flag.ContinueOnError)
	addr, token, hosts, proxies, connections, drain := flags.Text(""), flags.Text(""), flags.Text(""), flags.Text(""), flags.Text(""), flags.Text("")
	set.Var(&addr, "addr", "")
	set.Var(&token, "token", "")
	set.Var(&hosts, "host", "")
	set.Var(&proxies, "proxy", "")
	set.Var(&connections, "max-connections", "")
	set.Var(&drain, "drain", "")
	service := set.Bool("service", false, "")
	var choice facechoice.Choice
	choice.Flags(set)
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("serve 后面不用写“%s”，报告在页面里打开", rest[0])
	}
	o := serve.Options{Hosts: names(string(hosts))}
	for _, name := range o.Hosts {
		if err == nil && strings.ContainsAny(name, "/:") {
			err = fmt.Errorf("-host 后面只写名字，不写 http:// 和端口，例如 nianbao.example.gov.cn；写的是“%s”", name)
		}
	}
	if err == nil {
		o.Proxies, err = prefixes(string(proxies))
	}
	if err == nil {
		o.Connections, err = atMost(string(connections))
	}
	if err == nil {
		o.Drain, err = seconds(string(drain))
	}
	if err == nil {
		o.Token, err = readToken(cmp.Or(string(token), os.Getenv("NIANBAO_TOKEN")))
	}
	var at place.Place
	if err == nil {
		at, err = place.Of(string(addr), o.Token)
	}
	if err != nil {
		return misuse(c, "serve", serveHelp, err)
	}
	found, err := choice.Find()
	if err != nil {
		return misuse(c, "serve", serveHelp, err)
	}
	o.Faces = found.Set
	quiet := !*service && at.Loopback
	o.Log = logger(c, quiet)
	var self place.Secret
	if quiet {
		o.Drafts, o.County = place.DraftFolder(), place.CountyFolder()
		o.Office = true
		self = place.FindSecret()
	}
	listener, err := at.Listen(self)
	if errors.Is(err, place.ErrRunning) {
		fmt.Fprintf(c.out, "nianbao 已经在运行：%s\n", at.URL())
		c.out.Flush()
		if !place.Show(c.err, at.URL()) {
			waitInOwnWindow(c)
		}
		return fine
	}
	if err != nil {
		fmt.Fprintf(c.err, "不能在 %s 等候连接：%s。\n", at.Address, at.Refusal(err))
		return impossible
	}
	at.Address = listener.Addr().String()
	o.Version = project.Revision()
	if self != nil {
		o.Prove = func(nonce string) string { return self.Proof(at.Address, nonce) }
	}
	for _, note := range choice.Notes(found) {
		fmt.Fprintf(c.out, "说明：%s\n", note)
	}
	at.Announce(c.out, quiet)
	c.out.Flush()
	if err := process.Ready(); err != nil {
		o.Log.Error("the service manager does not hear that it is ready", "error", err)
	}
	if quiet {
		place.Show(c.err, at.URL())
	}
	return serveUntilStopped(c, serve.New(o), listener)
}

// serveUntilStopped answers until the user or the system asks it to stop, and
// finishes what is under way.
func serveUntilStopped(c console, service *serve.Service, listener net.Listener) int {
	process.CollectSeldom()
	ctx, stop := signal.NotifyContext(context.Background(), process.Endings()...)
	defer stop()
	context.AfterFunc(ctx, stop) // a second wish ends the program as if nobody listened
	if err := service.Run(ctx, listener); err != nil && ctx.Err() == nil {
		fmt.Fprintf(c.err, "不能再等候连接：%s。\n", disk.Reason(err))
		return impossible
	}
	fmt.Fprintln(c.out, "已停止。")
	return fine
}

// logger writes a line a request for services; a clerk's window shows only
// what went wrong.
func logger(c console, quiet bool) *slog.Logger {
	level := slog.LevelInfo
	if quiet {
		level = slog.LevelError
	}
	return slog.New(slog.NewTextHandler(c.err, &slog.HandlerOptions{Level: level}))
}
