package disk

import "syscall"

func readBoot() string {
	id, err := syscall.Sysctl("kern.bootsessionuuid")
	if err != nil || len(id) < 8 {
		return ""
	}
	return id[:8]
}
