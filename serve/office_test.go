package serve

import (
	"net/http"
	"os/exec"
	"strings"
	"testing"
)

// Other programs' files are converted where the user's own page asks, never for a gateway.
func TestOtherProgramsFiles(t *testing.T) {
	file := []byte(`{\rtf1\ansi\ansicpg936 x}`)
	gateway := post(t, "/api/read", file)
	if gateway.Code == http.StatusOK || strings.Contains(gateway.Body.String(), "LibreOffice") {
		t.Errorf("%d %s", gateway.Code, gateway.Body)
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("no soffice here")
	}
	if own := ask(t, Options{Office: true}, request("POST", "/api/read", file)); !strings.Contains(own.Body.String(), "由 LibreOffice 转换") {
		t.Errorf("%d %s", own.Code, own.Body)
	}
}
