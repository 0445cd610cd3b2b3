package serve

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
)

// body reads a request's body; the bytes count as held until done is called.
// What is kept grows with what has come, so that a sender who announces much and
// sends little takes little.
func (s *Service) body(w http.ResponseWriter, r *http.Request) (content []byte, done func(), err error) {
	held, client := 0, clientOf(r, s.options.Proxies)
	if encoding := strings.Join(r.Header.Values("Content-Encoding"), ","); encoding != "" && !strings.EqualFold(encoding, "identity") {
		w.Header().Set("Accept-Encoding", "identity")
		return nil, func() {}, &refusal{status: http.StatusUnsupportedMediaType, message: "请求是压缩过的（Content-Encoding），请不压缩再发"}
	}
	if r.ContentLength > maxBody { // said before it is sent
		return nil, func() {}, unread(&http.MaxBytesError{Limit: maxBody})
	}
	done = func() { s.limits.release(client, held) }
	grow := func(to int) bool {
		ok := s.limits.hold(client, to-held)
		if ok {
			held = to
		}
		return ok
	}
	const first = 32 << 10
	if !grow(first) {
		return nil, done, busy
	}
	content = make([]byte, 0, first)
	in := http.MaxBytesReader(w, r.Body, maxBody)
	for {
		if len(content) == cap(content) {
			if !grow(2 * cap(content)) {
				return nil, done, busy
			}
			content = append(make([]byte, 0, 2*cap(content)), content...)
		}
		n, err := in.Read(content[len(content):cap(content)])
		content = content[:len(content)+n]
		if err == io.EOF {
			return content, done, nil
		}
		if err != nil {
			return nil, done, unread(err)
		}
	}
}

// unread says why a body could not be read.
func unread(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return &refusal{status: http.StatusRequestEntityTooLarge, message: "太大了：一次最多 8 MB"}
	}
	return &refusal{status: http.StatusBadRequest, message: "没有收完整，连接中断了或者太慢"}
}

// parts are the reports of a body: it is the report itself or, as
// multipart/form-data, this year's (report) and last year's (last).
func parts(kind string, body []byte) (src, last []byte, err error) {
	name, parameters, _ := mime.ParseMediaType(kind)
	if name != "multipart/form-data" {
		return body, nil, nil
	}
	form := multipart.NewReader(bytes.NewReader(body), parameters["boundary"])
	for {
		part, err := form.NextRawPart()
		if err == io.EOF {
			break
		}
		var content []byte
		if err == nil {
			content, err = io.ReadAll(part)
		}
		if err != nil {
			return nil, nil, malformed("multipart/form-data 的格式不对，分不出各个部分")
		}
		name := part.FormName()
		if name == "report" && src != nil || name == "last" && last != nil {
			return nil, nil, malformed("multipart/form-data 里有两个 " + name + "，看不出该用哪一个")
		}
		switch name {
		case "report":
			src = content
		case "last":
			last = content
		default:
			return nil, nil, malformed("multipart/form-data 里只能有 report（报告）和 last（上年的报告）")
		}
	}
	if src == nil {
		return nil, nil, malformed("multipart/form-data 里没有 report（报告）")
	}
	return src, last, nil
}
