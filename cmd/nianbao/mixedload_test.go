package main

import (
	"fmt"
	"io"
	"maps"
	"math/rand"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// mostMixedMemory is what the service promises under all kinds of work at once,
// in bytes.
const mostMixedMemory = 200 << 20

// All that people and others send, at once, for as long as -load says: healthy
// work, hostile bodies, slow ones, those that hang up and those that do nothing.
// Healthy answers are, byte for byte, the first ones; what the machine decides is
// printed.
func TestMixedLoad(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory and descriptors are read from /proc")
	}
	fresh := start(t, program("program", "serve", "-service", "-faces", "embedded", "-addr", "127.0.0.1:0"))
	fresh.post(t, "api/check", minimal(t))
	http.DefaultClient.CloseIdleConnections()
	freshGoroutines, freshDescriptors := fresh.left(t)

	r := start(t, program("program", "serve", "-service", "-faces", "embedded", "-addr", "127.0.0.1:0"))
	healthy, hostile := healthyWork(t, r), hostileWork(t)
	before := r.work(t)
	m := &mixed{took: map[string][]time.Duration{}, acts: map[string]int{}, end: time.Now().Add(*load)}
	var group sync.WaitGroup
	for n := range loadConnections {
		group.Go(func() {
			random := rand.New(rand.NewSource(int64(n)))
			c := &visitor{url: r.url, random: random, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1}}, end: m.end}
			defer c.client.CloseIdleConnections()
			for time.Now().Before(m.end) && !t.Failed() {
				one := healthy[random.Intn(len(healthy))]
				act, took, err := "healthy", time.Duration(0), error(nil)
				switch chance := random.Intn(400); {
				case chance < 40:
					act, err = c.hostile(hostile[random.Intn(len(hostile))])
				case chance < 60:
					act, err = c.misbehave(one)
				case chance < 70:
					act = "idle"
					c.pause(time.Duration(random.Intn(2000)) * time.Millisecond)
				default:
					if took, err = c.ask(one); err == errBusy {
						act, err = "503", nil
					}
				}
				if err != nil {
					t.Errorf("%s: %v", act, err)
				}
				m.note(act, one.name, took)
			}
		})
	}
	memory := r.memoryUntil(t, m.end)
	group.Wait()
	peak, work := r.peakMemory(t), r.work(t)-before
	m.tell(t, memory, peak, work)
	if peak > mostMixedMemory {
		t.Errorf("%d MB of memory", peak>>20)
	}
	if sixth := len(memory) / 6; *load >= time.Minute && mean(memory[len(memory)-sixth:]) > mean(memory[:sixth])*5/4+16 {
		t.Errorf("memory grows: %v MB", memory)
	}
	if said := r.metrics(t); strings.Contains(said, `status="500"`) {
		t.Errorf("faults, also where nobody waited for the answer:\n%s", said)
	}
	http.DefaultClient.CloseIdleConnections()
	if goroutines, descriptors := r.left(t); goroutines > freshGoroutines || descriptors > freshDescriptors {
		t.Errorf("left: %d goroutines and %d descriptors; a fresh program has %d and %d",
			goroutines, descriptors, freshGoroutines, freshDescriptors)
	}
}

// mixed is what came of all that was asked.
type mixed struct {
	end  time.Time
	mu   sync.Mutex
	took map[string][]time.Duration // of healthy work that was answered, by its name
	acts map[string]int
}

func (m *mixed) note(act, name string, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.acts[act]++
	if act == "healthy" {
		m.took[name] = append(m.took[name], took)
	}
}

func (m *mixed) tell(t *testing.T, memory []int, peak int, work time.Duration) {
	t.Helper()
	var all []time.Duration
	for _, name := range slices.Sorted(maps.Keys(m.took)) {
		took := m.took[name]
		slices.Sort(took)
		all = append(all, took...)
		t.Logf("%6d × %-22s p50 %v, p99 %v", len(took), name, took[len(took)/2].Round(time.Millisecond), took[len(took)*99/100].Round(time.Millisecond))
	}
	if len(all) == 0 {
		t.Fatal("nothing was answered")
	}
	slices.Sort(all)
	t.Logf("%d connections, %v, %d processors, %v of them used: %d healthy answers, p50 %v, p99 %v, the slowest %v; %v",
		loadConnections, *load, runtime.NumCPU(), work.Round(time.Second/10), len(all), all[len(all)/2].Round(time.Millisecond),
		all[len(all)*99/100].Round(time.Millisecond), all[len(all)-1].Round(time.Millisecond), m.acts)
	sixth := max(1, len(memory)/6)
	t.Logf("memory in MB, at most %d, the first sixth %d, the last %d: %v", peak>>20, mean(memory[:sixth]), mean(memory[len(memory)-sixth:]), memory)
}

func mean(of []int) int {
	sum := 0
	for _, n := range of {
		sum += n
	}
	return sum / len(of)
}

// memoryUntil looks thirty times at what the program holds, in MB.
func (r *running) memoryUntil(t *testing.T, end time.Time) (held []int) {
	t.Helper()
	for step := time.Until(end) / 30; time.Now().Before(end); time.Sleep(step) {
		_, rest, _ := strings.Cut(get(t, fmt.Sprintf("/proc/%d/status", r.cmd.Process.Pid)), "VmRSS:")
		kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, kilobytes>>10)
	}
	return held
}

// metrics is what the service says of itself.
func (r *running) metrics(t *testing.T) string {
	t.Helper()
	answer, err := http.Get(r.url + "metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(said)
}
