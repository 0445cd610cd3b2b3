// Package serve is the program as a page in the browser and as JSON over HTTP:
// the same way from data to files as the command's, and the same bytes. It keeps
// nothing between two requests.
package serve

import (
	"io"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"time"

	"nianbao/render/font"
	"nianbao/serve/county"
)

// Options say what a Service prints with and whom it answers.
type Options struct {
	Faces *font.Set // required
	// Hosts are the names that people reach the service by, beside localhost and
	// addresses: a gateway's.
	Hosts []string
	// Token is asked of everybody but /healthz; "": of nobody.
	Token string
	// Proxies are those whose X-Forwarded-For is believed.
	Proxies []netip.Prefix
	// Connections are how many may be open at once; 0: 1,024.
	Connections int
	// Drain is how long it answers on after it is asked to end, while /healthz says
	// that it is about to: until then gateways may still send requests here.
	Drain time.Duration
	// Version is the program's, for those who look after it.
	Version string
	// Prove answers whoever asks for a proof that this is the program of the same
	// user; nil: nobody is given one.
	Prove func(nonce string) string
	// Drafts is the folder that keeps the page's drafts; "": none does, and browsers alone do.
	Drafts string
	// County is the folder that keeps, while the program runs, what the page is handed of
	// the reports of many units; "": the page collects none.
	County string
	// Office lets the machine's office program convert old files that people open.
	Office bool
	Log    *slog.Logger // nil: nothing is logged
}

// A Service answers requests; any number may come at once.
type Service struct {
	options Options
	log     *slog.Logger
	limits  *limits
	metrics func() *metrics
	ending  atomic.Bool // asked to end, and answers on

	county   *county.Desk // nil: the page collects nothing
	patience patience
	mux      *http.ServeMux
	handler  http.Handler
}

// New is a Service that is ready to answer.
func New(o Options) *Service {
	s := &Service{options: o, log: o.Log, limits: newLimits(), patience: usual, mux: http.NewServeMux()}
	s.metrics = metricsOnce(s.limits)
	if s.log == nil {
		s.log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	s.handle("POST /api/check", s.check, "draft", "strict", "prose")
	s.handle("POST /api/build", s.build, "draft", "strict", "format", "pdfa", "ofda")
	s.handle("POST /api/copy", s.pasted, "draft", "strict", "format")
	s.handle("POST /api/pages", s.draw, "draft", "strict")
	s.handle("POST /api/read", s.read, "name", "blank_as")
	s.handle("POST /api/diff", s.diff)
	s.handle("GET /api/new", s.blank, "agency", "year", "edition")
	s.handle("GET /api/templates", s.templates)
	s.handle("GET /api/schema/{edition}", s.schema)
	s.handleDrafts(o.Drafts)
	s.handleCounty(o.County)
	s.handle("GET /healthz", s.health)
	s.handle("GET /metrics", s.measured)
	s.handle("/api", s.noSuch)
	s.handle("/api/", s.noSuch)
	s.handle("/", s.page)
	s.handler = s.logged(guarded(o, plain(s.mux)))
	return s
}

// ServeHTTP answers one request.
func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.ending.Load() {
		w.Header().Set("Connection", "close") // the next request goes to another copy
	}
	s.handler.ServeHTTP(w, r)
}

// A handler answers a request, or says why not.
type handler = func(w http.ResponseWriter, r *http.Request) (reply, error)

// handle has a pattern answered; below /api/, queries of other parameters are
// refused. By the time a reply is sent, its work is done
// and the place given back: whoever reads slowly keeps nobody waiting.
func (s *Service) handle(pattern string, answer handler, parameters ...string) {
	s.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		var out reply
		var err error
		if strings.HasPrefix(r.URL.Path, "/api/") && pattern != "/api/" {
			err = knows(r, parameters)
		}
		if err == nil {
			out, err = answer(w, r)
		}
		client := clientOf(r, s.options.Proxies)
		if err == nil && !s.limits.hold(client, len(out.content)) {
			err = busy
		}
		if err != nil {
			refuse(w, err)
			return
		}
		defer s.limits.release(client, len(out.content))
		out.send(w)
	})
}

func (s *Service) health(w http.ResponseWriter, r *http.Request) (reply, error) {
	health, status := map[string]string{"status": "ok", "program": "nianbao"}, http.StatusOK
	if s.ending.Load() {
		health["status"], status = "ending", http.StatusServiceUnavailable
	}
	if s.options.Version != "" {
		health["version"] = s.options.Version
	}
	if nonce := r.URL.Query().Get("nonce"); nonce != "" && s.options.Prove != nil {
		health["proof"] = s.options.Prove(nonce)
	}
	return inJSON(status, health)
}

// noSuch answers for every path below /api/ that is asked for in no way that
// another pattern knows.
func (s *Service) noSuch(w http.ResponseWriter, r *http.Request) (reply, error) {
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := s.mux.Handler(other); pattern != "/api/" && pattern != "/api" {
			w.Header().Set("Allow", method)
			return reply{}, &refusal{status: http.StatusMethodNotAllowed, message: "这个地址要用 " + method + " 来请求"}
		}
	}
	return reply{}, &refusal{status: http.StatusNotFound, message: "没有这个地址，接口见 docs/api.md"}
}
