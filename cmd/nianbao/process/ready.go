package process

import (
	"net"
	"os"
)

// Ready tells the service manager that started the program (systemd, Type=notify)
// that it takes connections. Nobody is told where nobody asked.
func Ready() error {
	socket := os.Getenv("NOTIFY_SOCKET")
	if socket == "" {
		return nil
	}
	conn, err := net.DialUnix("unixgram", nil, &net.UnixAddr{Name: socket, Net: "unixgram"})
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = conn.Write([]byte("READY=1"))
	return err
}
