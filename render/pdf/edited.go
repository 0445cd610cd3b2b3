package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// Edited reports whether a file is not, byte for byte, as Write left it: a scan
// of the sealed copy, a PDF that carries notes or a signature, another
// program's. The trailer's ID is made from all that stands before it.
func Edited(file []byte) bool {
	body, ok := bytes.CutSuffix(file, []byte("\n%%EOF\n"))
	if !ok {
		return true
	}
	const mark = "\nstartxref\n"
	at := bytes.LastIndex(body, []byte(mark))
	if at < 0 {
		return true
	}
	start, err := strconv.Atoi(string(body[at+len(mark):]))
	if err != nil || start < 0 || start > at {
		return true
	}
	id := sha256.Sum256(file[:start])
	return !bytes.Contains(file[start:at], fmt.Appendf(nil, "/ID[<%x><%x>]", id[:16], id[:16]))
}
