package program

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// billTool (Apache-2.0) writes the bill of materials of a compiled program: its
// libraries with their versions, sums and licences, as CycloneDX 1.6 has them.
const billTool = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0"

// InstallBillTool puts the tool into a folder and says where it is.
func InstallBillTool(work string) (path string, err error) {
	cmd := exec.Command("go", "install", "-trimpath", billTool)
	cmd.Env = append(os.Environ(), "GOBIN="+work)
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s: %w: %s", billTool, err, said)
	}
	return filepath.Join(work, "cyclonedx-gomod"), nil
}

// BillOf is the bill of a program. It has neither a clock nor a number of its own:
// the same program gives the same bytes.
func BillOf(tool, program string) ([]byte, error) {
	out := program + ".cdx.json"
	cmd := exec.Command(tool, "bin", "-json", "-noserial", "-notimestamp", "-licenses", "-assert-licenses", "-std", "-version", "devel", "-output", out, program)
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the bill of %s: %w: %s", filepath.Base(program), err, said)
	}
	return os.ReadFile(out)
}
