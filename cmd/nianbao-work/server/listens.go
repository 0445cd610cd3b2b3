package server

import (
	"net"
	"time"
)

// listens reports whether something does at an address of this machine.
func listens(address string) bool {
	c, err := net.DialTimeout("tcp", address, time.Second)
	if err != nil {
		return false
	}
	c.Close()
	return true
}
