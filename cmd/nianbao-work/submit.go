package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nianbao/cmd/nianbao-work/job"
	"nianbao/cmd/nianbao-work/queue"
	"nianbao/cmd/nianbao/flags"
	"nianbao/filing/disk"
	"nianbao/filing/source"
	"nianbao/render/pdf"
)

const submitHelp = `用法：nianbao-work submit 文件夹… [-blank-as 0] [-strict] [-pdfa 2a] [-from 名字] [-again] [-store 文件夹 | -nats 地址]

把文件夹里的报告（.json、.docx、.html、.mht、.xlsx……，与 nianbao build 读的一样，里面的文件夹也看）放进队列。
同样的内容只做一次：放过的再放一次，不会重做；没有放完就停了的，再运行一次就行。

  -blank-as 0        空着的格按 0 计
  -strict            警告也当作错误，有警告就不写
  -pdfa 1a|2a|3a|4   PDF 符合哪一种存档标准；不写这一项就是 2a
  -from 名字         这些文件是从哪里来的；不写就是本机的名字。几台机器同名的，各写一个，免得同一个位置的文件互相替换
  -again             做过的、取走过的、没有做成的，都重新做一次（例如程序换了新版本）
` + connectHelp + `
例如：
  nianbao-work submit 报送/
  nianbao-work submit 报送/ -nats nats://10.1.2.3:4222

退出码：0 都放进去了；2 有文件读不了，或者放不进去。
`

func submit(ctx context.Context, args []string, c console) int {
	set := flag.NewFlagSet("submit", flag.ContinueOnError)
	var l link
	l.flags(set)
	var order job.Order
	var blanks, pdfa, from flags.Text
	set.Var(&from, "from", "")
	set.Var(&blanks, "blank-as", "")
	set.BoolVar(&order.Strict, "strict", false, "")
	set.Var(&pdfa, "pdfa", "")
	again := set.Bool("again", false, "")
	named, err := flags.Parse(set, args)
	if err == nil && blanks != "" && blanks != "0" {
		err = errors.New("选项 -blank-as 后面只能写 0：空着的格按 0 计")
	}
	if order.BlankAs, order.PDFA = string(blanks), strings.ToLower(string(pdfa)); err == nil && order.PDFA != "" {
		if kind, ok := pdf.Named(order.PDFA); !ok {
			err = fmt.Errorf("没有“%s”这一种，-pdfa 后面可以写 1a、2a、3a、4", pdfa)
		} else if kind == pdf.PDFA2a {
			order.PDFA = ""
		}
	}
	if err == nil && len(named) == 0 {
		err = errors.New("没有写放报告的文件夹")
	}
	var inputs []input
	var batch *source.Batch
	if err == nil {
		if named, err = source.Files(named); err == nil {
			batch = source.BatchOf(named)
			inputs, err = inputsOf(named, batch, string(from))
		}
	}
	if err != nil {
		return misuse(c, "submit", submitHelp, err)
	}
	defer l.close()
	q, err := l.open(ctx)
	if err != nil {
		return failed(c, err)
	}
	s, err := q.Submit(ctx, order, *again)
	if err != nil {
		return failed(c, err)
	}
	unread, tally, err := put(ctx, s, inputs, batch, c)
	if err != nil {
		return failed(c, err)
	}
	batch.Tell(c.out)
	fmt.Fprintf(c.out, "共 %d 份：%s。\n", len(inputs), strings.Join(told(tally, unread), "，"))
	if tally.Replaced > 0 {
		fmt.Fprintln(c.out, "替换了的，是以前放的同一个位置的文件，内容不同，还没有取走。不是改过的同一份，而是另一台同名的机器放的，请各写一个 -from 再放一次。")
	}
	if tally.Dead > 0 {
		fmt.Fprintln(c.out, "以前没有做成的，原因见 nianbao-work status；要再试一次，请加上 -again。")
	}
	if unread > 0 {
		return impossible
	}
	return fine
}

// put puts files in and counts those that cannot be read.
func put(ctx context.Context, s *queue.Submitter, inputs []input, batch *source.Batch, c console) (unread int, t queue.Tally, err error) {
	p := progressOf(c, "放入队列")
	bySource := map[string]input{}
	left := inputs
	for len(left) > 0 {
		for i, in := range left {
			if err := ctx.Err(); err != nil {
				return unread, t, err
			}
			content, err := in.read(batch)
			if err != nil {
				unread++
				fmt.Fprintf(c.out, "未放入  %s。\n", err)
				continue
			}
			if err := s.Add(in.source, in.name, content); err != nil {
				return unread, t, err
			}
			bySource[in.source] = in
			p.show(i+1, len(left), "")
		}
		var again []string
		if again, t, err = s.Settle(); err != nil {
			return unread, t, err
		}
		left = nil
		for _, source := range again {
			left = append(left, bySource[source])
		}
	}
	return unread, t, nil
}

func told(t queue.Tally, unread int) (parts []string) {
	parts = append(parts, fmt.Sprintf("新放入 %d 份", t.New))
	for _, part := range []struct {
		n    int
		text string
	}{
		{t.Queued, "队列里已有相同的 %d 份"}, {t.Built, "已经做好、等着取的 %d 份"}, {t.Laid, "以前取走了的 %d 份"},
		{t.Replaced, "替换了还没有取走的 %d 份"}, {t.Dead, "以前没有做成的 %d 份"}, {unread, "读不了的 %d 份"},
	} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf(part.text, part.n))
		}
	}
	return parts
}

// An input is a file to be put in.
type input struct {
	path   string
	name   string // below the folder that was named, with slashes
	source string // the machine and the whole path, by which the file is known again
}

func inputsOf(named []string, batch *source.Batch, from string) (inputs []input, err error) {
	if from == "" {
		if from, err = os.Hostname(); err != nil {
			return nil, err
		}
	}
	for _, file := range batch.Files {
		whole, err := filepath.Abs(file)
		if err != nil {
			return nil, err
		}
		in := input{path: file, name: filepath.Base(whole), source: from + ":" + whole}
		for _, folder := range named {
			if below, err := filepath.Rel(folder, file); err == nil && below != "." && filepath.IsLocal(below) {
				in.name = filepath.ToSlash(below)
				break
			}
		}
		inputs = append(inputs, in)
	}
	return inputs, nil
}

// mostRead is the largest file that is put in; a worker reads none larger.
const mostRead = 32 << 20

func (in input) read(batch *source.Batch) ([]byte, error) {
	if info, err := os.Stat(in.path); err == nil && info.IsDir() {
		_, err = batch.Read(in.path, nil)
		return nil, err
	}
	content, err := disk.Read(in.path, mostRead)
	if errors.Is(err, disk.ErrLarge) {
		return nil, fmt.Errorf("%s：超过 %d MB", in.path, mostRead>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("%s：不能读：%s", in.path, disk.Reason(err))
	}
	return content, nil
}
