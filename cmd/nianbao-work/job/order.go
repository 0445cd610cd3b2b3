// Package job is one report on its way through a queue: what is asked for, the name
// that its content has there, and what comes of it.
package job

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"strings"
)

// An Order is how a report is to be built. Two orders of one content that differ are
// two pieces of work.
type Order struct {
	BlankAs string `json:"blank_as,omitempty"` // "0": blank cells stand for it
	Strict  bool   `json:"strict,omitempty"`   // warnings count as errors
	PDFA    string `json:"pdfa,omitempty"`     // "": 2a
}

// Key is the name of a content under an order: its hash. What a file is called tells
// its kind, so that its extension counts.
func (o Order) Key(name string, content []byte) string {
	h := sha256.New()
	json.NewEncoder(h).Encode(o) // a hash takes everything
	h.Write([]byte(Extension(name) + "\n"))
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil))
}

// Extension is that of a file's name, as it counts.
func Extension(name string) string {
	extension := strings.ToLower(path.Ext(name))
	if len(extension) > 10 || strings.ContainsAny(extension, " \"\\\n") {
		return ""
	}
	return extension
}
