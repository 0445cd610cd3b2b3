package font

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed standard.txt
var standardFile string

// Standard are the 8,105 characters of 通用规范汉字表 (国发〔2013〕23号), in its
// order. They must not be changed.
func Standard() []rune { return standard() }

var standard = sync.OnceValue(func() []rune {
	var all []rune
	for line := range strings.Lines(standardFile) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, []rune(strings.TrimSpace(line))...)
		}
	}
	return slices.Clip(all)
})
