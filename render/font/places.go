package font

import (
	"path/filepath"
	"strings"
)

// places are the folders where a system keeps its faces, the user's own before
// everybody's. system is a runtime.GOOS, getenv reads the environment. Folders
// that are not there are left to whoever looks into them.
func places(system string, getenv func(string) string) []string {
	var found []string
	// A variable that is unset or no absolute path names no place (XDG Base Directory Specification).
	add := func(root string, below ...string) {
		if root != "" && (filepath.IsAbs(root) || system == "windows") {
			found = append(found, filepath.Join(append([]string{root}, below...)...))
		}
	}
	home := getenv("HOME")
	switch system {
	case "windows":
		add(getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")
		add(first(getenv("SystemRoot"), getenv("windir"), `C:\Windows`), "Fonts")
	case "darwin", "ios":
		add(home, "Library", "Fonts")
		add("/Library/Fonts")
		add("/System/Library/Fonts") // Supplemental lies in it
		// Faces that macOS fetches when they are first asked for, 华文仿宋 among them.
		fetched, _ := filepath.Glob("/System/Library/AssetsV2/com_apple_MobileAsset_Font*")
		found = append(found, fetched...)
	default: // Linux, Kylin and UOS among them, and other systems of free desktops
		dataHome := getenv("XDG_DATA_HOME")
		if dataHome == "" && home != "" {
			dataHome = filepath.Join(home, ".local", "share")
		}
		add(dataHome, "fonts")
		add(home, ".fonts")
		for _, folder := range strings.Split(first(getenv("XDG_DATA_DIRS"), "/usr/local/share:/usr/share"), ":") {
			add(folder, "fonts")
		}
	}
	return found
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
