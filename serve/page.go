package serve

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"nianbao/manuscript"
)

//go:embed page
var pageFiles embed.FS

// A pageFile is a part of the page as it is sent.
type pageFile struct {
	kind    string
	tag     string // of the content: a browser keeps a file until the program has another
	content []byte
}

// kinds are the files that a page may consist of. The system's own list is not
// asked: on some machines it calls scripts plain text.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".ico":  "image/x-icon",
}

// pages are the files of the page by their paths.
var pages = sync.OnceValue(func() map[string]pageFile {
	files := map[string]pageFile{}
	err := fs.WalkDir(pageFiles, "page", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		kind, ok := kinds[path.Ext(name)]
		if !ok {
			return nil
		}
		content, err := pageFiles.ReadFile(name)
		content = bytes.ReplaceAll(content, []byte("{{kinds}}"), []byte(strings.Join(append(manuscript.Readable(), manuscript.Convertible()...), ",")))
		sum := sha256.Sum256(content)
		files[strings.TrimPrefix(name, "page")] = pageFile{kind, `"` + hex.EncodeToString(sum[:12]) + `"`, content}
		return err
	})
	if err != nil {
		panic(err) // files inside the program cannot be read
	}
	files["/"] = files["/index.html"]
	return files
})

// page answers with a file of the page, which has its exact name.
func (s *Service) page(w http.ResponseWriter, r *http.Request) (reply, error) {
	file, ok := pages()[r.URL.Path]
	if !ok {
		return reply{}, &refusal{status: http.StatusNotFound, message: "没有这个地址"}
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		return reply{}, &refusal{status: http.StatusMethodNotAllowed, message: "这个地址只能用 GET 来请求"}
	}
	w.Header().Set("Cache-Control", "no-cache") // kept, and asked after before it is used
	w.Header().Set("ETag", file.tag)
	if r.Header.Get("If-None-Match") == file.tag {
		return reply{status: http.StatusNotModified}, nil
	}
	return reply{status: http.StatusOK, kind: file.kind, content: file.content}, nil
}
