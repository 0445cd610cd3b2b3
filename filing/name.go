package filing

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/document"
)

// maxName is how many bytes a file's name may have on Linux. Windows and macOS
// take 255 characters, so that what fits here fits there.
const maxName = 255

// longestExtension leaves room for any format's.
const longestExtension = len("-图解-宽屏.png")

// lookAlikes stand for what a Windows file name may not hold.
var lookAlikes = map[rune]rune{
	'<': '＜', '>': '＞', ':': '：', '"': '＂', '/': '／', '\\': '＼', '|': '｜', '?': '？', '*': '＊',
}

// Name is the name of a report's files without the extension: its title, so
// changed that Windows takes it. The notes say what was changed.
func Name(d *document.Document) (name string, notes []string) {
	tail := d.Heading
	if d.Draft {
		tail += document.DraftMark
	}
	head, changed := printable(d.Agency)
	if len(changed) > 0 {
		notes = append(notes, fmt.Sprintf("机关名称里有文件名不能用的字符，文件名中换成了 %s", strings.Join(changed, " ")))
	}
	if isDevice(head) {
		head = "_" + head
		notes = append(notes, "这样开头的名字 Windows 留作他用，文件名前加了 _")
	}
	if room := maxName - longestExtension - len(tail); len(head) > room {
		head = cut(head, room-len("…")) + "…"
		notes = append(notes, "机关名称太长，文件名中只用了前面一部分")
	}
	return head + tail, notes
}

// FileName is a name so changed that every system takes it for a file's.
func FileName(name string) string {
	name, _ = printable(name)
	if isDevice(name + ".") {
		name = "_" + name
	}
	if room := maxName - longestExtension; len(name) > room {
		name = cut(name, room-len("…")) + "…"
	}
	return name
}

// printable replaces what a file's name may not hold, and says by what.
func printable(name string) (string, []string) {
	var changed []string
	name = strings.Map(func(r rune) rune {
		to := r
		if alike, ok := lookAlikes[r]; ok {
			to = alike
		} else if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r == utf8.RuneError {
			to = '_'
		}
		if to != r && !slices.Contains(changed, string(to)) {
			changed = append(changed, string(to))
		}
		return to
	}, name)
	// A leading point hides a file, leading spaces are lost in some programs.
	if trimmed := strings.TrimLeft(name, " ."); trimmed != name {
		name = "_" + trimmed
		changed = append(changed, "_")
	}
	return name, changed
}

// isDevice reports whether Windows takes a name for a device, which it does by
// what stands before the first point: CON.局2022年… is the console.
func isDevice(name string) bool {
	first, _, dotted := strings.Cut(name, ".")
	if !dotted {
		return false // the year follows
	}
	first = strings.ToUpper(strings.TrimRight(first, " "))
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}, first) {
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if number, ok := strings.CutPrefix(first, port); ok && number != "" && strings.Trim(number, "0123456789¹²³") == "" {
			return utf8.RuneCountInString(number) == 1
		}
	}
	return false
}

// cut is the longest beginning of whole characters in so many bytes.
func cut(s string, bytes int) string {
	for bytes > 0 && !utf8.RuneStart(s[bytes]) {
		bytes--
	}
	return s[:bytes]
}
