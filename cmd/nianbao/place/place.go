// Package place is where the page waits on a machine: its address, the browser
// that opens it, the folder of drafts.
package place

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"strconv"
	"strings"
	"syscall"

	"nianbao/filing/disk"
)

// The page's usual place. Drafts are kept by the browser under it, hence always
// the same where it is free; a few ports after it are tried otherwise.
const (
	usualPort = 8640
	morePorts = 9
)

// A Place is where the page waits for browsers.
type Place struct {
	Address  string
	usual    bool // nobody asked for this address
	Loopback bool // only this machine reaches it
	token    bool
}

// ErrRunning is what Listen finds where this very program answers already.
var ErrRunning = errors.New("the program is running already")

// Of reads -addr; its errors are sentences.
func Of(addr, token string) (Place, error) {
	p := Place{Address: addr, token: token != ""}
	if addr == "" {
		p.Address, p.usual = "127.0.0.1:"+strconv.Itoa(usualPort), true
	} else if _, err := strconv.Atoi(addr); err == nil {
		p.Address = "127.0.0.1:" + addr
	}
	resolved, err := net.ResolveTCPAddr("tcp", p.Address)
	if err != nil {
		return p, fmt.Errorf("-addr 的“%s”不对，请写地址和端口，例如 127.0.0.1:8640", addr)
	}
	p.Loopback = resolved.IP.IsLoopback()
	if !p.Loopback && !p.token {
		return p, fmt.Errorf("-addr %s 会让网络里别的电脑也能连到这里，要有口令：把一个口令（例如 %s）存成文件，再写 -token @文件；也可以放在环境变量 NIANBAO_TOKEN 里", addr, rand.Text()[:20])
	}
	return p, nil
}

// Listen opens the place. Where the usual one is taken by this user's own run of
// the program, it says so; where by anything else, it takes the next.
func (p *Place) Listen(self Secret) (net.Listener, error) {
	listener, err := net.Listen("tcp", p.Address)
	if err == nil || !p.usual {
		return listener, err
	}
	for port := usualPort; port <= usualPort+morePorts; port++ {
		p.Address = "127.0.0.1:" + strconv.Itoa(port)
		if self.isRunning(p) {
			return nil, ErrRunning
		}
		if other, err := net.Listen("tcp", p.Address); err == nil {
			return other, nil
		}
	}
	p.Address = "127.0.0.1:" + strconv.Itoa(usualPort)
	return nil, err
}

// Windows error numbers that the syscall package does not name.
const (
	portTaken     syscall.Errno = 10048
	portForbidden syscall.Errno = 10013
	noSuchAddress syscall.Errno = 10049
)

// Refusal says why the place could not be had, and what to try instead.
func (p *Place) Refusal(err error) string {
	host, port, _ := net.SplitHostPort(p.Address)
	another := func() string {
		number, _ := strconv.Atoi(port)
		if number++; number < 1024 || number > 65535 {
			number = usualPort + morePorts + 1
		}
		return "请换一个端口，例如 -addr " + net.JoinHostPort(host, strconv.Itoa(number))
	}
	switch {
	case p.usual && isTaken(err):
		return fmt.Sprintf("%d 到 %d 的端口都有别的程序在用；请换一个端口，例如 -addr 127.0.0.1:8700", usualPort, usualPort+morePorts)
	case isTaken(err):
		return "这个端口已经有程序在用（也许 nianbao 已经在运行）；" + another()
	case errors.Is(err, fs.ErrPermission), errors.Is(err, portForbidden):
		return "系统不许用这个端口；" + another()
	case errors.Is(err, syscall.EADDRNOTAVAIL), errors.Is(err, noSuchAddress):
		return "这台电脑没有这个地址；请写它自己的地址，只给本机用就写 127.0.0.1"
	}
	return disk.Reason(err)
}

func isTaken(err error) bool { return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, portTaken) }

// URL is where a browser on this machine finds the page.
func (p *Place) URL() string {
	host, port, _ := net.SplitHostPort(p.Address)
	if host == "" || host == "0.0.0.0" || host == "::" {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// Announce says where the page is, and what that means.
func (p *Place) Announce(w io.Writer, quiet bool) {
	fmt.Fprintf(w, "nianbao 正在运行，请用浏览器打开：%s\n", p.URL())
	if quiet {
		fmt.Fprintln(w, "数据只在这台电脑上处理。用完以后关闭这个窗口（或按 Ctrl+C）就停止了。")
	}
	if p.token {
		fmt.Fprintln(w, "第一次打开时，页面会问口令。")
	}
	if !p.Loopback {
		fmt.Fprintf(w, "注意：%s\n", strings.Join([]string{
			"网络里别的电脑也能连到这里，知道口令的人都能使用",
			"传输没有加密，口令和报告在网络上可能被看到；请放在提供 HTTPS 的网关后面，或者只在可信的内部网络使用",
			"程序不保存任何报告",
		}, "；")+"。")
	}
}
