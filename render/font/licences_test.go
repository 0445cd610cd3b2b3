package font

import (
	"io/fs"
	"os"
	"strings"
	"testing"
)

// Every face inside the program has its terms inside it too.
func TestLicences(t *testing.T) {
	texts, err := Licences()
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(os.DirFS("faces"), "*.ttf")
	if err != nil || len(files) != 7 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		named := 0
		for _, text := range texts {
			about, _, _ := strings.Cut(text, "modified version")
			if strings.Contains(about, file) && strings.Contains(strings.ToUpper(text), "LICENSE") {
				named++
			}
		}
		if named != 1 {
			t.Errorf("%s is named in %d licences", file, named)
		}
	}
}
