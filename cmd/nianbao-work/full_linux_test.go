package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// small has a folder be a file system of a few megabytes, for one process.
func small(folder string) []string {
	return []string{"unshare", "--mount", "sh", "-c", `mount -t tmpfs -o size=24m tmpfs "` + folder + `" && exec "$@"`, "sh"}
}

// NATS can write no more after its disk was full once, though it goes on to answer. Who
// runs it ends and says so; a worker says that what it built cannot be stored.
func TestFullDisk(t *testing.T) {
	store, at := t.TempDir(), freeAddress(t)
	try := small(store)
	if out, err := exec.Command(try[0], append(try[1:], "true")...).CombinedOutput(); err != nil {
		t.Skipf("this machine mounts nothing for one process: %v %s", err, out)
	}
	queue := inside(process(t, "queue", "-store", store, "-addr", at), small(store))
	var out, workers said
	queue.Stdout, queue.Stderr = &out, &out
	if err := queue.Start(); err != nil {
		t.Fatal(err)
	}
	url := "nats://" + at
	eventually(t, "the server answers", func() bool { return process(t, "status", "-nats", url).Run() == nil })
	call(t, fine, "submit", many(t, 60), "-nats", url)
	worker := process(t, "work", "-nats", url)
	worker.Stdout, worker.Stderr = &workers, &workers
	if err := worker.Start(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the worker is at work", func() bool { return stateOf(t, "-nats", url).Built > 0 })
	fill(t, filepath.Join("/proc", fmt.Sprint(queue.Process.Pid), "root", store))
	more := process(t, "submit", many(t, 100), "-strict", "-nats", url)
	if err := more.Start(); err != nil {
		t.Fatal(err)
	}
	queue.Wait()
	if queue.ProcessState.ExitCode() != impossible || !strings.Contains(out.String(), "多半是磁盘满了") {
		t.Errorf("the server: %v\n%s", queue.ProcessState, &out)
	}
	eventually(t, "the worker says so", func() bool {
		return strings.Contains(workers.String(), "放不进队列") || strings.Contains(workers.String(), "断开了")
	})
	worker.Process.Kill()
	worker.Wait()
	more.Process.Kill()
	more.Wait()
	t.Logf("the worker:\n%s\nthe server:\n%s", &workers, &out)
}

// fill leaves no room in a folder's file system.
func fill(t *testing.T, folder string) {
	t.Helper()
	filler, err := os.Create(filepath.Join(folder, "filler"))
	if err != nil {
		t.Fatal(err)
	}
	for piece := make([]byte, 4096); err == nil; {
		_, err = filler.Write(piece)
	}
	filler.Close()
}

// A worker that runs the folder's server ends by it as well.
func TestFullDiskOfAWorker(t *testing.T) {
	store := t.TempDir()
	try := small(store)
	if out, err := exec.Command(try[0], append(try[1:], "true")...).CombinedOutput(); err != nil {
		t.Skipf("this machine mounts nothing for one process: %v %s", err, out)
	}
	both := `"$1" submit "$2" -store "$3" && exec "$1" work -store "$3"`
	worker := process(t)
	worker.Args = append(small(store), "sh", "-c", both, "sh", worker.Path, many(t, 200), store)
	worker.Path, worker.Err = exec.Command(worker.Args[0]).Path, nil
	var out said
	worker.Stdout, worker.Stderr = &out, &out
	if err := worker.Start(); err != nil {
		t.Fatal(err)
	}
	inside := filepath.Join("/proc", fmt.Sprint(worker.Process.Pid), "root", store)
	eventually(t, "results are stored", func() bool {
		pieces, _ := filepath.Glob(filepath.Join(inside, "jetstream", "*", "streams", "OBJ_nianbao-results", "msgs", "*.blk"))
		return slices.ContainsFunc(pieces, func(piece string) bool {
			info, err := os.Stat(piece)
			return err == nil && info.Size() > 100<<10
		})
	})
	fill(t, inside)
	worker.Wait()
	if worker.ProcessState.ExitCode() != impossible || !strings.Contains(out.String(), "满了") {
		t.Errorf("%v\n%s", worker.ProcessState, &out)
	}
}
