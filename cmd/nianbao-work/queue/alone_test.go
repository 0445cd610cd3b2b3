package queue

import (
	"strings"
	"sync"
	"testing"
	"time"
)

// One at a time takes results out, also of several who come at once; one that ended, or
// whose connection has, keeps nobody out.
func TestAlone(t *testing.T) {
	q := opened(t)
	end, err := q.Alone(t.Context(), "甲机")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := q.Alone(t.Context(), "乙机"); err == nil || !strings.Contains(err.Error(), "甲机") {
		t.Errorf("the second is told %v", err)
	}
	end()
	defer func(before time.Duration) { settleIn = before }(settleIn)
	settleIn = 3 * time.Second
	var came sync.WaitGroup
	ends := make([]func(), 4)
	for i := range ends {
		came.Go(func() { ends[i], _ = q.Alone(t.Context(), "丙机") })
	}
	came.Wait()
	in := 0
	for _, end := range ends {
		if end != nil {
			in++
		}
	}
	if in != 1 {
		t.Errorf("%d of those who come at once take results out", in)
	}
}
