package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"nianbao/cmd/nianbao-work/laying"
	"nianbao/cmd/nianbao-work/queue"
	"nianbao/cmd/nianbao/flags"
	"nianbao/filing/disk"
	"nianbao/filing/source"
)

const fetchHelp = `用法：nianbao-work fetch 文件夹 [-wait] [-flat] [-force] [-store 文件夹 | -nats 地址]

把做好的取出来，写到文件夹：Word 和 PDF 照报告原来所在的文件夹放，核对的结果（JSON，与 nianbao check -json 的一样）
放在里面的“` + laying.Findings + `”。取走的从队列的服务里删去，只留内容的校验值，同样的内容再放入也不会重做。
还没有做好的不等，下次再取。报告改过又放入的，上次写到这里、现在不对应的文件删去；有人改过的留着，说出来。
一个队列同时只能有一个 fetch 在取。

  -wait              等到放入的都做完、都取出来
  -flat              不分文件夹，Word 和 PDF 都放在一起，与 nianbao build -o 一样；核对的结果仍分文件夹
  -force             同名的 Word、PDF 文件在生成以后有人改过，也用新的覆盖它
` + connectHelp + `
例如：
  nianbao-work fetch 成品/
  nianbao-work fetch 成品/ -wait

退出码：0 取出来的都没有错误；1 有报告存在错误；2 有文件读不了、写不了，或者没有做成，或者缺了。
`

func fetch(ctx context.Context, args []string, c console) int {
	set := flag.NewFlagSet("fetch", flag.ContinueOnError)
	var l link
	l.flags(set)
	f := fetcher{c: c}
	wait := set.Bool("wait", false, "")
	set.BoolVar(&f.flat, "flat", false, "")
	set.BoolVar(&f.force, "force", false, "")
	rest, err := flags.Parse(set, args)
	if err == nil && len(rest) != 1 {
		err = errors.New("要写一个文件夹，做好的文件写到那里")
	}
	if err == nil {
		f.folder = rest[0]
		f.place, err = place(f.folder)
	}
	if err != nil {
		return misuse(c, "fetch", fetchHelp, err)
	}
	defer l.close()
	if f.q, err = l.open(ctx); err != nil {
		return failed(c, err)
	}
	end, err := f.q.Alone(ctx, fmt.Sprintf("%s，进程 %d", f.place, os.Getpid()))
	if err != nil {
		return failed(c, err)
	}
	defer end()
	for {
		// Whether all is built is asked first: what is built afterwards is not missed.
		left, err := f.q.Left(ctx)
		if err == nil {
			err = f.round(ctx)
		}
		if err != nil {
			f.tell()
			return failed(c, err)
		}
		if left == 0 || !*wait {
			break
		}
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
		}
	}
	if _, err := f.q.Sweep(ctx, leftAlone); err != nil {
		f.tell()
		return failed(c, err)
	}
	s, err := f.q.State(ctx)
	if err != nil {
		f.tell()
		return failed(c, err)
	}
	status := f.tell()
	if len(s.Dead) > 0 {
		fmt.Fprintf(c.out, "没有做成 %d 份，原因见 nianbao-work status；要再试一次：nianbao-work submit 原来的文件夹 -again\n", len(s.Dead))
		status = impossible
	}
	if s.Missing > 0 {
		fmt.Fprintln(c.out, missing(s))
		status = impossible
	}
	return status
}

// leftAlone is how old something must be to count as left behind.
const leftAlone = 10 * time.Minute

// place is by which a folder is known again.
func place(folder string) (string, error) {
	host, err := os.Hostname()
	if err != nil {
		return "", err
	}
	whole, err := filepath.Abs(folder)
	return host + ":" + whole, err
}

// A fetcher takes results out and lays them.
type fetcher struct {
	c             console
	q             *queue.Queue
	folder, place string
	flat, force   bool

	laid, erring, unread, unlaid int
	refused                      map[string]bool // sources that were told of
	doubtful                     []*queue.Ready  // whose results could not be read
}

// atOnce is how many contents are released together: what is done again if the
// program is killed.
const atOnce = 200

// round takes out what is ready.
func (f *fetcher) round(ctx context.Context) error {
	o, err := f.q.TakeOut(ctx)
	if err != nil {
		return err
	}
	if _, err := disk.OpenFolder(f.folder); err != nil {
		return errors.New(advised(err))
	}
	into := laying.Open(f.folder, f.place, o.Files)
	into.Flat, into.Force = f.flat, f.force
	p := progressOf(f.c, "取出")
	ready := o.Ready()
	if err := f.take(ctx, o, into, ready, p); err != nil || len(f.doubtful) == 0 {
		return err
	}
	// They may just be made anew, or on their way to the server that was asked.
	select {
	case <-ctx.Done():
	case <-time.After(time.Second):
	}
	ready, f.doubtful = f.doubtful, nil
	if err := f.take(ctx, o, into, ready, p); err != nil {
		return err
	}
	return f.lose(ctx, o)
}

