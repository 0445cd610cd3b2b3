package program

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A Delivery is a folder of files that are handed on, with their checksums.
type Delivery struct {
	folder string
	sums   strings.Builder
}

// Deliver begins a delivery; the folder is made where there is none.
func Deliver(folder string) (*Delivery, error) {
	return &Delivery{folder: folder}, os.MkdirAll(folder, 0o755)
}

// Put writes a file into it.
func (d *Delivery) Put(name string, content []byte) error {
	fmt.Fprintf(&d.sums, "%x  %s\n", sha256.Sum256(content), name)
	return os.WriteFile(filepath.Join(d.folder, name), content, 0o644)
}

// Close writes SHA256SUMS, as sha256sum -c reads it.
func (d *Delivery) Close() error {
	return os.WriteFile(filepath.Join(d.folder, "SHA256SUMS"), []byte(d.sums.String()), 0o644)
}
