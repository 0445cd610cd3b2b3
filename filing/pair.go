package filing

import (
	"io"
	"os"
	"slices"
	"strings"

	"nianbao/render"
)

// ApartFrom is a file beside another, of the same name in another format, that
// prints something else: the program was killed between the two, or one was built
// alone. "" where there is none, and where one of them does not say what it prints,
// as after an office program has saved it.
func ApartFrom(path string) string {
	name, printed := "", ""
	for _, file := range files() {
		if at := len(path) - len(file.Extension); at > 0 && strings.EqualFold(path[at:], file.Extension) {
			name, printed = path[:at], file.Printed(contentOf(path))
			break
		}
	}
	if printed == "" {
		return ""
	}
	for _, other := range files() {
		if beside := name + other.Extension; beside != path {
			if says := other.Printed(contentOf(beside)); says != "" && says != printed {
				return beside
			}
		}
	}
	return ""
}

// files are all that a report can have, those whose names end in another's first.
func files() []render.File {
	var all []render.File
	for _, format := range render.Formats {
		all = append(all, format.Files()...)
	}
	slices.SortStableFunc(all, func(a, b render.File) int { return len(b.Extension) - len(a.Extension) })
	return all
}

// contentOf is a file's content; nothing of one that is no report's, or cannot be read.
func contentOf(path string) []byte {
	const most = 64 << 20
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > most {
		return nil
	}
	content, err := io.ReadAll(f)
	if err != nil {
		return nil
	}
	return content
}
