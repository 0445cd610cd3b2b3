package county

import (
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nianbao/filing/disk"
)

// A room is the folder of what was handed over, while the program runs. Its folders
// are what the files are handed over as.
type room struct {
	path  string
	files int
	bytes int64
}

// What files are handed over as.
var folders = map[string]string{"reports": "收件", "list": "名单", "last": "去年", "before": "上一轮",
	"own": "本级", "county-last": "全县去年", "kept": "全县"}

// roomName is what the names of rooms begin with.
const roomName = "handed-"

const resultFolder = "汇总结果"

// Limits of what is handed over.
const (
	mostFiles = 10_000
	mostBytes = 1 << 30
	staleness = 24 * time.Hour // after which what a dead run left goes
)

// Put takes a file that is handed over. path is its place within the folder that
// people chose.
func (d *Desk) Put(as, path string, content []byte) error {
	folder, ok := folders[as]
	if !ok {
		return refused(http.StatusBadRequest, "文件要说明是做什么用的")
	}
	if !isLocal(path) {
		return refused(http.StatusBadRequest, "“%s”不能作文件的名字，请改名再选", path)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.enter(); err != nil {
		return err
	}
	if d.room.files++; d.room.files > mostFiles || d.room.bytes+int64(len(content)) > mostBytes {
		return refused(http.StatusRequestEntityTooLarge, "交来的文件太多，最多 %d 个、共 %d MB；请改用“这台电脑上的文件夹”", mostFiles, mostBytes>>20)
	}
	d.room.bytes += int64(len(content))
	if as == "before" && strings.EqualFold(filepath.Ext(path), ".zip") {
		return d.room.unpack(content)
	}
	return d.room.write(filepath.Join(folder, filepath.FromSlash(path)), content)
}

// isLocal holds for names that lead out of no folder, on any system.
func isLocal(path string) bool {
	return len(path) < 1000 && filepath.IsLocal(filepath.FromSlash(path)) && filepath.Clean(path) != "." && !strings.ContainsAny(path, "\\:\x00")
}

// enter makes the room, where there is none yet, and takes away those of runs that
// ended long ago without doing so.
func (d *Desk) enter() error {
	if d.room != nil {
		return nil
	}
	if err := os.MkdirAll(d.place, 0o700); err != nil {
		return unkept(err)
	}
	old, _ := os.ReadDir(d.place)
	for _, entry := range old {
		if info, err := entry.Info(); err == nil && strings.HasPrefix(entry.Name(), roomName) && time.Since(info.ModTime()) > staleness {
			os.RemoveAll(filepath.Join(d.place, entry.Name()))
		}
	}
	path, err := os.MkdirTemp(d.place, roomName)
	if err != nil {
		return unkept(err)
	}
	d.room = &room{path: path}
	return nil
}

func unkept(err error) error {
	return refused(http.StatusInsufficientStorage, "交来的文件存不下：%s", disk.Reason(err))
}

func (r *room) write(name string, content []byte) error {
	path := filepath.Join(r.path, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return unkept(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		return unkept(err)
	}
	return nil
}

// empty takes the room away.
func (r *room) empty() {
	if r != nil {
		os.RemoveAll(r.path)
	}
}

// Clear forgets what was handed over as something. With the reports go the results.
func (d *Desk) Clear(as string) error {
	folder, ok := folders[as]
	if !ok {
		return refused(http.StatusBadRequest, "文件要说明是做什么用的")
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.room == nil {
		return nil
	}
	gone := []string{folder}
	if as == "reports" {
		gone = append(gone, resultFolder)
		d.results = written{}
	}
	for _, name := range gone {
		if err := os.RemoveAll(filepath.Join(d.room.path, name)); err != nil {
			return unkept(err)
		}
	}
	d.room.count()
	return nil
}

func (r *room) count() {
	r.files, r.bytes = 0, 0
	filepath.WalkDir(r.path, func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			if info, err := entry.Info(); err == nil {
				r.files++
				r.bytes += info.Size()
			}
		}
		return nil
	})
}

// handed has an order name what was handed over.
func (d *Desk) handed(kind string, o *order) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.room == nil {
		return unwilling("请先选各单位的报告")
	}
	at := func(as string) string { return filepath.Join(d.room.path, folders[as]) }
	if _, err := os.Stat(at("reports")); errors.Is(err, fs.ErrNotExist) {
		return unwilling("请先选各单位的报告")
	}
	o.Folder, o.Out = at("reports"), filepath.Join(d.room.path, resultFolder)
	o.List, o.Own, o.CountyLast, o.kept = only(at("list")), only(at("own")), only(at("county-last")), only(at("kept"))
	if kind == "roster" {
		o.List = filepath.Join(at("list"), "名单.xlsx")
		if err := errors.Join(os.RemoveAll(at("list")), os.MkdirAll(at("list"), 0o700)); err != nil {
			return unkept(err)
		}
	}
	o.Last, o.Before = "", ""
	if _, err := os.Stat(at("last")); err == nil {
		o.Last = at("last")
		if one := only(o.Last); one != "" {
			o.Last = one
		}
	}
	if _, err := os.Stat(at("before")); err == nil {
		o.Before = resultsIn(at("before"))
	}
	return nil
}

// only is the one file of a folder; "": there is none, or several.
func only(folder string) string {
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 || entries[0].IsDir() {
		return ""
	}
	return filepath.Join(folder, entries[0].Name())
}

// resultsIn is the folder of results within one that was handed over: itself, or
// the only one in it.
func resultsIn(folder string) string {
	entries, err := os.ReadDir(folder)
	if err == nil && len(entries) == 1 && entries[0].IsDir() {
		return resultsIn(filepath.Join(folder, entries[0].Name()))
	}
	return folder
}
