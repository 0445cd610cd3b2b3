package main

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

var lost = flag.Duration("lost", 10*time.Second, "for how long TestLostLink cuts a machine off")

// Two machines work for a server on a third, in network namespaces of their own. One
// is cut off in the midst of it: nothing is lost, and it works on when it is back.
func TestLostLink(t *testing.T) {
	machines(t)
	const url = "nats://10.97.1.1:4222"
	n := max(*soak/4, int(lost.Seconds())*2)
	in, store := many(t, n), t.TempDir()
	server := inside(natsServer(t, store, "0.0.0.0:4222"), on("server"))
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	run := func(machine string, args ...string) *exec.Cmd {
		return inside(process(t, append(args, "-nats", strings.Replace(url, "97.1", address[machine], 1))...), on(machine))
	}
	var out []byte
	eventually(t, "reports can be put in", func() (ok bool) {
		var err error
		out, err = run("near", "submit", in).CombinedOutput()
		return err == nil
	})
	near, far := run("near", "work", "-ack-wait", "3s"), run("far", "work", "-ack-wait", "3s")
	for _, c := range []*exec.Cmd{near, far} {
		c.Stderr, c.Stdout = os.Stderr, os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
	}
	look := func() state { return stateBy(t, run("near", "status", "-json")) }
	eventually(t, "both are at work", func() bool { s := look(); return s.Built > n/10 })
	ip(t, "-n", "nb-server", "link", "set", "far", "down")
	atCut := look()
	time.Sleep(*lost)
	before := look()
	ip(t, "-n", "nb-server", "link", "set", "far", "up")
	eventually(t, "all are built", func() bool { s := look(); return s.Built+len(s.Dead) == n && s.Waiting+s.InHand == 0 })
	s := look()
	t.Logf("%d reports; cut off for %v at %d built, %d when it came back\n%s", n, *lost, atCut.Built, before.Built, out)
	if s.Built != n || len(s.Dead) > 0 || s.Files != n {
		t.Errorf("%+v", s)
	}

	// What was cut off works on.
	near.Process.Signal(os.Interrupt)
	if err := near.Wait(); err != nil {
		t.Error(err)
	}
	more := many(t, n+3) // three that are new
	if out, err := run("near", "submit", more).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	eventually(t, "what was cut off works again", func() bool { s := look(); return s.Built == n+3 })
	far.Process.Signal(os.Interrupt)
	if err := far.Wait(); err != nil {
		t.Error(err)
	}
	sameAsBuild(t, url, more, on("near")...)
}

// address is where each machine finds the server.
var address = map[string]string{"near": "97.1", "far": "97.2"}

// machines makes three, of which two see the third.
func machines(t *testing.T) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root may make network namespaces")
	}
	if _, err := exec.LookPath("ip"); err != nil {
		t.Skip("iproute2 is not installed")
	}
	for _, name := range []string{"nb-server", "nb-near", "nb-far"} {
		exec.Command("ip", "netns", "delete", name).Run() // of a run that was ended
		ip(t, "netns", "add", name)
		t.Cleanup(func() { exec.Command("ip", "netns", "delete", name).Run() })
		ip(t, "-n", name, "link", "set", "lo", "up")
	}
	for machine, part := range address {
		ip(t, "-n", "nb-server", "link", "add", machine, "type", "veth", "peer", "name", "hub", "netns", "nb-"+machine)
		ip(t, "-n", "nb-server", "address", "add", "10."+part+".1/24", "dev", machine)
		ip(t, "-n", "nb-server", "link", "set", machine, "up")
		ip(t, "-n", "nb-"+machine, "address", "add", "10."+part+".2/24", "dev", "hub")
		ip(t, "-n", "nb-"+machine, "link", "set", "hub", "up")
	}
}

func ip(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.CommandContext(context.Background(), "ip", args...).CombinedOutput(); err != nil {
		t.Fatalf("ip %v: %v\n%s", args, err, out)
	}
}

func on(machine string) []string { return []string{"ip", "netns", "exec", "nb-" + machine} }
