package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// A temporary file is called .nianbao-HOST-BOOT-PROCESS-SECOND-N.tmp, so that a later
// run can tell whether the one that made it still goes on. Copies of a machine and
// containers have one name, and numbers of processes of their own: BOOT tells them
// apart, where the system says it. The time stands in the name since a second name of
// an old file shows that file's time.
var tempPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\.nianbao-(.+)-(\d{1,10})-(\d{1,12})-\d+\.tmp$`) })

func tempName(n int) string {
	return fmt.Sprintf(".nianbao-%s-%d-%d-%d.tmp", here(), os.Getpid(), time.Now().Unix(), n)
}

// here is where this process runs: what has another name has other processes.
var here = sync.OnceValue(func() string {
	if boot := boot(); boot != "" {
		return host() + "-" + boot
	}
	return host()
})

// boot is the run of the system, and of what keeps its processes apart from others; "":
// the system does not say.
var boot = sync.OnceValue(readBoot)

// host is this machine's name, as far as a file's name may hold it.
var host = sync.OnceValue(func() string {
	name, err := os.Hostname()
	if err != nil {
		return "unknown"
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, name)
	return strings.ToValidUTF8(name[:min(len(name), 60)], "")
})

const (
	// othersAfter is how long a temporary file may belong to a run on another
	// machine, or to one whose process number has been given to another program.
	othersAfter = 24 * time.Hour
	// namesakesAfter is how long one may belong to a run on another machine of this
	// one's name, where the system does not tell them apart. Files are put in place within
	// seconds, or once LibreOffice has read a document.
	namesakesAfter = time.Hour
)

var swept sync.Map // folders that this process has swept

func sweepOnce(folder string) {
	if path, err := filepath.Abs(folder); err == nil {
		folder = path
	}
	if _, again := swept.LoadOrStore(folder, true); !again {
		sweep(folder)
	}
}

// sweep removes from a folder the temporary files of runs that are dead: they
// hold reports.
func sweep(folder string) {
	f, err := os.Open(folder)
	if err != nil {
		return
	}
	defer f.Close()
	names, _ := f.Readdirnames(-1)
	for _, name := range names {
		if isOrphan(name, here(), boot() != "") {
			os.Remove(filepath.Join(folder, name))
		}
	}
}

// isOrphan reports whether a file is a temporary one of a run that is dead; sure: every
// process of here is one that can be asked after.
func isOrphan(name, here string, sure bool) bool {
	parts := tempPattern().FindStringSubmatch(name)
	if parts == nil {
		return false
	}
	process, err := strconv.Atoi(parts[2])
	second, err2 := strconv.ParseInt(parts[3], 10, 64)
	if err != nil || err2 != nil {
		return false
	}
	age := time.Since(time.Unix(second, 0))
	switch {
	case age > othersAfter:
		return true
	case parts[1] != here, !sure && age < namesakesAfter:
		return false
	case process == os.Getpid():
		return !isOurs(name)
	}
	return isDead(process)
}

// isDead reports whether there is certainly no process of that number.
func isDead(process int) bool {
	p, err := os.FindProcess(process)
	if err != nil { // on Windows
		const noSuchProcess syscall.Errno = 87
		return errors.Is(err, noSuchProcess)
	}
	defer p.Release()
	if runtime.GOOS == "windows" {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return errors.Is(err, os.ErrProcessDone) || errors.Is(err, syscall.ESRCH)
}
