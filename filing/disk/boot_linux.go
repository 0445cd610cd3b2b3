package disk

import (
	"os"
	"strings"
)

// readBoot is the kernel's run and the namespace of processes, in which a container
// counts from 1.
func readBoot() string {
	id, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	space, err2 := os.Readlink("/proc/self/ns/pid") // pid:[4026531836]
	if err != nil || err2 != nil || len(id) < 8 {
		return ""
	}
	return string(id[:8]) + "." + strings.Trim(space, "pid:[]")
}
