// Package folder finds the documents in folders, and leaves nothing in them
// unnamed: a report that was passed over in silence looks like one that is fine.
package folder

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/manuscript"
	"nianbao/render/html"
)

// A Listing is what a folder and those in it hold, in the order of the names.
type Listing struct {
	Documents []string  // files to be read, and named where they cannot be
	Prints    []string  // PDFs, OFDs and pages beside a document of the same name, of which they are the print
	Skipped   []Skipped // what is no document
	Barred    []Barred  // folders that could not be looked into
}

// Skipped is a file, or a link to a folder, that was passed over.
type Skipped struct {
	Path string `json:"file"`
	Why  string `json:"why"`
}

// Barred is a folder that could not be looked into.
type Barred struct {
	Path string
	Err  error
}

// List looks through a folder and the folders in it. Links to folders are not
// followed, which could lead anywhere and in circles.
func List(folder string) Listing {
	var l Listing
	l.add(folder)
	return l
}

func (l *Listing) add(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		l.Barred = append(l.Barred, Barred{folder, err})
		return
	}
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return IsUnsaid(e.Name()) })
	sources := stems(entries, isSource)
	written := stems(entries, func(name string) bool { return isSource(name) && !isPage(name) })
	pages, fixed := stems(entries, isPage), stems(entries, isOFD)
	for _, entry := range entries {
		path := filepath.Join(folder, entry.Name())
		switch {
		case entry.IsDir():
			if page, ok := pageOf(entry.Name()); !ok || !pages[page] {
				l.add(path)
			}
		case isFolder(path):
			l.Skipped = append(l.Skipped, Skipped{path, "是通到别的文件夹的链接"})
		case manuscript.ByName(path) == manuscript.PDF && (sources[stem(path)] || fixed[stem(path)]),
			isOFD(path) && sources[stem(path)],
			isPage(path) && written[stem(path)] && html.IsPrint(content(path)):
			l.Prints = append(l.Prints, path)
		case isPage(path) && strings.HasSuffix(stem(path), html.PictureTail) && html.IsPrint(content(path)):
			l.Skipped = append(l.Skipped, Skipped{path, "是图解"})
		case entry.Name() == html.IndexName && html.IsIndex(content(path)):
			l.Skipped = append(l.Skipped, Skipped{path, "是各份报告的目录"})
		default:
			l.addFile(path)
		}
	}
}

func (l *Listing) addFile(path string) {
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		l.Skipped = append(l.Skipped, Skipped{path, "不是普通文件"})
	case isDocument(path):
		l.Documents = append(l.Documents, path)
	default:
		l.Skipped = append(l.Skipped, Skipped{path, "不是文档"})
	}
}

// stems are the names, without extensions, of the files of a kind.
func stems(entries []os.DirEntry, kind func(name string) bool) map[string]bool {
	found := map[string]bool{}
	for _, entry := range entries {
		if !entry.IsDir() && kind(entry.Name()) {
			found[stem(entry.Name())] = true
		}
	}
	return found
}

// stem is a file's name without its extension, as Windows compares names.
func stem(path string) string {
	name := filepath.Base(path)
	return strings.ToLower(strings.TrimSuffix(name, filepath.Ext(name)))
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// pageOf is the web page that a folder holds the pictures and frames of, as
// browsers name it when they save one.
func pageOf(folder string) (page string, ok bool) {
	folder = strings.ToLower(folder)
	for _, ending := range []string{"_files", ".files", "_文件"} {
		if page, ok := strings.CutSuffix(folder, ending); ok {
			return page, true
		}
	}
	return "", false
}
