package disk

import (
	"os"
	"path/filepath"
	"unicode/utf8"
)

// lockOf is the file that an office program has put beside one that it holds
// open; "" if there is none. Word writes ~$ and the name without its first two
// characters (short names keep one or both), WPS on Linux does the same with .~,
// LibreOffice writes .~lock.NAME#.
func lockOf(path string) string {
	folder, name := filepath.Split(path)
	candidates := []string{".~lock." + name + "#"}
	for range 3 {
		candidates = append(candidates, "~$"+name, ".~"+name)
		_, size := utf8.DecodeRuneInString(name)
		name = name[size:]
	}
	for _, candidate := range candidates {
		if _, err := os.Lstat(folder + candidate); err == nil {
			return candidate
		}
	}
	return ""
}
