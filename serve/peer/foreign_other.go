//go:build !linux

// Package peer tells whose program is at the other end of a connection from this machine.
package peer

import "net/netip"

// Foreign: other systems are not asked whose a connection is.
func Foreign(local, remote netip.AddrPort) bool { return false }
