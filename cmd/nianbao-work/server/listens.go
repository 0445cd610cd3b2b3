package server

import (
	"errors"
	"fmt"
	"net"
	"syscall"
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

// portTaken is what Windows says of one, for which the syscall package has no name.
const portTaken syscall.Errno = 10048

// notStarted says why a server did not come up, and what to do.
func notStarted(o Options, err error) error {
	var refused *net.OpError
	switch {
	case errors.Is(err, syscall.EADDRINUSE), errors.Is(err, portTaken):
		return fmt.Errorf("地址 %s 已经有别的程序在用；请换一个，或者先让那个程序结束", o.Address)
	case errors.As(err, &refused):
		return fmt.Errorf("不能在地址 %s 等着连接，请核对它是不是本机的地址（%s）", o.Address, refused.Err)
	case errors.Is(err, errNoStore):
		return fmt.Errorf("队列的服务用不了文件夹“%s”，请看看磁盘是不是满了、能不能写（%w）", o.Store, err)
	}
	return fmt.Errorf("队列的服务没有起来（%w）", err)
}

// reachable is where this machine reaches a server that listens at an address.
func reachable(address string) string {
	host, port, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsUnspecified() {
		return address
	}
	return net.JoinHostPort("127.0.0.1", port)
}
