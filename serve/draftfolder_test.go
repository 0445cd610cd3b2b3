package serve

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/filing/disk"
)

// A draft is written whole; another's version stays as an old one, for a week.
func TestDraftFolder(t *testing.T) {
	d := &draftFolder{path: filepath.Join(t.TempDir(), "drafts")}
	now := time.UnixMilli(1_800_000_000_000)
	put := func(base, text string, other bool) string {
		t.Helper()
		now = now.Add(time.Second)
		got, err := d.put("abcdef1", base, []byte(text), now)
		if err != nil || got != other {
			t.Errorf("%s on %q: another's is %t, want %t, %v", text, base, got, other, err)
		}
		return version([]byte(text))
	}
	a := put("", `{"time": 1, "title": "甲"}`, false)
	b := put(a, `{"time": 2, "title": "甲"}`, false)
	put(b, `{"time": 3, "title": "甲"}`, false)
	if old := d.old("abcdef1"); len(old) != 1 {
		t.Errorf("%d old versions after two seconds, want 1", len(old))
	}
	put(b, `{"time": 4, "title": "甲"}`, true)
	if old := d.old("abcdef1"); len(old) != 2 {
		t.Errorf("%d old versions after another's, want 2", len(old))
	}
	if list := d.list(); len(list) != 1 || list[0].Time != 4 || list[0].Title != "甲" || len(list[0].Old) != 2 {
		t.Errorf("%+v", list)
	}
	if content, err := d.get("abcdef1", d.old("abcdef1")[0]); err != nil || string(content) != `{"time": 3, "title": "甲"}` {
		t.Errorf("the old version: %s %v", content, err)
	}
	if err := d.drop("abcdef1", now); err != nil || len(d.list()) != 0 || len(d.old("abcdef1")) == 0 {
		t.Errorf("dropped: %v, %d left", err, len(d.list()))
	}
	d.sweep(now.Add(8 * 24 * time.Hour))
	if old := d.old("abcdef1"); len(old) != 0 {
		t.Errorf("%d old versions after eight days", len(old))
	}
	if left, _ := filepath.Glob(filepath.Join(d.path, ".writing-*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

// No name of a draft leads out of its folder, and a service keeps none.
func TestDraftsAreKeptApart(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "drafts")
	for path, want := range map[string]int{"..%2Fsecret": 404, "ABC": 404, "abcdef1": 404} {
		if w := ask(t, Options{Drafts: folder}, request("GET", "/api/drafts/"+path, nil)); w.Code != want {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if w := ask(t, Options{Drafts: folder}, request("PUT", "/api/drafts/..%2Fsecret", []byte("{}"))); w.Code != 400 {
		t.Errorf("written outside: %d", w.Code)
	}
	if w := ask(t, Options{}, request("PUT", "/api/drafts/abcdef1", []byte("{}"))); w.Code != 404 && w.Code != 405 {
		t.Errorf("a service keeps drafts: %d", w.Code)
	}
	if w := ask(t, Options{Drafts: folder}, request("PUT", "/api/drafts/abcdef1", []byte(`{"time": 1}`))); w.Code != 200 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if info, err := os.Stat(filepath.Join(folder, "abcdef1.json")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
}

// A folder of old versions that is missing is made, and one that is no folder is told of.
func TestDraftsWithoutTheirOldOnes(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "drafts")
	send := func(method, path string, want int, said string) {
		t.Helper()
		if w := ask(t, Options{Drafts: folder}, request(method, path, []byte(`{"time": 1}`))); w.Code != want || !strings.Contains(w.Body.String(), said) {
			t.Errorf("%s %s: %d %s", method, path, w.Code, w.Body)
		}
	}
	old := filepath.Join(folder, "old")
	send("PUT", "/api/drafts/abcdef1", 200, "version")
	if err := os.RemoveAll(old); err != nil {
		t.Fatal(err)
	}
	send("DELETE", "/api/drafts/abcdef1", 200, "true")
	send("GET", "/api/drafts/abcdef1", 404, "没有这份草稿")
	if left, _ := filepath.Glob(filepath.Join(old, "abcdef1.*.json")); len(left) != 1 {
		t.Errorf("%d old versions of the draft that was dropped", len(left))
	}
	send("DELETE", "/api/drafts/abcdef1", 200, "true")

	send("PUT", "/api/drafts/abcdef1", 200, "version")
	if err := os.RemoveAll(old); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(old, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	send("PUT", "/api/drafts/abcdef1", 507, "草稿存不到磁盘上："+disk.Reason(syscall.ENOTDIR))
	send("DELETE", "/api/drafts/abcdef1", 507, "草稿删不掉："+disk.Reason(syscall.ENOTDIR))
	send("GET", "/api/drafts/abcdef1", 200, "time")
}
