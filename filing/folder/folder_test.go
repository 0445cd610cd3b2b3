package folder

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestNamesThatSayNothing(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"报告.docx.bak":  "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml",
		"旧报告":          "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
		"a.odt(1)":     "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
		"RTF":          `{\rtf1`,
		"照片.jpeg":      "\xff\xd8",
		"空":            "",
		"部门.7z":        "7z",
		"archive.zip":  "PK\x03\x04\x00\x00报告.docx",
		"REPORT.DOCX":  "",
		"REPORT.Pdf":   "",
		"sheet.XLSX":   "",
		"report.JSON":  "",
		"only.pdf":     "",
		"REPORT.ofd":   "",
		"only2.ofd":    "",
		"only2.pdf":    "",
		"~$REPORT.doc": "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l := List(dir)
	var documents, skipped []string
	for _, path := range l.Documents {
		documents = append(documents, filepath.Base(path))
	}
	for _, s := range l.Skipped {
		skipped = append(skipped, filepath.Base(s.Path))
	}
	if want := []string{"REPORT.DOCX", "RTF", "a.odt(1)", "only.pdf", "only2.ofd", "report.JSON", "sheet.XLSX", "报告.docx.bak", "旧报告"}; !slices.Equal(documents, want) {
		t.Errorf("%q, want %q", documents, want)
	}
	if want := []string{"archive.zip", "照片.jpeg", "空", "部门.7z"}; !slices.Equal(skipped, want) {
		t.Errorf("%q, want %q", skipped, want)
	}
	if len(l.Prints) != 3 {
		t.Errorf("%q are prints", l.Prints)
	}
}

func TestAFolderThatHasGone(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "没有")
	if l := List(gone); len(l.Barred) != 1 || l.Barred[0].Path != gone || l.Barred[0].Err == nil {
		t.Errorf("%+v", l)
	}
}
