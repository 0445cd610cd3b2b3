package serve

import (
	"net/netip"
	"testing"
)

func TestWhoAsks(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::1/128")}
	for _, c := range []struct{ from, forwarded, want string }{
		{"192.0.2.7:5000", "", "192.0.2.7"},
		{"192.0.2.7:5000", "198.51.100.1", "192.0.2.7"}, // nobody that we were told of
		{"10.1.1.1:5000", "198.51.100.1", "198.51.100.1"},
		{"10.1.1.1:5000", "203.0.113.9, 198.51.100.1", "198.51.100.1"}, // the client wrote the first one itself
		{"10.1.1.1:5000", "198.51.100.1, 10.2.2.2", "198.51.100.1"},
		{"10.1.1.1:5000", "198.51.100.1:4711", "198.51.100.1"},
		{"10.1.1.1:5000", "[2001:db8::1]:4711", "2001:db8::1"},
		{"10.1.1.1:5000", "unknown", "10.1.1.1"},
		{"10.1.1.1:5000", "", "10.1.1.1"},
		{"[fd00::1]:5000", "::ffff:198.51.100.1", "198.51.100.1"},
		{"@", "198.51.100.1", ""},
	} {
		r := request("GET", "/", nil)
		r.RemoteAddr = c.from
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		if got := clientOf(r, proxies); got != c.want {
			t.Errorf("%s, %q: %q, want %q", c.from, c.forwarded, got, c.want)
		}
	}
}
