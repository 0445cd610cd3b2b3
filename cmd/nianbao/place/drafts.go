package place

import (
	"os"
	"path/filepath"
	"runtime"
)

// DraftFolder is where the local program keeps what is not finished; "" where the
// system names no such place.
func DraftFolder() string { return dataPlace("drafts") }

// CountyFolder is where it keeps what the page is handed of the reports of many units;
// likewise.
func CountyFolder() string { return dataPlace("county") }

// dataPlace is a file or folder in the user's own folder for the data of
// programs; "" where the system names none.
func dataPlace(name string) string {
	var base string
	switch runtime.GOOS {
	case "windows":
		base = os.Getenv("LocalAppData")
	case "darwin":
		if home, err := os.UserHomeDir(); err == nil {
			base = filepath.Join(home, "Library", "Application Support")
		}
	default: // XDG Base Directory Specification
		base = os.Getenv("XDG_DATA_HOME")
		if home, err := os.UserHomeDir(); err == nil && !filepath.IsAbs(base) {
			base = filepath.Join(home, ".local", "share")
		}
	}
	if base == "" {
		return ""
	}
	return filepath.Join(base, "nianbao", name)
}
