package serve

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"nianbao/filing/disk"
)

const (
	oldFor   = 7 * 24 * time.Hour // that an old version of a draft is kept
	oldEvery = 10 * time.Minute   // between two old versions that nobody else has written
)

// A draftFolder holds what people have not finished, a file a report, for the
// page of the local program: in whatever browser, at whatever port.
type draftFolder struct {
	path string // "": drafts are kept in browsers alone
	mu   sync.Mutex
}

// A keptDraft is what the first page says of a draft.
type keptDraft struct {
	Key     string  `json:"key"`
	Title   string  `json:"title"`
	Time    int64   `json:"time"` // of the last change: milliseconds since 1970
	Saved   bool    `json:"saved"`
	Version string  `json:"version"`
	Old     []int64 `json:"old"` // times of old versions, the latest first
}

// isDraftKey holds for the names that pages give their drafts; none leads out of the folder.
func isDraftKey(key string) bool {
	return len(key) >= 6 && len(key) <= 40 && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

func (d *draftFolder) file(key string) string { return filepath.Join(d.path, key+".json") }

func (d *draftFolder) oldFile(key string, at int64) string {
	return filepath.Join(d.path, "old", key+"."+strconv.FormatInt(at, 10)+".json")
}

func (d *draftFolder) makeFolders() error { return os.MkdirAll(filepath.Join(d.path, "old"), 0o700) }

func version(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:8])
}

// put writes a draft whole. base is the version that the writer knows; where
// another stands there, that one stays as an old version, and other says so.
func (d *draftFolder) put(key, base string, content []byte, now time.Time) (other bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.makeFolders(); err != nil {
		return false, err
	}
	before, err := os.ReadFile(d.file(key))
	if err == nil {
		other = version(before) != base
		old := d.old(key)
		if other || len(old) == 0 || now.UnixMilli()-old[0] > oldEvery.Milliseconds() {
			if err := disk.WritePrivate(d.oldFile(key, now.UnixMilli()), before); err != nil {
				return false, err
			}
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	d.sweep(now)
	return other, disk.WritePrivate(d.file(key), content)
}

// get is a draft, or its old version of a time; drop takes it out of the list
// and keeps it as an old version.
func (d *draftFolder) get(key string, old int64) ([]byte, error) {
	if old != 0 {
		return os.ReadFile(d.oldFile(key, old))
	}
	return os.ReadFile(d.file(key))
}

func (d *draftFolder) drop(key string, now time.Time) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := os.Lstat(d.file(key)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := d.makeFolders(); err != nil {
		return err
	}
	return os.Rename(d.file(key), d.oldFile(key, now.UnixMilli()))
}

// old are the times of a draft's old versions, the latest first.
func (d *draftFolder) old(key string) []int64 {
	times := []int64{}
	names, _ := filepath.Glob(filepath.Join(d.path, "old", key+".*.json"))
	for _, name := range names {
		text := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), key+"."), ".json")
		if at, err := strconv.ParseInt(text, 10, 64); err == nil {
			times = append(times, at)
		}
	}
	slices.SortFunc(times, func(a, b int64) int { return cmp.Compare(b, a) })
	return times
}

// sweep takes old versions away once their time is over.
func (d *draftFolder) sweep(now time.Time) {
	entries, _ := os.ReadDir(filepath.Join(d.path, "old"))
	for _, entry := range entries {
		parts := strings.Split(entry.Name(), ".")
		if len(parts) != 3 {
			continue
		}
		if at, err := strconv.ParseInt(parts[1], 10, 64); err == nil && now.UnixMilli()-at > oldFor.Milliseconds() {
			os.Remove(filepath.Join(d.path, "old", entry.Name()))
		}
	}
}

// list are the drafts that are there, the latest first.
func (d *draftFolder) list() []keptDraft {
	d.mu.Lock()
	defer d.mu.Unlock()
	kept := []keptDraft{}
	names, _ := filepath.Glob(filepath.Join(d.path, "*.json"))
	for _, name := range names {
		key := strings.TrimSuffix(filepath.Base(name), ".json")
		content, err := os.ReadFile(name)
		found := keptDraft{Key: key, Version: version(content), Old: d.old(key)}
		if err == nil && isDraftKey(key) && json.Unmarshal(content, &found) == nil {
			found.Key = key
			kept = append(kept, found)
		}
	}
	slices.SortFunc(kept, func(a, b keptDraft) int { return cmp.Or(cmp.Compare(b.Time, a.Time), strings.Compare(a.Key, b.Key)) })
	return kept
}
