package font

import (
	"embed"
	"io/fs"
)

//go:embed faces/LICENSES
var licenceFiles embed.FS

// Licences are the terms under which the embedded faces may be passed on; each
// text begins with the files that it is about.
func Licences() ([]string, error) {
	var texts []string
	err := fs.WalkDir(licenceFiles, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(licenceFiles, path)
		texts = append(texts, string(text))
		return err
	})
	return texts, err
}
