package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
)

// aloneName is the command by which a worker runs itself for one report. It is not
// for people.
const aloneName = "build-one"

// faulty is the exit code of a process that could not build a report for a fault of
// the program, and says which.
const faulty = 3

// unbegun is that of one that did not come to the report, as where a face has gone.
const unbegun = 4

// A question is what such a process is asked, before the content.
type question struct {
	Key, Name string
	Order     job.Order
}

// apart builds a report in a process of its own: one that ends the process, as by
// eating all memory, then ends no other report.
func apart(ctx context.Context, args []string, j queue.Job, limit time.Duration) (*job.Result, error) {
	ctx, done := context.WithTimeout(ctx, limit)
	defer done()
	self, err := itself()
	if err != nil {
		return nil, unable(err)
	}
	ask, err := json.Marshal(question{j.Key, j.Name, j.Order})
	if err != nil {
		return nil, err
	}
	c := exec.CommandContext(ctx, self, append([]string{aloneName}, args...)...)
	c.Args[0] = os.Args[0]
	c.Stdin = io.MultiReader(bytes.NewReader(append(ask, '\n')), bytes.NewReader(j.Content))
	var out, said bytes.Buffer
	c.Stdout, c.Stderr = &out, &limited{b: &said}
	c.WaitDelay = time.Second
	if err = c.Start(); err != nil {
		return nil, unable(err)
	}
	err = c.Wait()
	first, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
	switch {
	case err == nil:
		return job.Unpack(out.Bytes())
	case c.ProcessState.ExitCode() == faulty:
		return nil, errors.New(first)
	case c.ProcessState.ExitCode() == unbegun:
		return nil, unable(errors.New(strings.TrimSuffix(first, "。")))
	case ctx.Err() != nil:
		return nil, tooLong(limit)
	case first == "":
		return nil, &queue.Lost{Why: fmt.Sprintf("处理它的进程中途没有了（%s）", err)}
	}
	return nil, &queue.Lost{Why: fmt.Sprintf("处理它的进程中途没有了（%s：%s）", err, first)}
}

// itself is the program that runs. Linux has it even where the file was replaced or has
// gone meanwhile, so that an upgrade does not mix versions.
func itself() (string, error) {
	if runtime.GOOS == "linux" {
		return "/proc/self/exe", nil
	}
	return os.Executable()
}

func unable(err error) error {
	return &queue.Unable{Why: fmt.Sprintf("本机另起不了处理报告的进程（%s）；没有做的还在队列里，再运行一次就接着做", err)}
}

func tooLong(limit time.Duration) error {
	return &queue.Lost{Why: fmt.Sprintf("做了 %s 还没有做完", limit)}
}

// limited keeps the beginning of what is said.
type limited struct{ b *bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	const most = 64 << 10
	l.b.Write(p[:min(len(p), max(0, most-l.b.Len()))])
	return len(p), nil
}

// buildOne is the other side: a question and a content come in, a result goes out.
func buildOne(_ context.Context, args []string, c console) int {
	// Where memory runs out, Linux ends this process before the worker.
	os.WriteFile("/proc/self/oom_score_adj", []byte("1000"), 0)
	p, err := planned(args)
	if err != nil {
		misuse(c, aloneName, "", err)
		return unbegun
	}
	in, err := io.ReadAll(c.in)
	if err != nil {
		return failed(c, err)
	}
	ask, content, _ := bytes.Cut(in, []byte("\n"))
	var q question
	if err := json.Unmarshal(ask, &q); err != nil {
		return failed(c, err)
	}
	r, err := build(&p.builder, q.Key, q.Name, q.Order, content)
	var packed []byte
	if err == nil {
		packed, err = r.Pack()
	}
	if err != nil {
		fmt.Fprintln(c.err, strings.ReplaceAll(err.Error(), "\n", " "))
		return faulty
	}
	if _, err := c.out.Write(packed); err != nil {
		return failed(c, err)
	}
	return fine
}
