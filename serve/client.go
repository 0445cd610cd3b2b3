package serve

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// clientOf is the address that a request comes from. What X-Forwarded-For says
// counts from the proxies that the service was told of alone, each for the one
// before it: anybody can write that header.
func clientOf(r *http.Request, proxies []netip.Prefix) string {
	address := addressOf(r.RemoteAddr)
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		next := addressOf(strings.TrimSpace(hop))
		if !isProxy(address, proxies) || !next.IsValid() {
			break
		}
		address = next
	}
	if !address.IsValid() {
		return ""
	}
	return address.String()
}

// addressOf is the address in 192.0.2.1, 192.0.2.1:80, 2001:db8::1 or [2001:db8::1]:80.
func addressOf(text string) netip.Addr {
	if with, err := netip.ParseAddrPort(text); err == nil {
		return with.Addr().Unmap().WithZone("")
	}
	address, _ := netip.ParseAddr(strings.Trim(text, "[]"))
	return address.Unmap().WithZone("")
}

func isProxy(address netip.Addr, proxies []netip.Prefix) bool {
	return slices.ContainsFunc(proxies, func(p netip.Prefix) bool { return p.Contains(address) })
}
