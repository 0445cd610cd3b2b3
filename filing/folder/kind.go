package folder

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/manuscript"
)

// isSource: a report is read from files of the name's kind, print apart.
func isSource(name string) bool {
	k := manuscript.ByName(name)
	return k != nil && k.Refusal == "" && k != manuscript.PDF && k != manuscript.OFD
}

func isOFD(name string) bool { return manuscript.ByName(name) == manuscript.OFD }

func isPage(name string) bool { return manuscript.ByName(name) == manuscript.Page }

// content is a web page's; nothing of one that is larger than any of ours.
func content(path string) []byte {
	const most = 4 << 20
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() > most {
		return nil
	}
	page, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return page
}

// isDocument reports whether a file is one, by its name or, where that says
// nothing (报告.docx.bak, 报告(1)), by how it begins.
func isDocument(path string) bool {
	if k := manuscript.ByName(path); k != nil && k != manuscript.FlatXML { // most XML is none
		return !k.NoDocument
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, manuscript.HeadSize)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return false
	}
	k := manuscript.Recognise(head[:n], "")
	return k != manuscript.Data && k != manuscript.Page && k != manuscript.Archive && !k.NoDocument
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
