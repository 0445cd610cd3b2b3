package filing

import (
	"os"
	"slices"
	"strings"

	"nianbao/filing/disk"
	"nianbao/render"
)

// ApartFrom is a file beside another, of the same name in another format, that
// prints something else: the program was killed between the two, or one was built
// alone. "" where there is none, and where one of them does not say what it prints,
// as after an office program has saved it.
func ApartFrom(path string) string {
	_, other := ApartFromAny([]string{path})
	return other
}

// ApartFromAny is ApartFrom for files that have just been written of one report: what
// one of them prints all do, so that only the first that says it is read.
func ApartFromAny(written []string) (path, other string) {
	for _, path := range written {
		name, printed := nameAndPrint(path)
		if printed == "" {
			continue
		}
		for _, file := range files() {
			for _, beside := range namesOf(name, file.Extension) {
				if slices.Contains(written, beside) {
					continue
				}
				if says := file.Printed(contentOf(beside)); says != "" && says != printed {
					return path, beside
				}
			}
		}
		break
	}
	return "", ""
}

// Apart reports whether two files print different things; files that do not say what
// they print are not known to.
func Apart(a, b string) bool {
	_, one := nameAndPrint(a)
	_, other := nameAndPrint(b)
	return one != "" && other != "" && one != other
}

// PrintOf is the digest of what a file says that it prints; "" where it says nothing,
// as after an office program has saved it.
func PrintOf(content []byte) string {
	for _, file := range files() {
		if printed := file.Printed(content); printed != "" {
			return printed
		}
	}
	return ""
}

// nameAndPrint is a path without what its format adds, and the digest of what the file prints.
func nameAndPrint(path string) (name, printed string) {
	for _, file := range files() {
		if at := len(path) - len(file.Extension); at > 0 && strings.EqualFold(path[at:], file.Extension) {
			return path[:at], file.Printed(contentOf(path))
		}
	}
	return "", ""
}

// namesOf are the names of a file in a format: where capitals are told apart, one that
// came from elsewhere may be called X.PDF.
func namesOf(name, extension string) []string {
	small, capital := name+extension, name+strings.ToUpper(extension)
	a, err := os.Stat(small)
	b, err2 := os.Stat(capital)
	if err == nil && err2 == nil && os.SameFile(a, b) {
		return []string{small}
	}
	return []string{small, capital}
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
	content, err := disk.ReadRegular(path, 64<<20)
	if err != nil {
		return nil
	}
	return content
}
