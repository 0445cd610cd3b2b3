// Package county does for the local program's page what a coordinator does with the
// reports of many units: in folders that people name, or with files that they hand
// over. One piece of work is under way at a time, and can be asked how far it is.
package county

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"path/filepath"
	"strings"
	"sync"

	"nianbao/collecting/steps"
)

// A Desk is where it is done. It belongs to the program of one user.
type Desk struct {
	place string // below which what is handed over is kept
	log   *slog.Logger

	mu      sync.Mutex
	last    *job    // under way, or the last that was; nil: none was
	results written // of the jobs that were done in one folder
	room    *room   // what was handed over; nil: nothing yet
}

// New is a desk that keeps what people hand over below a folder while it runs.
func New(place string, log *slog.Logger) *Desk { return &Desk{place: place, log: log} }

// A Refusal says why something was not done.
type Refusal struct {
	Status  int    // as in HTTP
	Message string // Chinese
}

func (r *Refusal) Error() string { return r.Message }

func refused(status int, format string, values ...any) *Refusal {
	return &Refusal{status, fmt.Sprintf(format, values...)}
}

// unwilling: what was asked for is not complete, in a sentence.
func unwilling(format string, values ...any) *Refusal {
	return refused(http.StatusUnprocessableEntity, format, values...)
}

// An order is what the page asks for. Handed: the files are those that were handed
// over; else their places are named.
type order struct {
	Handed     bool              `json:"handed"`
	Folder     string            `json:"folder"`
	List       string            `json:"list"`
	Out        string            `json:"out"`
	Last       string            `json:"last"`
	Before     string            `json:"before"`
	Own        string            `json:"own"`
	Agency     string            `json:"agency"`
	CountyLast string            `json:"county_last"`
	Year       int               `json:"year"`
	Date       string            `json:"date"`
	Deadline   string            `json:"deadline"`
	Chosen     map[string]string `json:"chosen"`
	Partial    bool              `json:"partial"`
	Replace    bool              `json:"replace"` // what others changed gives way

	kept string // a sum that was handed over, with texts that people wrote; "": none
}

// Begin starts a piece of work, and says by which number it is asked after.
func (d *Desk) Begin(kind string, body []byte) (id int, err error) {
	var o order
	if err := json.Unmarshal(body, &o); err != nil {
		return 0, refused(http.StatusBadRequest, "这不是收件页发来的内容")
	}
	work, err := d.work(kind, &o)
	if err != nil {
		return 0, err
	}
	return d.start(kind, o.short, work)
}

// work is what is to be done for an order, which is complete then.
func (d *Desk) work(kind string, o *order) (func(steps.Watch) (any, written, error), error) {
	if err := d.settle(kind, o); err != nil {
		return nil, err
	}
	switch kind {
	case "roster":
		return o.roster, nil
	case "collect":
		return o.collect()
	case "sum":
		return o.sum()
	}
	return nil, refused(http.StatusNotFound, "没有这件事")
}

// settle makes whole places of what was named, or takes those of what was handed over.
func (d *Desk) settle(kind string, o *order) error {
	if o.Handed {
		if err := d.handed(kind, o); err != nil {
			return err
		}
	}
	type field struct {
		what string
		path *string
		must bool
	}
	fields := []field{{"收到的报告在哪个文件夹", &o.Folder, true}, {"名单", &o.List, true}}
	if kind != "roster" {
		fields = append(fields, field{"结果写到哪个文件夹", &o.Out, true}, field{"去年的报告", &o.Last, false},
			field{"上一轮的结果", &o.Before, false}, field{"本级的报告", &o.Own, false}, field{"全县去年的报告", &o.CountyLast, false})
		if !steps.IsYear(o.Year) {
			return unwilling("请写报告的年份，如 2025")
		}
	}
	for _, f := range fields {
		var err error
		if *f.path, err = place(*f.path, f.what); err != nil {
			return err
		}
		if *f.path == "" && f.must {
			if f.what == "名单" {
				return unwilling("请写名单在哪里；还没有名单的，先点“照收到的报告做一份”")
			}
			return unwilling("请写%s", f.what)
		}
	}
	if kind == "roster" && !strings.EqualFold(filepath.Ext(o.List), ".xlsx") {
		return unwilling("名单要写成 .xlsx 文件，如 %s", strings.TrimSuffix(filepath.Base(o.List), filepath.Ext(o.List))+".xlsx")
	}
	return nil
}

// place is a place as people paste it: file managers put quotes around one.
func place(text, what string) (string, error) {
	text = strings.TrimSpace(strings.Trim(strings.TrimSpace(text), `"“”'`))
	switch {
	case text == "":
		return "", nil
	case strings.ContainsRune(text, 0) || !filepath.IsAbs(text):
		return "", unwilling("“%s”要写完整的地址，如 %s；在文件管理器的地址栏里点一下就能复制", what, example)
	}
	return filepath.Clean(text), nil
}

// short leaves the folder of the reports, and that of what was handed over, out of
// the places of files.
func (o *order) short(text string) string {
	separator := string(filepath.Separator)
	text = strings.ReplaceAll(text, o.Folder+separator, "")
	if o.Handed {
		text = strings.ReplaceAll(text, filepath.Dir(o.Folder)+separator, "")
	}
	return text
}