// take lays contents' files, and removes what was laid.
func (f *fetcher) take(ctx context.Context, o *queue.Out, into *laying.Folder, ready []*queue.Ready, p *progress) error {
	for done := 0; done < len(ready); {
		some := ready[done:min(done+atOnce, len(ready))]
		all := map[string]bool{}
		for late := some; len(late) > 0; {
			keys, err := f.lay(ctx, o, into, late)
			if err == nil {
				err = o.Settle(ctx)
			}
			if err != nil {
				return err
			}
			f.count(o, late)
			for _, r := range late {
				if all[r.Key] = slices.Contains(keys, r.Key); !all[r.Key] {
					delete(all, r.Key)
					if err := o.Keep(ctx, r.Key); err != nil {
						return err
					}
				}
			}
			if late, err = o.Release(ctx, slices.Collect(maps.Keys(all))); err != nil {
				return err
			}
			for _, r := range late {
				into.Know(r.Files)
			}
		}
		if err := o.Remove(ctx, slices.Collect(maps.Keys(all))); err != nil {
			return err
		}
		done += len(some)
		p.show(done, len(ready), fmt.Sprintf("（写不了 %d）", f.unlaid))
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// lay lays some contents' files, and returns those of which all files were.
func (f *fetcher) lay(ctx context.Context, o *queue.Out, into *laying.Folder, some []*queue.Ready) (keys []string, err error) {
	type got struct {
		files []*laying.Ready // nil: the result is not there, or cannot be read
		err   error
	}
	source.InOrder(len(some), func(i int) (g got) {
		r, err := o.Result(ctx, some[i].Key)
		if damaged := (*queue.Damaged)(nil); errors.As(err, &damaged) {
			return g
		}
		for _, file := range some[i].Files {
			if err == nil {
				g.files = append(g.files, into.Prepare(file, r))
			}
		}
		g.err = err
		return g
	}, func(i int, g got) {
		if err == nil {
			err = g.err
		}
		if g.files == nil && g.err == nil {
			f.doubtful = append(f.doubtful, some[i])
		}
		ok := len(g.files) > 0
		for at, ready := range g.files {
			if err != nil || ctx.Err() != nil {
				ready.Discard()
				ok = false
				continue
			}
			var one bool
			one, err = f.one(ctx, o, into, some[i].Files[at], ready)
			ok = one && ok
		}
		if ok {
			keys = append(keys, some[i].Key)
		}
	})
	if err == nil {
		err = ctx.Err()
	}
	return keys, err
}

// lose gives up what could not be read a second time, so that it is built anew when it is
// put in again.
func (f *fetcher) lose(ctx context.Context, o *queue.Out) error {
	lost := f.doubtful
	f.doubtful = nil
	for _, r := range lost {
		if is, err := o.Lost(ctx, r.Key); err != nil {
			return err
		} else if !is {
			continue
		}
		for _, file := range r.Files {
			f.unlaid++
			fmt.Fprintf(f.c.out, "没有取出  %s：做好的结果在队列里没有了，或者坏了，请再放入一次：nianbao-work submit 原来的文件夹。\n", file.Name)
		}
	}
	return nil
}

// one lays the files of one that was put in. Its error is the queue's.
func (f *fetcher) one(ctx context.Context, o *queue.Out, into *laying.Folder, file *queue.File, r *laying.Ready) (bool, error) {
	laid, old, err := into.Lay(file, r)
	if err != nil {
		if !f.refused[file.Source] {
			f.unlaid++
			fmt.Fprintf(f.c.out, "没有取出  %s：%s。\n", file.Name, advised(err))
		}
		if f.refused == nil {
			f.refused = map[string]bool{}
		}
		f.refused[file.Source] = true
		return false, nil
	}
	for _, path := range old.Removed {
		fmt.Fprintf(f.c.out, "删去旧版  %s：上次写出的“%s”已经不对应。\n", file.Name, path)
	}
	for _, path := range old.Kept {
		fmt.Fprintf(f.c.out, "留着旧版  %s：上次写出的“%s”已经不对应，但有人改过（或者正开着），没有删去；不要的请自己删去。\n", file.Name, path)
	}
	return true, o.Mark(ctx, file, laid)
}

// advised is what disk says, without the flags that this program has not.
func advised(err error) string {
	if said, replaces := disk.OnPage(err); !replaces {
		return said
	}
	return err.Error()
}

// count counts what was laid and is known to be. What was put in with another content
// meanwhile is still to come.
func (f *fetcher) count(o *queue.Out, some []*queue.Ready) {
	for _, ready := range some {
		for _, file := range ready.Files {
			if !o.Marked(file) {
				continue
			}
			f.laid++
			if ready.Done.Errors > 0 {
				f.erring++
			}
			if ready.Done.Unread {
				f.unread++
			}
		}
	}
}

// tell says what was taken out, and is the exit code.
func (f *fetcher) tell() int {
	fmt.Fprintf(f.c.out, "取出 %d 份：有文件 %d 份，有错误 %d 份，读不了 %d 份；没有取出 %d 份。\n",
		f.laid, f.laid-f.erring-f.unread, f.erring, f.unread, f.unlaid)
	switch {
	case f.unread > 0 || f.unlaid > 0:
		return impossible
	case f.erring > 0:
		return wrong
	}
	return fine
}
