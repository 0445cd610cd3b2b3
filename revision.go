package nianbao

import "runtime/debug"

// Revision is the release or the commit that a program was built from.
func Revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "未知版本"
	}
	text := info.Main.Version
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			text += " " + setting.Value
		}
	}
	return text
}
