package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
)

// A page ends in a comment: a digest of all that stands before it, and that of the
// document, if it has one.
const (
	sealBegin = "<!--nianbao "
	sealEnd   = "-->\n"
	digits    = 32 // of each digest, hexadecimal
)

func sealed(page []byte, printed string) []byte {
	page = append(page, sealBegin+digestOf(page)...)
	if printed != "" {
		page = append(page, " "+printed...)
	}
	return append(page, sealEnd...)
}

func digestOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])[:digits]
}

// seal is what stands before a page's seal, and what the seal says; nil, nil where
// the page ends in none.
func seal(file []byte) (content, says []byte) {
	body, ok := bytes.CutSuffix(file, []byte(sealEnd))
	at := bytes.LastIndex(body, []byte(sealBegin))
	if !ok || at < 0 {
		return nil, nil
	}
	return body[:at], body[at+len(sealBegin):]
}

// Edited reports whether a page is not, byte for byte, as it was written.
func Edited(file []byte) bool {
	content, says := seal(file)
	own, _, _ := bytes.Cut(says, []byte(" "))
	return content == nil || string(own) != digestOf(content)
}

// Printed is the digest of what a page prints, as the document had it; "" where it
// carries none.
func Printed(file []byte) string {
	_, says := seal(file)
	_, printed, _ := bytes.Cut(says, []byte(" "))
	if len(printed) != digits || len(bytes.Trim(printed, "0123456789abcdef")) > 0 {
		return ""
	}
	return string(printed)
}
