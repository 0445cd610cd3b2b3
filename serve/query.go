package serve

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"nianbao/report/jsonfile"
)

// knows refuses a query with a parameter that the address does not take, or
// takes once: ?srtict=1 must not be answered as if nothing had been asked.
func knows(r *http.Request, parameters []string) error {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return malformed("地址里 ? 后面的部分写得不对，参数要用 & 隔开，特殊的字符要转义")
	}
	var names []string
	for name := range query {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch {
		case !slices.Contains(parameters, name):
			return malformed("没有“" + clipped(name) + "”这个参数" + instead(name, parameters))
		case len(query[name]) > 1:
			return malformed("参数 " + name + " 写了两次")
		}
	}
	return nil
}

// instead says which parameter was meant, or which there are.
func instead(name string, parameters []string) string {
	for _, parameter := range parameters {
		if jsonfile.Distance(strings.ToLower(name), parameter) <= 2 {
			return "，是不是 " + parameter + "？"
		}
	}
	if len(parameters) == 0 {
		return "，这个地址不带参数"
	}
	return "，可以用的有 " + strings.Join(parameters, "、")
}

// clipped keeps a name that somebody sent short.
func clipped(name string) string {
	if runes := []rune(name); len(runes) > 30 {
		return string(runes[:30]) + "…"
	}
	return name
}

func malformed(message string) error {
	return &refusal{status: http.StatusBadRequest, message: message}
}
