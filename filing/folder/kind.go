package folder

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The files that reports are read from, and those that may hold one and are
// refused with what to do.
var (
	sources = []string{".json", ".docx", ".docm", ".html", ".htm"}
	refused = []string{".pdf", ".doc", ".wps", ".rtf", ".xls", ".xlsx", ".et", ".odt", ".ods", ".ofd", ".mht", ".mhtml"}
)

// Extension is that of a file, in small letters.
func Extension(file string) string { return strings.ToLower(filepath.Ext(file)) }

// Rank orders files by how good a source they are: the data first.
func Rank(file string) int {
	i := slices.Index(sources, Extension(file))
	if i < 0 {
		return len(sources)
	}
	return i
}

func isSource(name string) bool { return slices.Contains(sources, Extension(name)) }
func isPage(name string) bool   { return slices.Contains([]string{".html", ".htm"}, Extension(name)) }

// isDocument reports whether a file is one, by its name or, where that says
// nothing (报告.docx.bak, 报告(1)), by how it begins.
func isDocument(path string) bool {
	if isSource(path) || slices.Contains(refused, Extension(path)) {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return false
	}
	return beginsAsDocument(head[:n])
}

// beginsAsDocument knows PDF, RTF, the old Office files, and the archives that
// new ones, OpenDocument and OFD are, by the first name in them.
func beginsAsDocument(head []byte) bool {
	for _, begin := range []string{"%PDF-", `{\rtf`, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"} {
		if bytes.HasPrefix(head, []byte(begin)) {
			return true
		}
	}
	if !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return false
	}
	for _, member := range []string{"[Content_Types].xml", "_rels/.rels", "word/", "mimetypeapplication/vnd.oasis", "OFD.xml"} {
		if bytes.Contains(head, []byte(member)) {
			return true
		}
	}
	return false
}

// IsUnsaid reports whether a file or folder is none that a person put there:
// hidden ones, what office programs keep beside an open file, and what Windows
// leaves in its folders and on memory sticks.
func IsUnsaid(name string) bool {
	return strings.HasPrefix(name, ".") || IsLock(name) ||
		slices.Contains([]string{"thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information", "__macosx"}, strings.ToLower(name))
}

// IsLock reports whether a file says that another one is open: ~$报告.docx of
// Word and WPS, .~lock.报告.docx# of LibreOffice.
func IsLock(file string) bool {
	name := filepath.Base(file)
	return strings.HasPrefix(name, "~$") || strings.HasPrefix(name, ".~")
}
