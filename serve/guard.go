package serve

import (
	"net"
	"net/http"
	"net/netip"
	"path"
	"slices"
	"strings"

	"nianbao/serve/peer"
)

// policy lets a page load what comes with the program, and talk to it, and
// nothing else: no script in markup, no other place, no frame around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
	"connect-src 'self'; frame-src blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

// guarded lets through what the page itself, or a program, may ask.
func guarded(o Options, next http.Handler) http.Handler {
	foreign := http.NewCrossOriginProtection()
	login := newLogin(o.Token)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", policy)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		switch {
		case !knownHost(r.Host, o.Hosts):
			refuse(w, &refusal{status: http.StatusMisdirectedRequest,
				message: "这里不用这个名字（Host）。经过网关来的，请在启动时用 -host 写上网关的名字"})
		case r.RequestURI == "*":
			refuse(w, malformed("请求要写明地址，* 不是地址"))
		case foreign.Check(r) != nil || r.Header.Get("Sec-Fetch-Site") == "cross-site" && !isVisit(r):
			refuse(w, &refusal{status: http.StatusForbidden, message: "这是别的网页发来的请求，没有处理"})
		case o.Token != "" && r.URL.Path == loginPath, r.URL.Path != "/healthz" && !beforeLogin[r.URL.Path] && !login.admits(r):
			login.answer(w, r)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// plain refuses what net/http's own answers to, which are English, are meant for: tunnels,
// and addresses that are written in a roundabout way.
func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked := r.URL.EscapedPath()
		clean := path.Clean("/" + asked)
		if strings.HasSuffix(asked, "/") && clean != "/" {
			clean += "/"
		}
		switch {
		case r.Method == http.MethodConnect:
			w.Header().Set("Allow", "GET, POST")
			refuse(w, &refusal{status: http.StatusMethodNotAllowed, message: "这里不是代理，不能用 CONNECT 来请求"})
		case asked != clean && asked != "":
			refuse(w, &refusal{status: http.StatusNotFound, message: "没有这个地址：里面有多余的 / 或者 ."})
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// isVisit: somebody follows a link to the page, which may stand anywhere.
func isVisit(r *http.Request) bool {
	return r.Method == http.MethodGet && r.URL.Path == "/" && r.Header.Get("Sec-Fetch-Mode") == "navigate"
}

// knownHost refuses names that somebody else may have pointed at this machine
// (DNS rebinding). An address in figures is no name, and can be pointed nowhere.
func knownHost(host string, names []string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if address, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return !address.IsUnspecified()
	}
	return host == "localhost" || slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, host) })
}

// ofTheUser keeps a user's drafts and folders from the other users of the machine, whose
// programs reach the page's address as well as the user's own.
func ofTheUser(answer handler) handler {
	return func(w http.ResponseWriter, r *http.Request) (reply, error) {
		at, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
		remote, err := netip.ParseAddrPort(r.RemoteAddr)
		if at == nil || err != nil {
			return answer(w, r) // it came over no network
		}
		if local, err := netip.ParseAddrPort(at.String()); err == nil && peer.Foreign(local, remote) {
			return reply{}, &refusal{status: http.StatusForbidden, message: "这里的 nianbao 是这台电脑上另一个用户运行的，草稿和文件只给他自己；请自己再运行一个 nianbao"}
		}
		return answer(w, r)
	}
}
