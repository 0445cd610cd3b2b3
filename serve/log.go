package serve

import (
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"
)

// A recorder remembers how a request was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (w *recorder) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(p)
	w.bytes += n
	return n, err
}

// Unwrap lets http.MaxBytesReader find the connection, which it closes.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// logged says of every request what was asked, how long it took and how it
// ended. What a report holds stands in no line: neither bodies nor queries are
// logged, and a panic's value, which may quote the report, is not either.
func (s *Service) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		recorded := &recorder{ResponseWriter: w}
		defer func() {
			level, id := slog.LevelInfo, ""
			if fault := recover(); fault != nil {
				level, id = slog.LevelError, rand.Text()[:10]
				recorded.fail(id)
				s.log.Error("panic", "id", id, "type", fmt.Sprintf("%T", fault), "stack", string(debug.Stack()))
			}
			attributes := []slog.Attr{
				slog.String("method", clip(r.Method, 20)), slog.String("path", clip(r.URL.Path, 100)),
				slog.Int("status", recorded.status), slog.Int64("in", r.ContentLength), slog.Int("out", recorded.bytes),
				slog.Duration("took", time.Since(start).Round(time.Microsecond)), slog.String("from", clientOf(r, s.options.Proxies)),
			}
			if id != "" {
				attributes = append(attributes, slog.String("id", id))
			}
			s.metrics().answered(s.patternOf(r), recorded.status, time.Since(start))
			s.log.LogAttrs(r.Context(), level, "request", attributes...)
		}()
		next.ServeHTTP(recorded, r)
	})
}

// patternOf is the address that a request was for; "" where it was for none.
func (s *Service) patternOf(r *http.Request) string {
	_, pattern := s.mux.Handler(r)
	if method, path, ok := strings.Cut(pattern, " "); ok && method != "" {
		return path
	}
	return pattern
}

// refusedUnheard says what was refused before anybody could read it as a request.
func (s *Service) refusedUnheard(status int, from string) {
	s.log.Info("refused", "status", status, "from", from)
	s.metrics().answered("", status, 0)
}

// fail answers with an id to look for in the log, and nothing else.
func (w *recorder) fail(id string) {
	if w.status != 0 {
		return // something has been sent; what is missing of it shows in its length
	}
	clear(w.Header())
	out, _ := inJSON(http.StatusInternalServerError, map[string]string{ // two texts can be encoded
		"message": "程序出错了，请把编号告诉管理员或开发者：" + id, "id": id})
	out.send(w)
}

// clip keeps a log line short, whatever was sent.
func clip(text string, bytes int) string {
	if len(text) > bytes {
		return text[:bytes] + "…"
	}
	return text
}
