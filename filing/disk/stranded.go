package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A stranded file is an old one that could not be put back.
type stranded struct {
	place string // where it stood
	now   string // where it stands
	err   error
}

func (s *stranded) Error() string { return s.err.Error() }
func (s *stranded) Unwrap() error { return s.err }

// keepBeside gives an old file that has only a temporary name one that nobody sweeps,
// and returns it: it may be all that is left of somebody's work.
func keepBeside(temp, place string) string {
	kind := filepath.Ext(place)
	for _, stem := range []string{
		strings.TrimSuffix(place, kind) + "（原来的）",
		filepath.Join(filepath.Dir(place), "原来的文件"), // where that is too long
	} {
		name := stem + kind
		for n := 2; ; n++ {
			if _, err := os.Lstat(name); err != nil {
				break
			}
			name = fmt.Sprintf("%s%d%s", stem, n, kind)
		}
		if os.Rename(temp, name) == nil {
			return name
		}
	}
	return temp
}

// strandedIn says of every file that could not be put back where it is; "": all were.
func strandedIn(err error) string {
	var sentences []string
	var walk func(error)
	walk = func(err error) {
		if s, ok := err.(*stranded); ok {
			sentences = append(sentences, fmt.Sprintf("“%s”原来的内容没能放回去，现在叫“%s”，请马上把它改回原名", s.place, filepath.Base(s.now)))
			return
		}
		if joined, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range joined.Unwrap() {
				walk(e)
			}
		} else if e := errors.Unwrap(err); e != nil {
			walk(e)
		}
	}
	walk(err)
	return strings.Join(sentences, "；")
}
