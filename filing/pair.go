package filing

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"nianbao/render"
)

// ApartFrom is a file beside another, of the same name in another format, that
// prints something else: the program was killed between the two, or one was built
// alone. "" where there is none, and where one of them does not say what it prints,
// as after an office program has saved it.
func ApartFrom(path string) string {
	extension := filepath.Ext(path)
	for _, format := range render.Formats {
		if !strings.EqualFold(format.Extension, extension) {
			continue
		}
		printed := format.Printed(contentOf(path))
		if printed == "" {
			return ""
		}
		for _, other := range render.Formats {
			beside := strings.TrimSuffix(path, extension) + other.Extension
			if other.Name == format.Name {
				continue
			}
			if says := other.Printed(contentOf(beside)); says != "" && says != printed {
				return beside
			}
		}
	}
	return ""
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
