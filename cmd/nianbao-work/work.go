package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"runtime"
	"sync/atomic"
	"time"

	project "nianbao"
	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
	"nianbao/cmd/nianbao/facechoice"
	"nianbao/cmd/nianbao/flags"
)

const workHelp = `用法：nianbao-work work [-until-empty] [-parallel 个数] [-faces system] [-fonts 文件夹] [-face 角色=文件] [-store 文件夹 | -nats 地址]

处理队列里的报告：核对，写出 Word 和 PDF（与 nianbao build 写的一样），放回队列的服务里，等 fetch 来取。
可以在几台机器上同时运行几个。一直运行，等着新的报告；Ctrl+C（或者 SIGTERM）让它做完手里的再结束。
有错误的报告、读不了的文件也算做完：取出来的是核对的结果，没有 Word 和 PDF。

  -until-empty       队列空了就结束，不再等
  -parallel 个数     同时做几份；不写就与处理器的个数相同
  -faces system      先用本机的公文字体；不写就只用程序自带的字体，各台机器做出来的才会一样
  -fonts、-face      与 nianbao build 的一样；各台机器要写得一样、字体也一样
  -ack-wait 时间     一个进程这么久没有消息，它手里的报告就交给别的进程，例如 30s；不写就是 1m，各进程要写得一样
  -limit 时间        一份报告做了这么久还没有做完，就另起一个进程再试；不写就是 5m
  -tries 次数        一份报告试这么多次都没有做成，就放到失败的名单里；不写就是 5
` + connectHelp + `
例如：
  nianbao-work work
  nianbao-work work -until-empty
  nianbao-work work -nats nats://10.1.2.3:4222 -parallel 8

退出码：0 正常结束；2 不能做（例如连不上队列的服务），或者有报告没有做成。
`

func work(ctx context.Context, args []string, c console) int {
	p, err := planned(args)
	if err != nil {
		return misuse(c, "work", workHelp, err)
	}
	for _, note := range p.notes {
		fmt.Fprintf(c.err, "说明：%s\n", note)
	}
	defer p.link.close()
	asked := func(err error) bool { return ctx.Err() != nil && errors.Is(err, context.Canceled) } // to end, which is no failure
	q, err := p.link.open(ctx)
	if asked(err) {
		return fine
	}
	if err != nil {
		return failed(c, err)
	}
	w := p.work
	building := make(chan struct{}, p.parallel)
	var stuck atomic.Bool
	w.Held, w.AckWait = 4*p.parallel, p.link.ackWait
	w.Build = func(ctx context.Context, j queue.Job) (*job.Result, error) {
		building <- struct{}{}
		defer func() { <-building }()
		if j.Tries > 0 || stuck.Load() { // what had it before may have died of it
			return apart(ctx, args, j, p.limit)
		}
		r, err := p.within(j)
		if lost := (*queue.Lost)(nil); errors.As(err, &lost) && stuck.CompareAndSwap(false, true) {
			fmt.Fprintf(c.err, "说明：%s：做了 %s 停不下来。本进程以后每一份都另起一个进程来做，会慢一些，方便时请重新启动它。\n", j.Name, p.limit)
		}
		return r, err
	}
	t := &tallied{c: c}
	w.Told = t.add
	w.Trouble = func(err error) {
		if err != nil {
			fmt.Fprintf(c.err, "做好的放不进队列：%s。一直在重试。\n", sentence(err))
		} else {
			fmt.Fprintln(c.err, "做好的又放得进队列了。")
		}
	}
	var idle func() bool
	if p.untilEmpty {
		idle = func() bool {
			left, err := q.Left(ctx)
			return err == nil && left == 0
		}
	}
	shown := t.show(ctx, q)
	working, end := context.WithCancelCause(ctx)
	go p.link.watch(working, end)
	err = q.Take(working, w, idle)
	shown()
	if broken := context.Cause(working); broken != nil && ctx.Err() == nil {
		err = broken
	}
	end(nil)
	if err != nil && !asked(err) {
		return failed(c, err)
	}
	return t.end()
}

// within builds a report in this process. One that is not done in time goes on, since
// nothing in a process can end it; so there is not to be another.
func (p *plan) within(j queue.Job) (*job.Result, error) {
	type outcome struct {
		r   *job.Result
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		r, err := build(&p.builder, j.Key, j.Name, j.Order, j.Content)
		done <- outcome{r, err}
	}()
	limit := time.NewTimer(p.limit)
	defer limit.Stop()
	select {
	case o := <-done:
		return o.r, o.err
	case <-limit.C:
		return nil, tooLong(p.limit)
	}
}

// build builds a report; a test has it die of some.
var build = (*job.Builder).Build

// A plan is what the arguments of a worker say.
type plan struct {
	link       link
	work       queue.Work
	builder    job.Builder
	parallel   int
	limit      time.Duration // of one report
	untilEmpty bool
	notes      []string // of the faces
}

func planned(args []string) (*plan, error) {
	set := flag.NewFlagSet("work", flag.ContinueOnError)
	p := &plan{}
	p.link.flags(set)
	var faces facechoice.Choice
	faces.Flags(set)
	set.BoolVar(&p.untilEmpty, "until-empty", false, "")
	p.parallel, p.limit, p.work.Tries = runtime.GOMAXPROCS(0), 5*time.Minute, 5
	set.Var((*count)(&p.parallel), "parallel", "")
	set.Var((*period)(&p.limit), "limit", "")
	set.Var((*count)(&p.work.Tries), "tries", "")
	rest, err := flags.Parse(set, args)
	switch {
	case err != nil:
		return nil, err
	case len(rest) > 0:
		return nil, errors.New("work 后面不用写文件")
	case p.limit < time.Second:
		return nil, errors.New("-limit 太短，要 1s 以上")
	}
	chosen := false
	set.Visit(func(f *flag.Flag) { chosen = chosen || f.Name == "faces" || f.Name == "fonts" || f.Name == "face" })
	if !chosen { // what a machine has must not decide what is written
		set.Set("faces", "embedded")
	}
	found, err := faces.Find()
	if err != nil {
		return nil, err
	}
	p.builder = job.Builder{Faces: found.Set, Version: project.Revision()}
	p.notes = faces.Notes(found)
	return p, nil
}
