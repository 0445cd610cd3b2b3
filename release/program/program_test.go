package program

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Built twice, in two folders, the program and its bill have the same bytes; the
// bill names the libraries, and no folder of this machine.
func TestSameBytesTwice(t *testing.T) {
	tool, err := InstallBillTool(t.TempDir())
	if err != nil {
		t.Skip("the tool for the bill of materials cannot be installed here: ", err)
	}
	linux := Target{"linux", "amd64"}
	var first [2]string
	for i := range 2 {
		work := t.TempDir()
		program, err := linux.Build(work)
		if err != nil {
			t.Fatal(err)
		}
		bill, err := BillOf(tool, filepath.Join(work, linux.File()))
		if err != nil {
			t.Fatal(err)
		}
		now := [2]string{fmt.Sprintf("%x", sha256.Sum256(program)), string(bill)}
		if i == 0 {
			first = now
		}
		if now != first {
			t.Error("built again, the program or its bill has other bytes")
		}
		home, _ := os.UserHomeDir()
		for _, folder := range []string{work, home + "/"} {
			if strings.Contains(string(bill), folder) || strings.Contains(string(program), folder) {
				t.Errorf("%s is named in what is handed on", folder)
			}
		}
	}
	var bill struct {
		Components []struct {
			Name     string
			Version  string
			Licenses []any
		}
	}
	if err := json.Unmarshal([]byte(first[1]), &bill); err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, c := range bill.Components {
		if c.Name == "std" || len(c.Licenses) > 0 && c.Version != "" {
			named++
		}
	}
	if named == 0 || named != len(bill.Components) {
		t.Errorf("%d of %d libraries have a version and a licence", named, len(bill.Components))
	}
}
