package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"nianbao/fixtures"
)

var load = flag.Duration("load", 2*time.Second, "how long TestLoad asks for PDFs, and TestMixedLoad for all kinds of things")

// What the service promises under load.
const (
	loadConnections = 64
	mostMemory      = 300 << 20 // bytes, with the faces
)

// Under load everybody gets a file or is told to come again, memory stays
// bounded, and nothing is left behind. The speed is printed; the machine decides
// it, and the clients run on the same one.
func TestLoad(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory and descriptors are read from /proc")
	}
	fresh := start(t, program("program", "serve", "-service", "-addr", "127.0.0.1:0"))
	fresh.post(t, "api/check", minimal(t))
	http.DefaultClient.CloseIdleConnections()
	freshGoroutines, freshDescriptors := fresh.left(t)

	r := start(t, program("program", "serve", "-service", "-addr", "127.0.0.1:0"))
	src := fixtures.Named(t, "laiyuan-2022").JSON
	_, want := r.post(t, "api/build?format=pdf", string(src))
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: loadConnections}}
	var mu sync.Mutex
	var took []time.Duration
	var busy atomic.Int64
	var group sync.WaitGroup
	start := time.Now()
	for range loadConnections {
		group.Go(func() {
			content := make([]byte, len(want)) // the clients take no more of the machine than they must
			for time.Since(start) < *load {
				asked := time.Now()
				status, n, err := ask(client, r.url+"api/build?format=pdf", src, content)
				switch {
				case err != nil:
					t.Errorf("after %v: %v", time.Since(start), err)
					return
				case status == http.StatusServiceUnavailable:
					busy.Add(1)
				case status != http.StatusOK || !bytes.Equal(content[:n], want):
					t.Errorf("%d, %d bytes, not the file", status, n)
					return
				default:
					mu.Lock()
					took = append(took, time.Since(asked))
					mu.Unlock()
				}
			}
		})
	}
	group.Wait()
	seconds := time.Since(start).Seconds()
	memory, work := r.peakMemory(t), r.work(t)
	client.CloseIdleConnections()
	http.DefaultClient.CloseIdleConnections()
	slices.Sort(took)
	if len(took) == 0 {
		t.Fatal("no file came")
	}
	t.Logf("%d connections, %.0f s, %d processors: %.0f PDFs a second, p50 %v, p99 %v, 503: %d, %v of a processor a PDF, memory at most %d MB",
		loadConnections, seconds, runtime.NumCPU(), float64(len(took))/seconds, took[len(took)/2].Round(time.Millisecond),
		took[len(took)*99/100].Round(time.Millisecond), busy.Load(), (work / time.Duration(len(took))).Round(10*time.Microsecond), memory>>20)
	if memory > mostMemory {
		t.Errorf("%d MB of memory", memory>>20)
	}
	if goroutines, descriptors := r.left(t); goroutines > freshGoroutines || descriptors > freshDescriptors {
		t.Errorf("left: %d goroutines and %d descriptors; a fresh program has %d and %d",
			goroutines, descriptors, freshGoroutines, freshDescriptors)
	}
}

// ask posts a report and reads the answer into a buffer of its size.
func ask(client *http.Client, url string, src, content []byte) (status, n int, err error) {
	answer, err := client.Post(url, "application/json", bytes.NewReader(src))
	if err != nil {
		return 0, 0, err
	}
	defer answer.Body.Close()
	n, err = io.ReadFull(answer.Body, content)
	if err == io.ErrUnexpectedEOF { // a refusal is shorter
		err = nil
	}
	if rest, _ := io.Copy(io.Discard, answer.Body); rest > 0 {
		return answer.StatusCode, 0, nil
	}
	return answer.StatusCode, n, err
}

// peakMemory is the most that the program held at any time, in bytes.
func (r *running) peakMemory(t *testing.T) int {
	t.Helper()
	status := get(t, fmt.Sprintf("/proc/%d/status", r.cmd.Process.Pid))
	_, rest, _ := strings.Cut(status, "VmHWM:")
	kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return kilobytes << 10
}

// work is the processor time that the program has used, whatever else the
// machine was doing.
func (r *running) work(t *testing.T) (used time.Duration) {
	t.Helper()
	_, rest, _ := strings.Cut(get(t, fmt.Sprintf("/proc/%d/stat", r.cmd.Process.Pid)), ") ")
	for _, field := range strings.Fields(rest)[11:13] { // utime, stime
		ticks, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal(err)
		}
		used += time.Duration(ticks) * time.Second / 100 // USER_HZ
	}
	return used
}

// left ends the program by a signal that has it list its goroutines, and counts
// them and its descriptors.
func (r *running) left(t *testing.T) (goroutines, descriptors int) {
	t.Helper()
	time.Sleep(time.Second) // connections end after their clients
	entries, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", r.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if err := r.cmd.Process.Signal(syscall.SIGQUIT); err != nil {
		t.Fatal(err)
	}
	r.cmd.Wait()
	for stack := range strings.SplitSeq(r.log.String(), "\n\n") {
		// The collector has some of its own, more of them after work.
		if strings.HasPrefix(stack, "goroutine ") && (strings.Contains(stack, "nianbao/") || strings.Contains(stack, "net/http")) {
			goroutines++
		}
	}
	if goroutines == 0 {
		t.Fatal("the program did not list its goroutines")
	}
	return goroutines, len(entries)
}
