package disk

import (
	"os"
	"path/filepath"
)

// WritePrivate writes one file whole or not at all, for its owner alone; what it
// replaces is gone. A run that is killed meanwhile leaves a temporary file that the
// next one in the folder removes.
func WritePrivate(path string, content []byte) error {
	folder := filepath.Dir(path)
	sweepOnce(folder)
	temp, err := writeTemp(folder, content, 0o600)
	if err != nil {
		discard(temp)
		return err
	}
	renaming.Lock()
	defer renaming.Unlock()
	if err := os.Rename(temp, path); err != nil {
		discard(temp)
		return err
	}
	forget(temp)
	return nil
}
