package place

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
)

// Show opens the page in the user's browser; where that does not work, it
// says how to.
func Show(stderr io.Writer, url string) (shown bool) {
	cmd := browser(url)
	if cmd == nil {
		return false // there is no screen; the address has been printed
	}
	if err := cmd.Start(); err != nil {
		fmt.Fprintln(stderr, "浏览器没有自动打开，请把上面的地址抄到浏览器的地址栏里。")
		return false
	}
	go cmd.Wait() // so that no dead process stays behind
	return true
}

// browser is the command by which the system opens an address; nil where there
// is no desktop, on which xdg-open might start a text browser in this terminal.
func browser(url string) *exec.Cmd {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	case "darwin":
		return exec.Command("open", url)
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return nil
	}
	return exec.Command("xdg-open", url)
}
