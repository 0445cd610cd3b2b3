package main

import (
	"crypto/sha256"
	"fmt"
	"runtime"
	"slices"
	"time"
)

// A result is what was seen of a candidate.
type result struct {
	candidate
	median time.Duration
	size   int
	stable bool   // every run gave the same bytes
	tagged bool   // PDF only
	rare   string // what becomes of a character beyond the BMP
}

const (
	passes = 3 // over all candidates, so that a busy moment hits them alike
	runs   = 9 // of a candidate in a pass
)

// measure runs all candidates side by side. One run a pass, not counted, warms
// caches and pools.
func measure(all []candidate, m, rare material) ([]result, error) {
	results := make([]result, len(all))
	times := make([][]time.Duration, len(all))
	first := make([][32]byte, len(all))
	for pass := range passes {
		if pass > 0 {
			time.Sleep(2 * time.Second) // a file that names the time differs by now, even a zip's every second second
		}
		for i, c := range all {
			file, err := c.write(m)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.name(), err)
			}
			hash := sha256.Sum256(file)
			if pass == 0 {
				first[i] = hash
				results[i] = result{candidate: c, size: len(file), stable: true, tagged: c.kind == page && tagged(file)}
			}
			runtime.GC()
			for range runs {
				start := spent()
				file, err = c.write(m)
				times[i] = append(times[i], spent()-start)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", c.name(), err)
				}
				if sha256.Sum256(file) != first[i] {
					results[i].stable = false
				}
			}
		}
	}
	for i, c := range all {
		slices.Sort(times[i])
		results[i].median = times[i][len(times[i])/2]
		results[i].rare = try(c, rare)
	}
	return results, nil
}

// rareCharacter is in the agency's name of the fixture beyond-bmp.
const rareCharacter = '𬭚'

// try writes a report whose agency has a character beyond the BMP.
func try(c candidate, rare material) (outcome string) {
	defer func() {
		if fault := recover(); fault != nil {
			outcome = fmt.Sprintf("**panics**: %v", fault)
		}
	}()
	file, err := c.write(rare)
	switch {
	case err != nil:
		return "error: " + err.Error()
	case c.kind == pixels:
		return "" // no program copies text out of it
	case !says(c.kind, file, rareCharacter):
		return "printed, but copied out wrong"
	}
	return "yes"
}
