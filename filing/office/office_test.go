package office

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/check/compare"
	"nianbao/document"
	"nianbao/fixtures"
	"nianbao/manuscript"
	"nianbao/reading"
	"nianbao/render/docx"
	"nianbao/render/xlsx"
	"nianbao/report/jsonfile"
)

// What a Word file and a spreadsheet hold is read of the old files made of them,
// and that they were converted is said.
func TestOldFiles(t *testing.T) {
	program := needed(t)
	want, _ := jsonfile.Decode(fixtures.Named(t, "laiyuan-2022").JSON)
	word, err := docx.Write(document.Fill(want, document.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := xlsx.Write(want)
	if err != nil {
		t.Fatal(err)
	}
	for extension, from := range map[string][]byte{".doc": word, ".rtf": word, ".odt": word, ".fodt": word, ".xls": sheets, ".ods": sheets, ".fods": sheets} {
		file := saved(t, program, from, extension)
		_, err := reading.ReadNamed(bytes.NewReader(file), int64(len(file)), "report"+extension)
		var refused *manuscript.Refused
		if !errors.As(err, &refused) {
			t.Errorf("%s is not refused: %v", extension, err)
			continue
		}
		got, err := Read(context.Background(), bytes.NewReader(file), int64(len(file)), refused)
		if err != nil {
			t.Errorf("%s: %v", extension, err)
			continue
		}
		if d := compare.Differences(want, got.Report); len(d) > 0 {
			t.Errorf("%s: %v", extension, d)
		}
		if last := got.Problems[len(got.Problems)-1]; last.Code != "import.converted" || !strings.Contains(last.Message, "LibreOffice") {
			t.Errorf("%s: %v", extension, last)
		}
	}
	nothingLeft(t)
}

// saved is a file as the office program saves it in another format.
func saved(t *testing.T, program string, file []byte, extension string) []byte {
	t.Helper()
	dir := t.TempDir()
	from := filepath.Join(dir, "report.in")
	if err := os.WriteFile(from, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-env:UserInstallation="+fileURL(filepath.Join(dir, "profile")), "--headless", "--convert-to", extension[1:], "--outdir", dir, from).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	old, err := os.ReadFile(filepath.Join(dir, "report"+extension))
	if err != nil {
		t.Fatal(err)
	}
	return old
}

// A macro that the file runs when it is opened, where macros are allowed, does not run.
func TestMacros(t *testing.T) {
	needed(t)
	trace := filepath.Join(t.TempDir(), "ran")
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	add := func(name, content string) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name}) // the first uncompressed
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(content))
	}
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	add("mimetype", "application/vnd.oasis.opendocument.text")
	add("META-INF/manifest.xml", head+`<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Basic/script-lc.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Basic/Standard/script-lb.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="Basic/Standard/Module1.xml" manifest:media-type="text/xml"/></manifest:manifest>`)
	add("content.xml", head+`<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dom="http://www.w3.org/2001/xml-events" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2"><office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" script:event-name="dom:load" xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document" xlink:type="simple"/></office:event-listeners></office:scripts><office:body><office:text><text:p>涞源县2022年政府信息公开工作年度报告</text:p></office:text></office:body></office:document-content>`)
	add("Basic/script-lc.xml", head+`<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/></library:libraries>`)
	add("Basic/Standard/script-lb.xml", head+`<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`)
	add("Basic/Standard/Module1.xml", head+`<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">Sub Main
Open "`+trace+`" For Output As #1
Print #1, "ran"
Close #1
End Sub</script:module>`)
	w.Close()
	Read(context.Background(), bytes.NewReader(file.Bytes()), int64(file.Len()), &manuscript.Refused{Kind: manuscript.ByName(".odt")})
	if _, err := os.Stat(trace); err == nil {
		t.Error("the macro of a file ran")
	}
	nothingLeft(t)
}

// One that takes too long, and one whose reader has gone, are ended with all that
// they started; what is said goes on to tell what to do.
func TestEnded(t *testing.T) {
	needed(t)
	refused := &manuscript.Refused{Kind: manuscript.ByName(".rtf")}
	file := strings.NewReader(`{\rtf1 x}`)
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(gone, file, file.Size(), refused); err == nil {
		t.Error("read for nobody")
	}
	defer func(before time.Duration) { patience = before }(patience)
	patience = 200 * time.Millisecond
	_, err := Read(context.Background(), file, file.Size(), refused)
	if err == nil || !strings.Contains(err.Error(), "超过一分钟") || !strings.Contains(err.Error(), refused.Error()) {
		t.Errorf("said %v", err)
	}
	nothingLeft(t)
}

// Where there is no office program, and of what none converts, all is as ever.
func TestWithout(t *testing.T) {
	for kind, path := range map[string]string{".doc": t.TempDir(), ".ofd": os.Getenv("PATH")} {
		t.Setenv("PATH", path)
		refused := &manuscript.Refused{Kind: manuscript.ByName(kind)}
		if _, err := Read(context.Background(), strings.NewReader("x"), 1, refused); !errors.Is(err, refused) {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// needed is the office program; its folders go where the test sees them.
func needed(t *testing.T) string {
	t.Helper()
	program := find()
	if program == "" {
		t.Skip("no soffice here")
	}
	t.Setenv("TMPDIR", t.TempDir())
	return program
}

// nothingLeft: no folder, and no process that was started in one.
func nothingLeft(t *testing.T) {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "nianbao-office-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q %v", left, err)
	}
	processes, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range processes {
		if line, err := os.ReadFile(path); err == nil && bytes.Contains(line, []byte(os.TempDir()+"/nianbao-office-")) {
			t.Errorf("still running: %q", bytes.ReplaceAll(line, []byte{0}, []byte{' '}))
		}
	}
}
