//go:build !unix

package disk

import "io/fs"

// keepOwner does nothing: a new file on Windows takes its rights from the folder.
func keepOwner(string, fs.FileInfo) {}
