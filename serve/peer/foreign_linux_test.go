package peer

import (
	"encoding/binary"
	"net"
	"net/netip"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// Who is listed as another user is; who has closed or broken off is not taken for root.
func TestWhoIsListed(t *testing.T) {
	if binary.NativeEndian.Uint16([]byte{1, 0}) != 1 {
		t.Skip("the lists here are of a processor with the low byte first")
	}
	const head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
	const listens = "   0: 0100007F:21C0 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4101 1 0000000000000000 100 0 0 10 0\n"
	const ours = "   1: 0100007F:21C0 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 4102 1 0000000000000000 20 4 30 10 -1\n"
	const half = "   1: 0100007F:21C0 0100007F:D431 08 00000000:00000000 00:00000000 00000000  1000        0 4102 1 0000000000000000 20 4 30 10 -1\n"
	theirs := func(uid, inode string) string {
		return "   2: 0100007F:D431 0100007F:21C0 01 00000000:00000000 02:000AF5B3 00000000  " + uid + "        0 " + inode + " 2 0000000000000000 20 4 0 10 -1\n"
	}
	const mapped = "   3: 0000000000000000FFFF00000100007F:D431 0000000000000000FFFF00000100007F:21C0 01 00000000:00000000 00:00000000 00000000  1001        0 4104 1 0000000000000000 20 4 0 10 -1\n"
	for name, c := range map[string]struct {
		table string
		self  int
		want  bool
	}{
		"oneself":                       {listens + ours + theirs("1000", "4103"), 1000, false},
		"another":                       {listens + ours + theirs("1001", "4103"), 1000, true},
		"another, of root's program":    {listens + ours + theirs("1001", "4103"), 0, true},
		"root":                          {listens + ours + theirs("0", "4103"), 1000, false},
		"root to itself":                {listens + ours + theirs("0", "4103"), 0, false},
		"another in the list of IPv6":   {listens + ours + mapped, 1000, true},
		"closed by whom it was":         {listens + ours + theirs("0", "0"), 1000, true},
		"the same, of root's program":   {listens + ours + theirs("0", "0"), 0, true},
		"from another network":          {listens + ours, 1000, false},
		"broken off":                    {listens, 1000, true},
		"gone since it closed its half": {listens + half, 1000, true},
		"a system that lists nothing":   {"", 1000, false},
	} {
		lines := strings.SplitAfter(head+c.table, "\n")
		local, remote := netip.MustParseAddrPort("127.0.0.1:8640"), netip.MustParseAddrPort("127.0.0.1:54321")
		if got, _ := foreign(lines, local, remote, c.self); got != c.want {
			t.Errorf("%s: foreign is %t", name, got)
		}
	}
}

// A real socket of another user is told from one's own, by either version of the protocol.
func TestWhoseSocket(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root opens sockets as another user")
	}
	for _, address := range []string{"127.0.0.1:0", "[::1]:0"} {
		listener, err := net.Listen("tcp", address)
		if err != nil {
			t.Log("this system has no ", address)
			continue
		}
		defer listener.Close()
		for _, uid := range []int{0, 65534} {
			client := dialAs(t, uid, listener.Addr().String())
			defer client.Close()
			server, err := listener.Accept()
			if err != nil {
				t.Fatal(err)
			}
			defer server.Close()
			if got := Foreign(ends(server)); got != (uid != 0) {
				t.Errorf("%s, user %d: foreign is %t", address, uid, got)
			}
			client.Close()
			if !Foreign(ends(server)) {
				t.Errorf("%s: who has closed is taken for somebody", address)
			}
		}
	}
}

func ends(c net.Conn) (local, remote netip.AddrPort) {
	return netip.MustParseAddrPort(c.LocalAddr().String()), netip.MustParseAddrPort(c.RemoteAddr().String())
}

// dialAs connects as another user: a socket is of whom files are that its thread makes.
func dialAs(t *testing.T, uid int, address string) net.Conn {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	syscall.RawSyscall(syscall.SYS_SETFSUID, uintptr(uid), 0, 0)
	defer syscall.RawSyscall(syscall.SYS_SETFSUID, 0, 0, 0)
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
