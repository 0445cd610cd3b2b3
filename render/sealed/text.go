package sealed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
)

// Text files end in a comment, which HTML and XML have alike: a digest of all before
// it and that of what the file prints.
const (
	begin  = "<!--nianbao "
	end    = "-->\n"
	digits = 32 // of each digest, hexadecimal
)

// Text is content with its seal; printed is document.Document's Digest, or "".
func Text(content []byte, printed string) []byte {
	content = append(content, begin+Says(content, printed)...)
	return append(content, end...)
}

// Says is what a seal says of content.
func Says(content []byte, printed string) string {
	sum := sha256.Sum256(content)
	says := hex.EncodeToString(sum[:])[:digits]
	if printed != "" {
		says += " " + printed
	}
	return says
}

// parted is what stands before a file's seal, and what the seal says; nil, "" where
// the file ends in none.
func parted(file []byte) (content []byte, says string) {
	body, ok := bytes.CutSuffix(file, []byte(end))
	at := bytes.LastIndex(body, []byte(begin))
	if !ok || at < 0 {
		return nil, ""
	}
	return body[:at], string(body[at+len(begin):])
}

// TextEdited reports whether a file is not, byte for byte, as Text left it.
func TextEdited(file []byte) bool {
	content, says := parted(file)
	return content == nil || Says(content, PrintedIn(says)) != says
}

// TextPrinted is the digest of what a file prints; "" where it says none.
func TextPrinted(file []byte) string {
	_, says := parted(file)
	return PrintedIn(says)
}

// PrintedIn is the digest of what is printed in what a seal says.
func PrintedIn(says string) string {
	if len(says) != digits+1+digits || says[digits] != ' ' {
		return ""
	}
	printed := says[digits+1:]
	for i := range len(printed) {
		if c := printed[i]; (c < '0' || '9' < c) && (c < 'a' || 'f' < c) {
			return ""
		}
	}
	return printed
}
