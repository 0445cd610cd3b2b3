// Package peer tells whose program is at the other end of a connection from this machine.
package peer

import (
	"encoding/binary"
	"fmt"
	"net/netip"
	"os"
	"strconv"
	"strings"
)

// tables are the kernel's lists of sockets in the program's own network, with the
// user of each (proc(5)).
var tables = []string{"/proc/net/tcp", "/proc/net/tcp6"}

const connected = "01" // the kernel's TCP_ESTABLISHED

// Foreign reports whether a connection that came to local from remote is another
// user's than the program's own; root is nobody's other. One from another machine
// or a container is in no list here and is nobody's, and so is all where the system
// lists no sockets.
func Foreign(local, remote netip.AddrPort) bool {
	// A list that changes while it is read may leave a line out: what is missing is looked for twice.
	if is, found := foreign(sockets(), local, remote, os.Getuid()); found {
		return is
	}
	is, _ := foreign(sockets(), local, remote, os.Getuid())
	return is
}

func sockets() (lines []string) {
	for _, table := range tables {
		content, _ := os.ReadFile(table)
		for line := range strings.Lines(string(content)) {
			lines = append(lines, line)
		}
	}
	return lines
}

// foreign looks a connection up; found: its other end is in the list.
func foreign(lines []string, local, remote netip.AddrPort, self int) (is, found bool) {
	here, there := listed(local), listed(remote)
	known, open := false, false
	for _, line := range lines {
		field := strings.Fields(line)
		if len(field) < 10 || field[0] == "sl" {
			continue
		}
		known = true
		if there[field[1]] && here[field[2]] {
			// A socket that its program has closed is shown as root's, with no inode:
			// it is anybody's, who need not wait for the answer.
			uid, err := strconv.Atoi(field[7])
			closed := field[9] == "0"
			return err != nil || uid != self && uid != 0 || uid == 0 && closed, true
		}
		open = open || here[field[1]] && there[field[2]] && field[3] == connected
	}
	return known && !open, false // who is gone from the list has broken off
}

// listed are the ways that the lists have of writing an address.
func listed(a netip.AddrPort) map[string]bool {
	address := a.Addr().Unmap().WithZone("")
	ways := map[string]bool{}
	if address.Is4() {
		four := address.As4()
		ways[inHex(four[:], a.Port())] = true
	}
	sixteen := address.As16()
	ways[inHex(sixteen[:], a.Port())] = true
	return ways
}

// inHex writes an address in words of four bytes as the processor has them.
func inHex(address []byte, port uint16) string {
	text := ""
	for ; len(address) > 0; address = address[4:] {
		text += fmt.Sprintf("%08X", binary.NativeEndian.Uint32(address))
	}
	return fmt.Sprintf("%s:%04X", text, port)
}
