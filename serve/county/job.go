package county

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"nianbao/collecting"
	"nianbao/collecting/steps"
	"nianbao/filing/disk"
)

// A job is one piece of work.
type job struct {
	id    int
	kind  string
	short func(text string) string // leaves out of places what the page's reader knows
	stop  context.CancelFunc
	began time.Time

	mu    sync.Mutex
	reach Progress
}

// written are files of results: their names, and the folder that they are in.
type written struct {
	folder string
	names  []string
}

// Progress is how far a job is, and what came of it.
type Progress struct {
	ID       int    `json:"id"`
	Kind     string `json:"kind"`
	State    string `json:"state"` // working, done, failed, stopped
	Done     int    `json:"done"`  // files that were read, of all
	All      int    `json:"all"`
	Failed   int    `json:"failed"`            // of them could not be read
	Seconds  int    `json:"seconds,omitempty"` // that the rest will take; 0: nobody can tell yet
	Message  string `json:"message,omitempty"` // why it failed
	Replaces bool   `json:"replaces"`          // asked with replace, it would not have
	Result   any    `json:"result,omitempty"`
}

// start begins a job, where none is under way.
func (d *Desk) start(kind string, short func(string) string, work func(steps.Watch) (any, written, error)) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	id := 1
	if d.last != nil {
		if d.last.now().State == "working" {
			return 0, refused(http.StatusConflict, "正在收件或者汇总，等它做完，或者先停下")
		}
		id = d.last.id + 1
	}
	ctx, stop := context.WithCancel(context.Background())
	j := &job{id: id, kind: kind, short: short, stop: stop, began: time.Now(), reach: Progress{ID: id, Kind: kind, State: "working"}}
	d.last = j
	go d.run(j, ctx, work)
	return id, nil
}

// run does a job. A fault of the program in it is said, and ends nothing else.
func (d *Desk) run(j *job, ctx context.Context, work func(steps.Watch) (any, written, error)) {
	defer j.stop()
	defer func() {
		if fault := recover(); fault != nil {
			id := rand.Text()[:10]
			d.log.Error("panic", "id", id, "type", fmt.Sprintf("%T", fault), "stack", string(debug.Stack()))
			j.end(func(p *Progress) {
				p.State, p.Message = "failed", "程序出错了，请把编号告诉开发者："+id
			})
		}
	}()
	result, files, err := work(steps.Watch{Context: ctx, Done: j.read})
	if err == nil {
		d.add(files)
	}
	j.end(func(p *Progress) {
		switch {
		case errors.Is(err, context.Canceled):
			p.State = "stopped"
		case err != nil:
			p.State = "failed"
			p.Message, p.Replaces = disk.OnPage(err)
			p.Message = j.short(p.Message)
		default:
			p.State, p.Result = "done", result
		}
	})
}

// add keeps in mind which files there are to fetch.
func (d *Desk) add(files written) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.results.folder != files.folder {
		d.results = written{folder: files.folder}
	}
	for _, name := range files.names {
		if !slices.Contains(d.results.names, name) {
			d.results.names = append(d.results.names, name)
		}
	}
}

// read hears of a file that was read.
func (j *job) read(done, all int, f *collecting.File) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.reach.Done, j.reach.All = done, all
	if f.Failure != "" {
		j.reach.Failed++
	}
	if taken := time.Since(j.began); taken > time.Second {
		j.reach.Seconds = int((taken * time.Duration(all-done) / time.Duration(done)).Round(time.Second) / time.Second)
	}
}

func (j *job) end(how func(*Progress)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	how(&j.reach)
}

func (j *job) now() Progress {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.reach
}

// Progress is how far the job of a number is.
func (d *Desk) Progress(id int) (Progress, error) {
	j, err := d.job(id)
	if err != nil {
		return Progress{}, err
	}
	return j.now(), nil
}

// Stop asks a job to end. One that is stopped has written nothing; one that was
// writing already is done.
func (d *Desk) Stop(id int) (Progress, error) {
	j, err := d.job(id)
	if err != nil {
		return Progress{}, err
	}
	j.stop()
	return j.now(), nil
}

func (d *Desk) job(id int) (*job, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.last == nil || d.last.id != id {
		return nil, refused(http.StatusNotFound, "这件事已经不在了，请再做一次")
	}
	return d.last, nil
}

// Close ends what is under way, and takes away what was handed over.
func (d *Desk) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.last != nil {
		d.last.stop()
	}
	d.room.empty()
	d.room = nil
}
