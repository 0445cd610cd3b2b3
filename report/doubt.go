package report

import (
	"maps"
	"slices"
)

// Doubtful reports whether a problem of a path, or of what it stands in, has
// been reported already.
func (r *Report) Doubtful(path string) bool {
	if len(r.doubtful) == 0 {
		return false
	}
	for ; path != ""; path = parent(path) {
		if r.doubtful[path] {
			return true
		}
	}
	return false
}

// MarkDoubtful says that a problem of what stands at a path has been reported.
func (r *Report) MarkDoubtful(path string) {
	if r.doubtful == nil {
		r.doubtful = map[string]bool{}
	}
	r.doubtful[path] = true
}

// Doubts are the paths that were marked as reported already.
func (r *Report) Doubts() []string { return slices.Sorted(maps.Keys(r.doubtful)) }
