package laying

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/cmd/nianbao-work/queue"
)

// Old are the Word and PDF files that an older content of a file was laid as, and its
// present one is not, by their path below the folder.
type Old struct {
	Removed []string
	Kept    []string // somebody has worked on them
}

// removeOld removes what a file's older content left in the folder: it looks as valid as
// what replaces it, which may be findings alone, or files of another name.
func (f *Folder) removeOld(file *queue.File, now []string) (old Old) {
	if file.Old == nil || file.Old.Folder != f.place {
		return old
	}
	for i, path := range file.Old.Paths {
		again := slices.ContainsFunc(now, func(other string) bool { return strings.EqualFold(other, path) })
		if owner := f.from[strings.ToLower(path)]; again || owner != nil && owner.Source != file.Source || !filepath.IsLocal(filepath.FromSlash(path)) {
			continue
		}
		removed, err := removeAsLaid(filepath.Join(f.Path, filepath.FromSlash(path)), at(file.Old.Sums, i))
		switch {
		case i == 0: // the findings, which nobody looks for under that name
		case err != nil:
			old.Kept = append(old.Kept, path)
		case removed:
			old.Removed = append(old.Removed, path)
		}
	}
	return old
}

var errEdited = errors.New("not as it was laid")

// removeAsLaid removes a file that has the content with which it was laid.
func removeAsLaid(path, was string) (removed bool, err error) {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !info.Mode().IsRegular() {
		return false, errEdited
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	if sum(content) != was {
		return false, errEdited
	}
	return true, os.Remove(path)
}

func at(sums []string, i int) string {
	if i < len(sums) {
		return sums[i]
	}
	return ""
}

func sum(content []byte) string {
	h := sha256.Sum256(content)
	return hex.EncodeToString(h[:])
}
