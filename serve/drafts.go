package serve

import (
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"strconv"
	"time"

	"nianbao/filing/disk"
)

// handleDrafts has the page's drafts kept on disk, where the program is somebody's own.
func (s *Service) handleDrafts(folder string) {
	if folder == "" {
		return
	}
	d := &draftFolder{path: folder}
	s.handle("GET /api/drafts", ofTheUser(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		return inJSON(http.StatusOK, map[string]any{"folder": folder, "drafts": d.list()})
	}))
	s.handle("GET /api/drafts/{key}", ofTheUser(d.answerGet), "old")
	s.handle("PUT /api/drafts/{key}", ofTheUser(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		body, done, err := s.body(w, r)
		defer done()
		if err != nil {
			return reply{}, err
		}
		return d.answerPut(r, body)
	}), "base")
	s.handle("DELETE /api/drafts/{key}", ofTheUser(func(w http.ResponseWriter, r *http.Request) (reply, error) {
		if !isDraftKey(r.PathValue("key")) {
			return reply{}, noDraft
		}
		if err := d.drop(r.PathValue("key"), time.Now()); err != nil {
			return reply{}, undrafted("删不掉", err)
		}
		return inJSON(http.StatusOK, map[string]bool{"dropped": true})
	}))
}

var noDraft = &refusal{status: http.StatusNotFound, message: "没有这份草稿"}

func (d *draftFolder) answerGet(w http.ResponseWriter, r *http.Request) (reply, error) {
	old, err := strconv.ParseInt("0"+r.URL.Query().Get("old"), 10, 64)
	if err != nil || !isDraftKey(r.PathValue("key")) {
		return reply{}, noDraft
	}
	content, err := d.get(r.PathValue("key"), old)
	if errors.Is(err, fs.ErrNotExist) {
		return reply{}, noDraft
	}
	if err != nil {
		return reply{}, undrafted("读不出来", err)
	}
	return reply{status: http.StatusOK, kind: "application/json; charset=utf-8", content: content}, nil
}

func (d *draftFolder) answerPut(r *http.Request, body []byte) (reply, error) {
	if !isDraftKey(r.PathValue("key")) || !json.Valid(body) {
		return reply{}, malformed("这不是草稿")
	}
	other, err := d.put(r.PathValue("key"), r.URL.Query().Get("base"), body, time.Now())
	if err != nil {
		return reply{}, undrafted("存不到磁盘上", err)
	}
	return inJSON(http.StatusOK, map[string]any{"version": version(body), "other": other})
}

// undrafted: a disk that is full, or closed to the program, is the user's to know of.
// what could not be done with the draft is said in Chinese.
func undrafted(what string, err error) error {
	return &refusal{status: http.StatusInsufficientStorage, message: "草稿" + what + "：" + disk.Reason(err)}
}
