package font

import (
	"os"
	"runtime"
	"slices"
	"sync"

	"nianbao/render/style"
)

// A candidate is a face found by its names, not yet read.
type candidate struct {
	file       string
	member     int
	rank       rank
	asked      bool // it lies in the folder that somebody named
	offRegular int
	place      int // in Found.Places
}

// candidates looks at the names in files. Files that are no faces, and what
// cannot be opened, come back as refusals. asked says that somebody named the
// folder: then faces that are not official ones count as well, as supplements.
func candidates(files []string, asked bool) (found []candidate, refused []Refusal) {
	type looked struct {
		found []candidate
		err   error
	}
	results := make([]looked, len(files))
	var group sync.WaitGroup
	next := make(chan int)
	// Opening is what takes the time, most of all where a virus scanner listens.
	for range min(4*runtime.GOMAXPROCS(0), 16) {
		group.Go(func() {
			for i := range next {
				results[i].found, results[i].err = look(files[i], asked)
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	group.Wait()
	for i, result := range results {
		found = append(found, result.found...)
		if result.err != nil {
			refused = append(refused, Refusal{File: files[i], Role: supplement, Err: result.err})
		}
	}
	return found, refused
}

// look finds the candidates in one file.
func look(path string, asked bool) ([]candidate, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	var found []candidate
	members, err := readMembers(file, info.Size())
	for _, m := range members {
		r, ok := rankOf(m.families)
		if !ok {
			if !asked {
				continue
			}
			r = rank{supplement, len(supplements), first(m.families...)}
		}
		m.readStyle(file, info.Size())
		// 小标宋 and 黑体 are heavy by nature; in the others bold is another face.
		if m.slanted || m.heavy && r.role != style.Title && r.role != style.Hei {
			continue
		}
		found = append(found, candidate{file: path, member: m.index, rank: r, asked: asked, offRegular: m.offRegular})
	}
	return found, err
}

// inOrder puts the candidates of a role before each other as they are to be
// tried: those that were asked for, the better names, the more regular weights,
// then as they were found.
func inOrder(all []candidate, role style.Role) []candidate {
	var chosen []candidate
	for _, c := range all {
		if c.rank.role == role {
			chosen = append(chosen, c)
		}
	}
	slices.SortStableFunc(chosen, func(a, b candidate) int {
		if a.asked != b.asked {
			if a.asked {
				return -1
			}
			return 1
		}
		if a.rank.at != b.rank.at {
			return a.rank.at - b.rank.at
		}
		return a.offRegular - b.offRegular
	})
	return chosen
}
